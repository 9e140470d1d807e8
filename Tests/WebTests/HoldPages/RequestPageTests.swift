import Domain
import Foundation
import HTTP
import Testing

@testable import PageReading
@testable import Web

@Suite("Requests at a shelter, screen S12")
struct RequestPageTests {
    private struct Desk {
        let program: TestProgram
        let cookie: String
        let reference: String
        var path: String { "/aanvragen/\(reference)" }

        init(_ visitor: Visitor = .shelter, holder: Visitor = .coordinator) throws {
            program = try TestProgram(Village.registry)
            reference = try program.hold(as: holder)
            cookie = try program.signIn(visitor)
        }

        func page() throws -> Response { try program.page("/aanvragen", cookie: cookie) }

        func press(_ filled: KeyValuePairs<String, String>, on page: Response) throws -> Response {
            try program.press(path, filled, on: page, cookie: cookie)
        }
    }

    @Test func saysWhoAsksAndUntilWhen() throws {
        let desk = try Desk(holder: .comensha)

        let page = try desk.page()

        #expect(page.text.contains("1 plek in "))
        #expect(page.text.contains("Door CoMensha. Kenmerk \(desk.reference)."))
        #expect(page.text.contains("tot 10.00 uur"))
        #expect(page.text.contains("Bel de aanmelder: 033-448 11 86"))
        #expect(!page.text.contains("toets-comensha"))
    }

    @Test func yesIsOnePress() throws {
        let desk = try Desk()

        let page = try desk.program.follow(desk.path, ["doe": "ja"], on: desk.page(), cookie: desk.cookie)

        #expect(page.text.contains("U heeft geaccepteerd. Bel voor de overdracht."))
        #expect(page.text.contains("Nu nog vrij: 1 van 6."))
        #expect(page.text.contains("/overdracht/\(desk.reference)"))
    }

    @Test func noNeedsAReason() throws {
        let desk = try Desk()
        let page = try desk.page()

        let refused = try desk.press(["doe": "nee"], on: page)

        #expect(refused.status == .badRequest)
        #expect(refused.text.contains("<title>Fout: "))
        #expect(refused.text.contains("Kies waarom het nu niet kan."))
        #expect(Markup(refused.text).ids.contains("reason-\(desk.reference)"))
        let done = try desk.program.follow(
            desk.path, ["doe": "nee", "reason": "staffing"], on: page, cookie: desk.cookie)
        #expect(done.text.contains("U zei: niet mogelijk. Reden: te weinig personeel."))
        #expect(try desk.program.count() == (2, 0, 2))
    }

    @Test(arguments: ["hold_expired", "geen zin", "FULL"])
    func onlyReasonsOfTheList(_ reason: String) throws {
        let desk = try Desk()

        #expect(try desk.press(["doe": "nee", "reason": reason], on: desk.page()).status == .badRequest)
        #expect(try desk.program.count().held == 1)
    }

    @Test func tooLateIsTold() throws {
        let desk = try Desk()
        let page = try desk.page()
        _ = try desk.program.act(.withdraw, on: desk.reference)

        let late = try desk.press(["doe": "ja"], on: page)

        #expect(late.status == .conflict)
        #expect(late.text.contains("Uw antwoord is niet opgeslagen."))
        #expect(late.text.contains("De aanmelder heeft de plek losgelaten."))
    }

    @Test(arguments: [Visitor.otherShelter, .coordinator, .comensha, .admin])
    func isTheSheltersOwn(_ visitor: Visitor) throws {
        let desk = try Desk(visitor)

        let page = try desk.page()
        let answer = try desk.program.post(desk.path, ["doe": "ja"], cookie: desk.cookie)

        #expect(!page.text.contains(desk.reference))
        #expect(answer.status == (visitor == .otherShelter ? .notFound : .forbidden))
        #expect(try desk.program.count().version == 1)
    }
}
