import Domain
import Foundation
import HTTP
import Registry
import Testing

@testable import PageReading
@testable import Web

@Suite("Counter card, screen S4")
struct DeskCardTests {
    private func tree(_ path: String) throws -> MarkupTree {
        MarkupTree(html: try TestProgram.shipped.get().page(path).text)
    }

    private func numbers(_ element: MarkupTree.Element) -> [String] {
        element.inner("a").compactMap { $0["href"] }.filter { $0.hasPrefix("tel:") }
    }

    /// Features F03 and F23: whatever the municipality, there is somebody to call and there are five steps at most.
    @Test func everyMunicipalityHasACard() throws {
        let registry = try Shipped.registry
        for municipality in registry.geography.municipalities {
            let page = try tree(DeskPages.address(municipality))
            let call = try #require(page.all.first { $0.classes.contains("ok-desk__call") }, "\(municipality.name)")
            let contacts = registry.coordination.contacts(for: municipality.code)
            let wanted = contacts.map { "tel:" + $0.phone.filter(\.isNumber) }

            #expect(page.all("h1").first?.text.hasSuffix(municipality.name) == true)
            #expect(numbers(call) == wanted, "\(municipality.name)")
            #expect(page.all.first { $0.classes.contains("ok-steps") }?.elements.count == 5)
        }
    }

    @Test func withoutACoordinatorThereIsExactlyTheNationalBackup() throws {
        let registry = try Shipped.registry
        let uncovered = registry.coordination.uncovered.keys.compactMap(registry.geography.municipality)
        #expect(!uncovered.isEmpty)
        for municipality in uncovered {
            let call = try #require(
                try tree(DeskPages.address(municipality)).all.first { $0.classes.contains("ok-desk__call") })
            #expect(numbers(call) == ["tel:0334481186"], "\(municipality.name)")
        }
    }

    /// Printed, the card has no bar of the page around it any more.
    @Test func aNumberThatWasMadeUpSaysSoItself() throws {
        let registry = try Shipped.registry
        let example = try #require(registry.coordination.coordinators.first(where: \.isExample)?.municipalities.first)
        let municipality = try #require(registry.geography.municipality(example))

        #expect(try tree(DeskPages.address(municipality)).body.text.contains("dit nummer bestaat niet echt"))
    }

    @Test(arguments: ["zwolle", "Zwolle", "gemeente zwolle", "GM0193"])
    func aNameLeadsToItsCard(name: String) throws {
        let query = name.replacing(" ", with: "+")
        let response = try TestProgram.shipped.get().page("/baliekaart?gemeente=\(query)")

        #expect(response.status == .seeOther && response.fields["Location"] == "/baliekaart/zwolle")
    }

    @Test func aSlipIsAskedAbout() throws {
        let response = try TestProgram.shipped.get().page("/baliekaart?gemeente=Zwole")
        let page = MarkupTree(html: response.text)

        #expect(response.status == .badRequest)
        #expect(page.all("a").contains { $0["href"] == "/baliekaart/zwolle" && $0.text == "Zwolle" })
        #expect(page.element(id: "gemeente")?["value"] == "Zwole")
    }

    @Test func aMunicipalityThatIsNotThereIsNotFound() throws {
        #expect(try TestProgram.shipped.get().page("/baliekaart/nergens").status == .notFound)
    }

    @Test func theWayOutTellsNothing() throws {
        let exit = try #require(try tree("/baliekaart/zwolle").all("a").first { $0.text == "Verlaat deze pagina snel" })

        #expect(exit["rel"] == "noreferrer" && exit["href"]?.hasPrefix("https://") == true)
        #expect(try tree("/baliekaart/zwolle").body.text.contains("Dit wist uw geschiedenis niet."))
    }

    /// Somebody can make others follow an address: what stands in it is not for them to read.
    @Test(arguments: ["Bel+06-12345678", "%3Cb%3Ex", "Ga+naar+http%3A%2F%2Fboos.example"])
    func textOfAnAddressIsNotRepeated(query: String) throws {
        for path in ["/baliekaart", "/zorgcoordinator"] {
            let page = try TestProgram.shipped.get().page("\(path)?gemeente=\(query)")
            let main = try #require(MarkupTree(html: page.text).all("main").first)

            #expect(page.status == .badRequest)
            #expect(!main.text.contains("12345678") && !main.text.contains("boos.example"))
            #expect(main.inner("input").allSatisfy { $0["value"]?.isEmpty != false })
        }
    }
}
