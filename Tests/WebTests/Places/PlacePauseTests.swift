import Domain
import Foundation
import HTTP
import Ledger
import Testing

@testable import PageReading
@testable import Web

/// "Tijdelijk geen opname" with a last day and a reason (screen S11), with forms alone.
@Suite("My places, a pause")
struct PlacePauseTests {
    private static let path = "/mijn-plekken"
    private static let row = "/mijn-plekken/\(Village.visible)"
    private static let wholePause: KeyValuePairs = [
        "doe": "pauze", "pausedUntil": "2026-12-01", "pauseReason": "staffing",
    ]
    private static let sentence = "Tijdelijk geen opname tot en met dinsdag 1 december 2026: te weinig personeel"

    private struct Desk {
        let program: TestProgram
        let cookie: String

        init() throws {
            program = try TestProgram(Village.registry)
            cookie = try program.signIn(.shelter)
        }

        func page(_ path: String = PlacePauseTests.path) throws -> Response { try program.page(path, cookie: cookie) }

        func press(_ values: KeyValuePairs<String, String>, on page: Response) throws -> Response {
            try program.press(row, values, on: page, cookie: cookie)
        }

        func follow(_ values: KeyValuePairs<String, String>, on page: Response) throws -> Response {
            try program.follow(row, values, on: page, cookie: cookie)
        }

        /// What stands: whether it is paused, until when and why.
        var pause: PlacePause? {
            ServiceID(rawValue: Village.visible).flatMap { program.ledger.state.capacity(of: $0) }.map {
                PlacePause($0.capacity)
            }
        }
    }

    private static func day(_ text: String) -> CalendarDate? { CalendarDate(text: text) }

    @Test func theFormAsksForADayAndAReason() throws {
        let page = try Desk().page()

        let markup = Markup(page.text)
        let day = try #require(markup.tags("input").first { $0["id"] == "pausedUntil-\(Village.visible)" })
        #expect(day["type"] == "date" && day["name"] == "pausedUntil" && day["required"] == nil)
        #expect(day["aria-describedby"] == "pausedUntil-\(Village.visible)-hint")
        #expect(markup.tags("select").contains { $0["id"] == "pauseReason-\(Village.visible)" })
        #expect(page.text.contains("Tot en met (niet verplicht)") && page.text.contains("Reden (niet verplicht)"))
        for label in ["Te weinig personeel", "Ziekte in huis", "Rust in de groep nodig", "Iets anders"] {
            #expect(page.text.contains(">\(label)</option>"))
        }
    }

    @Test(arguments: ["2026-12-01", "01-12-2026"])
    func bothAreKeptAndTold(_ text: String) throws {
        let desk = try Desk()

        let page = try desk.follow(
            ["doe": "pauze", "pausedUntil": text, "pauseReason": "staffing"], on: desk.page())

        #expect(desk.pause == PlacePause(isPaused: true, until: Self.day("2026-12-01"), reason: .staffing))
        #expect(page.text.contains("\(Self.sentence). Coördinatoren kunnen deze plek nu niet vasthouden."))
        #expect(page.text.contains("Opgeslagen om 09.00 uur: tijdelijk geen opname."))
    }

    struct Part: Sendable, CustomTestStringConvertible {
        let day: String
        let reason: String
        let text: String
        var testDescription: String { text }
    }

    @Test(arguments: [
        Part(day: "", reason: "", text: "Tijdelijk geen opname. Coördinatoren"),
        Part(
            day: "2026-11-20", reason: "",
            text: "Tijdelijk geen opname tot en met vrijdag 20 november 2026. Coördinatoren"),
        Part(day: "", reason: "other", text: "Tijdelijk geen opname: iets anders. Coördinatoren"),
    ])
    func neitherIsNeeded(_ part: Part) throws {
        let desk = try Desk()

        let page = try desk.follow(
            ["doe": "pauze", "pausedUntil": part.day, "pauseReason": part.reason], on: desk.page())

        #expect(page.text.contains(part.text))
        #expect(desk.pause?.isPaused == true)
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let field: String
        let value: String
        let text: String
        var testDescription: String { "\(field) \(value)" }
    }

    @Test(arguments: [
        Fault(field: "pausedUntil", value: "2026-11-19", text: "Kies een dag vanaf vandaag, bijvoorbeeld"),
        Fault(field: "pausedUntil", value: "30-02-2027", text: "Kies een dag vanaf vandaag, bijvoorbeeld"),
        Fault(field: "pausedUntil", value: "2199-01-01", text: "Kies een dag vanaf vandaag, bijvoorbeeld"),
        Fault(field: "pauseReason", value: "moe", text: "Kies een reden uit de lijst."),
    ])
    func whatCannotBeIsAFaultAtItsField(_ fault: Fault) throws {
        let desk = try Desk()
        let isDay = fault.field == "pausedUntil"

        let page = try desk.press(
            [
                "doe": "pauze", "pausedUntil": isDay ? fault.value : "2026-12-01",
                "pauseReason": isDay ? "illness" : fault.value,
            ], on: desk.page())

        #expect(page.status == .badRequest)
        #expect(page.text.contains("<title>Fout: "))
        let (markup, id) = (Markup(page.text), "\(fault.field)-\(Village.visible)")
        #expect(markup.tags("a").contains { $0["href"] == "#\(id)" })
        #expect(markup.ids.contains("\(id)-error"))
        #expect(page.text.contains(fault.text))
        #expect(desk.pause == PlacePause.none)
        // What was right in it stays filled in.
        if isDay {
            #expect(markup.tags("option").contains { $0["value"] == "illness" && $0["selected"] != nil })
        } else {
            #expect(markup.tags("input").contains { $0["name"] == "pausedUntil" && $0["value"] == "2026-12-01" })
        }
    }

    @Test(arguments: ["plus", "min", "klopt", "zet"])
    func otherPressesLeaveIt(_ deed: String) throws {
        let desk = try Desk()
        let paused = try desk.follow(Self.wholePause, on: desk.page())

        _ = try desk.follow(["doe": deed], on: paused)

        #expect(desk.pause == PlacePause(isPaused: true, until: Self.day("2026-12-01"), reason: .staffing))
        #expect(try desk.program.count().version == 2)
    }

    @Test func openAgainClearsIt() throws {
        let desk = try Desk()
        let paused = try desk.follow(Self.wholePause, on: desk.page())

        let open = try desk.follow(["doe": "hervat"], on: paused)

        #expect(desk.pause == PlacePause.none)
        #expect(!open.text.contains("dinsdag 1 december 2026"))
    }

    @Test func itCanBeMadeLongerWithoutOpeningInBetween() throws {
        let desk = try Desk()
        let paused = try desk.follow(Self.wholePause, on: desk.page())
        #expect(paused.text.contains("Wijzig de pauze"))
        #expect(Markup(paused.text).tags("input").contains { $0["value"] == "2026-12-01" })

        let longer = try desk.follow(
            ["doe": "pauze", "pausedUntil": "2026-12-08", "pauseReason": "illness"], on: paused)

        #expect(longer.text.contains("tot en met dinsdag 8 december 2026: ziekte in huis"))
        #expect(desk.pause == PlacePause(isPaused: true, until: Self.day("2026-12-08"), reason: .illness))
    }

    struct After: Sendable, CustomTestStringConvertible {
        let days: Double
        let text: String
        var testDescription: String { text }
    }

    /// It was to last until Saturday 21 November 2026; nothing ends by itself.
    @Test(arguments: [
        After(days: 1, text: "Tijdelijk geen opname tot en met zaterdag 21 november 2026."),
        After(days: 2, text: "De pauze liep tot gisteren. Neemt u weer op?"),
        After(days: 3, text: "De pauze liep tot en met zaterdag 21 november 2026. Neemt u weer op?"),
    ])
    func afterItsLastDayTheRowAsks(_ after: After) throws {
        let desk = try Desk()
        _ = try desk.follow(["doe": "pauze", "pausedUntil": "2026-11-21"], on: desk.page())
        desk.program.clock.advance(seconds: after.days * 86_400)
        let cookie = try desk.program.signIn(.shelter)

        let page = try desk.program.page(Self.path, cookie: cookie)

        #expect(page.text.contains(after.text))
        #expect(desk.pause == PlacePause(isPaused: true, until: Self.day("2026-11-21")))
        let open = try desk.program.follow(Self.row, ["doe": "hervat"], on: page, cookie: cookie)
        #expect(!open.text.contains("Neemt u weer op?"))
        #expect(desk.pause == PlacePause.none)
    }

    @Test func aColleagueWasFirst() throws {
        let desk = try Desk()
        let page = try desk.page()
        try desk.program.report(free: 1)

        let conflict = try desk.press(Self.wholePause, on: page)
        #expect(conflict.status == .preconditionFailed)
        #expect(conflict.text.contains("Wijzig naar 2 vrij, geen opname tot en met 1 december 2026"))
        let hidden = PageForm.all(in: Markup(conflict.text)).map(\.hidden)
        #expect(
            hidden.contains { $0.contains(["pauseReason", "staffing"]) && $0.contains(["pausedUntil", "2026-12-01"]) })
        #expect(desk.pause == PlacePause.none)
    }

    @Test func pressedTwiceIsDoneOnce() throws {
        let desk = try Desk()
        let page = try desk.page()
        _ = try desk.follow(Self.wholePause, on: page)

        _ = try desk.follow(Self.wholePause, on: page)

        #expect(try desk.program.count().version == 1)
    }

    @Test func undoPutsItBack() throws {
        let desk = try Desk()
        let paused = try desk.follow(Self.wholePause, on: desk.page())
        let open = try desk.follow(["doe": "hervat"], on: paused)

        _ = try desk.follow(["doe": "ongedaan"], on: open)

        #expect(desk.pause == PlacePause(isPaused: true, until: Self.day("2026-12-01"), reason: .staffing))
    }

    // MARK: Others

    @Test func professionalsReadItOnThePageOfThePlace() throws {
        let desk = try Desk()
        _ = try desk.follow(Self.wholePause, on: desk.page())

        for visitor in [Visitor.coordinator, .comensha, .policy, .admin] {
            let cookie = try desk.program.signIn(visitor)
            let page = try desk.program.page("/diensten/\(Village.visible)", cookie: cookie)
            #expect(page.text.contains(Self.sentence), "\(visitor)")
        }
    }
}
