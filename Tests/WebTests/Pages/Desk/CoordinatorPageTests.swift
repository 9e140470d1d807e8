import Domain
import Foundation
import HTTP
import Registry
import Testing

@testable import PageReading
@testable import Web

@Suite("Care co-ordinator of a municipality, screen S5")
struct CoordinatorPageTests {
    private func page(_ target: String) throws -> (status: Int, tree: MarkupTree) {
        let response = try TestProgram.shipped.get().page(target)
        return (response.status.code, MarkupTree(html: response.text))
    }

    /// Feature F03: whatever the municipality, there is somebody to call.
    @Test func everyMunicipalityIsFoundByItsName() throws {
        let (registry, program) = (try Shipped.registry, try TestProgram.shipped.get())
        for municipality in registry.geography.municipalities {
            let response = try program.page(CoordinatorPages.address(municipality))
            let first = registry.coordination.contacts(for: municipality.code)[0]

            #expect(response.status == .ok, "\(municipality.name)")
            #expect(response.text.contains("valt onder regio \(municipality.safetyRegion)."))
            #expect(response.text.contains(">\(first.phone)</a>"), "\(municipality.name)")
        }
    }

    @Test func aProvinceOpensItsList() throws {
        let (status, tree) = try page("/zorgcoordinator?gemeente=overijssel")
        let open = tree.all("details").filter { $0["open"] != nil }

        #expect(status == 200 && open.count == 1 && open[0].text.hasPrefix("Overijssel"))
    }

    @Test func theListHasEveryMunicipalityOnce() throws {
        let (_, tree) = try page("/zorgcoordinator")
        let names = tree.all("a").compactMap { $0["href"] }.filter { $0.contains("?gemeente=") }

        #expect(try names.count == Shipped.registry.geography.municipalities.count)
        #expect(Set(names).count == names.count)
    }

    @Test(arguments: [
        ("partial", "niet voor iedereen"), ("remote_comensha", "op afstand"), ("none", "nog geen zorgcoördinator"),
    ])
    func lessThanFullIsSaid(code: String, text: String) throws {
        let registry = try Shipped.registry
        let status = try #require(CoordinationStatus(rawValue: code))
        let municipality = try #require(
            registry.geography.municipalities.first { municipality in
                registry.coordination.status(of: municipality.code) == status
                    && registry.coordination.coordinator(of: municipality.code)?.audience.isEmpty != true
            })

        #expect(try page(CoordinatorPages.address(municipality)).tree.body.text.contains(text))
    }
}
