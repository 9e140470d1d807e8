import Domain
import HTTP
import Testing

@testable import PageReading
@testable import Web

@Suite("Handover sheet, screen S10 and feature F37")
struct HandoverPageTests {
    @Test(arguments: [Visitor.coordinator, .shelter, .comensha, .admin])
    func hasTheReferenceAndBothSides(_ visitor: Visitor) throws {
        let program = try TestProgram(Village.registry)
        let reference = try program.hold(on: Village.sheltered)

        let page = try program.page("/overdracht/\(reference)", cookie: program.signIn(visitor))

        #expect(page.status == .ok)
        for text in [
            reference, "voorbeeld-huis – Kamers", "(Overijssel)", "038-000 00 01", "een zorgcoördinator",
            "Vul persoonsgegevens met de pen in. Ze komen niet in dit systeem.", "Wie belt wie",
        ] { #expect(page.text.contains(text), "\(text)") }
        // What lies on a table is read by everybody: the province says enough.
        #expect(!page.text.contains("Hellendoorn"))
        #expect(Markup(page.text).tags("textarea").isEmpty)
        let main = try #require(page.text.split(separator: "<main").last)
        #expect(Markup("<main" + String(main)).tags("input").allSatisfy { $0["type"] == "hidden" })
    }

    @Test(arguments: [Visitor.otherShelter, .policy, .nobody])
    func isForBothSides(_ visitor: Visitor) throws {
        let program = try TestProgram(Village.registry)
        let reference = try program.hold()

        let cookie = visitor == .nobody ? nil : try program.signIn(visitor)
        let page = try program.page("/overdracht/\(reference)", cookie: cookie)

        #expect(page.status != .ok)
        #expect(!page.text.contains("voorbeeld-huis"))
    }
}
