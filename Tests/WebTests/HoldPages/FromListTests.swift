import Foundation
import HTTP
import Testing

@testable import PageReading
@testable import Web

/// A browser cannot go back to the answer of a search, so the pages that are reached from it keep the way back and know
/// what comes next (screens S7 and S9).
@Suite("From the list to a place, and back")
struct FromListTests {
    private struct Desk {
        let program: TestProgram
        let cookie: String
        let list: Response

        init(_ answers: KeyValuePairs<String, String> = FromListTests.answers) throws {
            program = try TestProgram(Village.registry)
            cookie = try program.signIn(.coordinator)
            list = try program.post("/zoeken", answers, cookie: cookie)
            try #require(list.status == .ok)
        }

        /// Presses a button that names an address of its own, with all that its form holds.
        func press(_ address: String, on page: Response) throws -> Response {
            let markup = Markup(page.text)
            let button = try #require(markup.tags.first { $0["formaction"] == address }, "no way to \(address)")
            #expect(button["form"] == AnswersForm.id)
            let form = try #require(PageForm.all(in: markup).first { $0.action == "/zoeken" })
            let values = form.hidden.filter { $0[0] != "token" }.map { (key: $0[0], value: $0[1]) }
            return try program.post(address, values, cookie: cookie)
        }
    }

    private static let answers: KeyValuePairs<String, String> = [
        "age": "24", "gender": "female", "household": "single", "threat": "green", "urgency": "now",
        "currentMunicipality": "Zwolle",
    ]
    private static let hold = "/vasthouden/\(Village.visible)"
    private static let fromList = "\(hold)/uit-lijst"

    @Test(arguments: ["/diensten/\(Village.visible)/uit-lijst", fromList])
    func theWayBackGivesTheSameList(_ address: String) throws {
        let desk = try Desk()

        let page = try desk.press(address, on: desk.list)
        #expect(page.status == .ok)
        let again = try desk.press("/zoeken", on: page)

        #expect(page.text.contains("Terug naar uw lijst"))
        #expect(again.textWithoutTokens == desk.list.textWithoutTokens)
    }

    @Test func thePageOfAPlaceLeadsOnToItsHold() throws {
        let desk = try Desk()

        let place = try desk.press("/diensten/\(Village.visible)/uit-lijst", on: desk.list)
        let hold = try desk.press(Self.fromList, on: place)

        #expect(hold.text.contains("Houd vast tot"))
        #expect(hold.text.contains("Terug naar uw lijst"))
    }

    @Test func asManyPlacesAsAreNeededAreChosen() throws {
        let desk = try Desk([
            "age": "24", "gender": "female", "household": "with_children", "childAge1": "3", "threat": "green",
            "urgency": "now",
        ])
        #expect(desk.list.text.contains("Houd 2 plekken vast"))

        let page = try desk.press(Self.fromList, on: desk.list)

        let chosen = Markup(page.text).tags("input").filter { $0["name"] == "places" && $0["checked"] != nil }
        #expect(chosen.map { $0["value"] } == ["2"])
    }

    @Test func theNextPlaceIsOneButtonAwayWhenSomebodyWasFirst() throws {
        let desk = try Desk()
        let form = try desk.press(Self.fromList, on: desk.list)
        _ = try desk.program.hold(2, as: .comensha)

        let page = try desk.program.press(Self.hold, ["places": "1"], on: form, cookie: desk.cookie)
        #expect(page.status == .conflict)
        #expect(page.text.contains("Wilt u de volgende passende plek vasthouden?"))
        let next = try #require(
            Markup(page.text).tags.compactMap { $0["formaction"] }.first { $0.hasPrefix("/vasthouden/") })
        #expect(next != Self.fromList)

        #expect(try desk.press(next, on: page).text.contains("Houd vast tot"))
    }

    @Test func nothingElseFreeSaysWhomToCall() throws {
        let desk = try Desk()
        let form = try desk.press(Self.fromList, on: desk.list)
        let free = [(Village.visible, 2), (Village.sheltered, 1), (Village.secret, 3), (Village.other, 1)]
        for (service, places) in free { _ = try desk.program.hold(places, on: service, as: .comensha) }

        let page = try desk.program.press(Self.hold, ["places": "1"], on: form, cookie: desk.cookie)

        #expect(page.status == .conflict)
        #expect(page.text.contains("Geen andere plek uit uw lijst is nu vrij."))
        #expect(page.text.contains("Terug naar uw lijst"))
    }

    @Test func aHoldRemembersTheNextPlaceAndNothingElse() throws {
        let desk = try Desk()
        let form = try desk.press(Self.fromList, on: desk.list)

        let answer = try desk.program.press(Self.hold, ["places": "1"], on: form, cookie: desk.cookie)

        let location = try #require(answer.fields["Location"])
        let parts = location.split(separator: "?")
        #expect(parts.count == 2)
        #expect(parts.last?.hasPrefix("volgende=voorbeeld-") == true)
        #expect(parts.last?.contains("&") == false)
        let reference = try #require(parts.first?.split(separator: "/").last.map(String.init))

        _ = try desk.program.act(.decline, on: reference)
        let page = try desk.program.page(location, cookie: desk.cookie)

        #expect(page.text.contains("Bekijk de volgende plek: "))
    }

    @Test(arguments: ["nergens", "%3Cb%3E", "\(Village.help)", "\(Village.visible)", ""])
    func aNextPlaceThatIsNoneIsNotShown(_ next: String) throws {
        let desk = try Desk()
        let reference = try desk.program.hold()
        _ = try desk.program.act(.decline, on: reference)

        let page = try desk.program.page("/vastgehouden/\(reference)?volgende=\(next)", cookie: desk.cookie)

        #expect(page.status == .ok)
        #expect(!page.text.contains("Bekijk de volgende plek"))
        #expect(page.text.contains("Zoek een andere plek die past."))
    }

    /// What was filled in is in the body alone.
    @Test func noAddressHoldsAnAnswer() throws {
        let desk = try Desk()
        let page = try desk.press(Self.fromList, on: desk.list)

        for tag in Markup(desk.list.text).tags + Markup(page.text).tags {
            let address = tag["href"] ?? tag["action"] ?? tag["formaction"] ?? ""
            #expect(!address.contains("age=") && !address.contains("Zwolle"), "\(address)")
        }
    }

    @Test(arguments: [Visitor.shelter, .policy, .admin])
    func aHoldFromTheListIsForWhoPlacesPeople(_ visitor: Visitor) throws {
        let program = try TestProgram(Village.registry)

        let page = try program.post(Self.fromList, SamplePages.good, cookie: program.signIn(visitor))

        #expect(page.status == .forbidden)
    }

    @Test func answersWithAFaultLeadToTheForm() throws {
        let program = try TestProgram(Village.registry)

        let page = try program.post(Self.fromList, SamplePages.bad, cookie: program.signIn(.coordinator))

        #expect(page.status == .badRequest)
        #expect(page.text.contains("data-screen=\"S9\"") || page.text.contains("Vul een leeftijd in"))
    }
}
