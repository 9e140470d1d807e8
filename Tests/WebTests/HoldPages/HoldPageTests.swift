import Domain
import Foundation
import HTTP
import Testing

@testable import PageReading
@testable import Web

@Suite("Holding a place, screen S9")
struct HoldPageTests {
    private static let form = "/vasthouden/\(Village.visible)"

    private struct Desk {
        let program: TestProgram
        let cookie: String

        init(_ visitor: Visitor = .coordinator) throws {
            program = try TestProgram(Village.registry)
            cookie = try program.signIn(visitor)
        }

        func page(_ path: String) throws -> Response { try program.page(path, cookie: cookie) }

        func press(_ path: String, _ filled: KeyValuePairs<String, String> = [:], on page: Response) throws -> Response
        {
            try program.press(path, filled, on: page, cookie: cookie)
        }

        /// Holds a place; gives its page.
        func hold() throws -> (path: String, page: Response) {
            let form = try page(HoldPageTests.form)
            let answer = try press(HoldPageTests.form, ["places": "1"], on: form)
            let path = try #require(answer.fields["Location"])
            return (path, try page(path))
        }
    }

    // MARK: Three taps

    @Test func theFormSaysUntilWhenAndWhatIsSeen() throws {
        let page = try Desk().page(Self.form)

        #expect(page.status == .ok)
        #expect(page.text.contains("Houd vast tot 10.00 uur"))
        #expect(page.text.contains("60 minuten"))
        #expect(page.text.contains("2 van 6"))
        #expect(page.text.contains("Wel: uw rol en organisatie, het aantal plekken en de eindtijd."))
        #expect(page.text.contains("Niet: gegevens over de persoon."))
    }

    @Test func oneButtonKeepsThePlace() throws {
        let desk = try Desk()

        let (path, page) = try desk.hold()

        let reference = try #require(path.split(separator: "/").last.map(String.init))
        #expect(try desk.program.count() == (1, 1, 1))
        #expect(page.text.contains(reference))
        let stand = try #require(Markup(page.text).tags.first { $0["data-hold"] != nil })
        #expect(stand["data-hold"] == reference)
        #expect(stand["data-ends"] == "2026-11-20T09:00:00Z")
        #expect(page.text.contains("Nog 60 minuten"))
        #expect(page.text.contains("Bel de opvang: 038-000 00 01"))
        desk.program.clock.advance(seconds: 125)
        #expect(try desk.page(path).text.contains("Nog 57 minuten"))
    }

    @Test func pressedTwiceKeepsOnePlace() throws {
        let desk = try Desk()
        let form = try desk.page(Self.form)

        let first = try desk.press(Self.form, ["places": "1"], on: form)
        let again = try desk.press(Self.form, ["places": "1"], on: form)
        let other = try desk.press(Self.form, ["places": "2"], on: form)

        #expect(again.fields["Location"] == first.fields["Location"])
        #expect(other.status == .conflict)
        #expect(other.text.contains("Met deze pagina hield u al plekken vast."))
        #expect(try desk.program.count() == (1, 1, 1))
    }

    // MARK: When it cannot be

    @Test func somebodyWasFirst() throws {
        let desk = try Desk()
        let form = try desk.page(Self.form)
        _ = try desk.program.hold(2, as: .comensha)

        let page = try desk.press(Self.form, ["places": "1"], on: form)

        #expect(page.status == .conflict)
        #expect(page.text.contains("<title>Fout: "))
        #expect(page.text.contains("Iemand was u net voor. Deze plek is nu bezet."))
        #expect(page.text.contains("Wilt u een andere plek die past?"))
        #expect(page.text.contains("href=\"/zoeken\""))
        #expect(!page.text.contains("Houd vast tot"))
    }

    @Test func someAreLeft() throws {
        let desk = try Desk()
        let form = try desk.page(Self.form)
        _ = try desk.program.hold(1, as: .comensha)

        let page = try desk.press(Self.form, ["places": "2"], on: form)

        #expect(page.status == .conflict)
        #expect(page.text.contains("Er is nog 1 plek vrij."))
        #expect(page.text.contains("Houd vast tot"))
    }

    @Test(arguments: ["", "0", "-1", "x", "1001", "99999999999999999999"])
    func howManyIsANumber(_ text: String) throws {
        let desk = try Desk()

        let page = try desk.press(Self.form, ["places": text], on: desk.page(Self.form))

        #expect(page.status == .badRequest)
        #expect(Markup(page.text).ids.contains("places"))
        #expect(try desk.program.count().version == 0)
    }

    @Test func anOldCountIsCalledFirst() throws {
        let desk = try Desk()
        desk.program.clock.advance(seconds: 25 * 3_600)
        let cookie = try desk.program.signIn(.coordinator)

        let page = try desk.program.page(Self.form, cookie: cookie)

        #expect(page.status == .ok)
        #expect(page.text.contains("Bel eerst de opvang."))
        #expect(page.text.contains("Bel de opvang: 038-000 00 01"))
        #expect(!page.text.contains("Houd vast tot"))
    }

    @Test func aPausedOrFullPlaceSaysSo() throws {
        let desk = try Desk()
        try desk.program.report(free: 0)
        #expect(try desk.page(Self.form).text.contains("Hier is nu geen plek vrij."))
        _ = try desk.program.send(
            .put, CapacityTests.target(), as: .admin, fields: ["If-Match": "*"],
            json: Body.count(free: 1, more: #", "paused": true"#))

        #expect(try desk.page(Self.form).text.contains("Deze plek neemt nu niemand op."))
    }

    @Test(arguments: ["/vasthouden/\(Village.help)", "/vasthouden/nergens", "/vasthouden/Nergens%20x"])
    func whatHasNoPlacesIsNotThere(_ path: String) throws {
        #expect(try Desk().page(path).status == .notFound)
    }

    @Test(arguments: [Visitor.shelter, .policy, .admin])
    func isForWhoPlacesPeople(_ visitor: Visitor) throws {
        #expect(try Desk(visitor).page(Self.form).status == .forbidden)
    }

    // MARK: What is done with it

    @Test func isExtendedOnce() throws {
        let desk = try Desk()
        let (path, page) = try desk.hold()
        #expect(page.text.contains("Verleng 60 minuten, tot 11.00 uur"))

        let extended = try desk.program.follow("\(path)/verlengen", on: page, cookie: desk.cookie)
        let refused = try desk.press("\(path)/verlengen", on: page)

        #expect(extended.text.contains("Nog 120 minuten"))
        #expect(!extended.text.contains("Verleng 60 minuten"))
        #expect(refused.status == .conflict)
        #expect(refused.text.contains("U heeft al een keer verlengd. Nog een keer kan niet."))
    }

    struct End: Sendable, CustomTestStringConvertible {
        let action: String
        let text: String
        let free: Int
        var testDescription: String { action }
    }

    @Test(arguments: [
        End(action: "geregeld", text: "De plek is geregeld.", free: 1),
        End(action: "loslaten", text: "De plek is losgelaten en weer vrij voor anderen.", free: 2),
    ])
    func isClosed(_ end: End) throws {
        let desk = try Desk()
        let (path, page) = try desk.hold()

        let done = try desk.program.follow("\(path)/\(end.action)", on: page, cookie: desk.cookie)
        let again = try desk.press("\(path)/\(end.action)", on: page)

        #expect(done.text.contains(end.text))
        #expect(try desk.program.count() == (end.free, 0, 2))
        #expect(again.status == .conflict)
    }

    @Test func endsByItself() throws {
        let desk = try Desk()
        let (path, page) = try desk.hold()
        desk.program.pass(seconds: 3_600)
        let cookie = try desk.program.signIn(.coordinator)

        let over = try desk.program.page(path, cookie: cookie)
        let late = try desk.program.press("\(path)/verlengen", on: page, cookie: desk.cookie)

        #expect(over.text.contains("De tijd is om. De plek is weer vrij voor anderen."))
        #expect(over.text.contains("Houd deze plek opnieuw vast"))
        // The session of that page has ended meanwhile: nothing is done with it.
        #expect(late.status == .unauthorized)
    }

    @Test(arguments: [true, false])
    func tellsWhatTheShelterSaid(_ isYes: Bool) throws {
        let desk = try Desk()
        let (path, _) = try desk.hold()
        let reference = try #require(path.split(separator: "/").last.map(String.init))
        _ = try desk.program.act(isYes ? .accept : .decline, on: reference)

        let page = try desk.page(path)

        let status = MarkupTree(html: page.text).all("span").first { $0["data-hold-status"] != nil }
        #expect(
            status?.text
                == (isYes ? "Geaccepteerd – bel 038-000 00 01." : "Niet mogelijk: past nu niet in de groep."))
        #expect(status?.inner("a").map { $0["href"] } == (isYes ? ["tel:0380000001"] : []))
        #expect(page.text.contains("Zoek opnieuw") != isYes)
    }

    // MARK: Whose it is

    @Test func othersHoldsAreNotThere() throws {
        let desk = try Desk()
        let reference = try desk.program.hold(as: .comensha)

        #expect(try desk.page("/vastgehouden/\(reference)").status == .notFound)
        #expect(try desk.page("/vastgehouden/\(reference)/stand").status == .notFound)
        #expect(try desk.page("/overdracht/\(reference)").status == .notFound)
        #expect(try !desk.page("/vastgehouden").text.contains(reference))
        let own = try desk.hold()
        let answer = try desk.program.press(
            "\(own.path)/loslaten", on: own.page, cookie: desk.program.signIn(.comensha))
        #expect(answer.status != .seeOther)
    }

    @Test func whoMayReadAllMayNotAct() throws {
        let desk = try Desk(.comensha)
        let reference = try desk.program.hold()

        let page = try desk.page("/vastgehouden/\(reference)")
        let answer = try desk.program.post("/vastgehouden/\(reference)/loslaten", [:], cookie: desk.cookie)

        #expect(page.status == .ok)
        #expect(!page.text.contains("loslaten"))
        #expect(try desk.page("/vastgehouden").text.contains("Door anderen vastgehouden (1)"))
        #expect(answer.status == .notFound)
        #expect(try desk.program.count() == (1, 1, 1))
    }

    @Test func theListGoesByTheEnd() throws {
        let desk = try Desk()
        #expect(try desk.page("/vastgehouden").text.contains("U houdt nu geen plek vast."))
        let first = try desk.program.hold()
        desk.program.clock.advance(seconds: 60)
        let second = try desk.program.hold(on: Village.secret)
        desk.program.clock.advance(seconds: 60)
        _ = try desk.program.act(.extend, on: first)

        let page = try desk.page("/vastgehouden")

        let shown = Markup(page.text).tags.compactMap { $0["data-hold"] }
        #expect(shown == [second, first])
        #expect(page.text.contains("Nu vastgehouden (2)"))
    }

    @Test func thePartThatChangesComesAlone() throws {
        let desk = try Desk()
        let (path, _) = try desk.hold()

        let part = try desk.page("\(path)/stand")

        #expect(part.status == .ok)
        #expect(part.text.hasPrefix("<div class=\"ok-stand ok-stand--open\""))
        #expect(part.text.contains("data-countdown"))
    }

    @Test func aShelterIsLedToItsRequests() throws {
        let desk = try Desk(.shelter)
        let reference = try desk.program.hold()

        #expect(try desk.page("/vastgehouden").fields["Location"] == "/aanvragen")
        #expect(try desk.page("/vastgehouden/\(reference)").fields["Location"] == "/aanvragen#\(reference)")
        #expect(try desk.page("/vastgehouden/\(reference)/stand").text.contains("Wacht op uw antwoord."))
    }
}
