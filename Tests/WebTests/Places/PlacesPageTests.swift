import Domain
import Foundation
import HTTP
import Ledger
import Testing

@testable import PageReading
@testable import Web

@Suite("My places, screen S11")
struct PlacesPageTests {
    private static let path = "/mijn-plekken"
    private static let row = "/mijn-plekken/\(Village.visible)"

    /// A shelter that is signed in, and its page.
    private struct Desk {
        let program: TestProgram
        let cookie: String

        init(_ visitor: Visitor = .shelter) throws {
            program = try TestProgram(Village.registry)
            cookie = try program.signIn(visitor)
        }

        func page(_ path: String = PlacesPageTests.path) throws -> Response { try program.page(path, cookie: cookie) }

        func press(_ deed: String, _ more: KeyValuePairs<String, String> = [:], on page: Response) throws -> Response {
            try program.press(row, Self.filled(deed, more), on: page, cookie: cookie)
        }

        func follow(_ deed: String, _ more: KeyValuePairs<String, String> = [:], on page: Response) throws -> Response {
            try program.follow(row, Self.filled(deed, more), on: page, cookie: cookie)
        }

        private static func filled(
            _ deed: String, _ more: KeyValuePairs<String, String>
        ) -> KeyValuePairs<String, String> {
            guard let first = more.first else { return ["doe": deed] }
            return ["doe": deed, first.key: first.value]
        }
    }

    // MARK: Looking

    @Test func everyPlaceHasARowAndNothingElseHas() throws {
        let page = try Desk().page()

        #expect(page.status == .ok)
        let rows = Markup(page.text).tags.compactMap { $0["data-row"] }
        #expect(rows == [Village.visible, Village.sheltered, Village.secret, Village.uncounted])
        #expect(page.text.contains("3 van 4 rijen zijn vandaag bevestigd."))
    }

    @Test func itSpeaksEnglish() throws {
        let page = try Desk().page("/en/mijn-plekken")

        #expect(page.text.contains("3 of 4 rows were confirmed today."))
        #expect(page.text.contains("Everything is still right"))
        #expect(!page.text.contains("Klopt nog"))
    }

    struct Age: Sendable, CustomTestStringConvertible {
        let hours: Double
        let text: String
        let state: String
        var testDescription: String { "\(hours) h" }
    }

    /// A crisis place is fresh for 12 hours and ages until 24. It was confirmed at 08.00 hours in Amsterdam.
    @Test(arguments: [
        Age(hours: 0, text: "bevestigd: vandaag 08.00 uur", state: "fresh"),
        Age(hours: 11.5, text: "Bevestig voor morgen 08.00 uur, dan blijft deze plek bovenaan.", state: "ageing"),
        Age(hours: 17, text: "Bevestig voor 08.00 uur, dan blijft deze plek bovenaan.", state: "ageing"),
        Age(
            hours: 24, text: "Verouderd sinds vandaag 08.00 uur – coördinatoren zien nu ‘eerst bellen’.", state: "stale"
        ),
        Age(
            hours: 48, text: "Verouderd sinds gisteren 08.00 uur – coördinatoren zien nu ‘eerst bellen’.",
            state: "stale"),
    ])
    func reminds(_ age: Age) throws {
        let desk = try Desk()
        desk.program.clock.advance(seconds: age.hours * 3_600)
        let cookie = try desk.program.signIn(.shelter)

        let page = try desk.program.page(Self.path, cookie: cookie)

        let tag = try #require(Markup(page.text).tags.first { $0["data-row"] == Village.visible })
        #expect(tag["class"]?.contains("ok-place--\(age.state)") == true)
        #expect(page.text.contains(age.text), "\(page.text)")
    }

    @Test(arguments: [Visitor.coordinator, .comensha, .policy])
    func isNotForOthers(_ visitor: Visitor) throws {
        #expect(try Desk(visitor).page().status == .forbidden)
    }

    @Test func anAdministratorChoosesAShelter() throws {
        let desk = try Desk(.admin)

        let list = try desk.page()
        let page = try desk.page("/mijn-plekken?organisatie=voorbeeld-huis")

        #expect(list.text.contains("/mijn-plekken?organisatie=voorbeeld-huis"))
        #expect(page.text.contains("data-row=\"\(Village.visible)\""))
        let saved = try desk.follow("plus", on: page)
        #expect(saved.text.contains("Opgeslagen om 09.00 uur: 3 vrij."))
        #expect(try desk.page("/mijn-plekken?organisatie=nergens").status == .notFound)
    }

    // MARK: One press

    @Test func onePressConfirmsAllRows() throws {
        let desk = try Desk()
        let page = try desk.program.follow(Self.path, on: desk.page(), cookie: desk.cookie)

        #expect(page.text.contains("Opgeslagen om 09.00 uur: 3 rijen bevestigd."))
        #expect(page.text.contains("Niet bevestigd: Kamers. Kijk of het aantal daar klopt."))
        #expect(try desk.program.confirmations == 1)
        for service in [Village.visible, Village.sheltered, Village.secret] {
            #expect(try desk.program.count(of: service).version == 1)
        }
    }

    @Test func allLeavesOutWhatAColleagueChanged() throws {
        let desk = try Desk()
        let page = try desk.page()
        try desk.program.report(free: 5)
        desk.program.clock.advance(seconds: 60)

        let done = try desk.program.follow(Self.path, on: page, cookie: desk.cookie)

        #expect(done.text.contains("2 rijen bevestigd"))
        #expect(try desk.program.count() == (5, 0, 1))
    }

    struct Press: Sendable, CustomTestStringConvertible {
        let deed: String
        let free: Int
        var testDescription: String { deed }
    }

    @Test(arguments: [Press(deed: "min", free: 1), Press(deed: "plus", free: 3), Press(deed: "klopt", free: 2)])
    func onePressSavesAndSaysSo(_ press: Press) throws {
        let desk = try Desk()

        let page = try desk.follow(press.deed, on: desk.page())

        #expect(try desk.program.count() == (press.free, 0, 1))
        #expect(page.text.contains("Opgeslagen om 09.00 uur: \(press.free) vrij."))
        #expect(page.text.contains("Ongedaan maken"))
    }

    @Test func aTypedNumberGoesAlongWithStillRight() throws {
        let desk = try Desk()

        let page = try desk.follow("klopt", ["free": "5"], on: desk.page())

        #expect(page.text.contains("Opgeslagen om 09.00 uur: 5 vrij."))
        #expect(try desk.program.count() == (5, 0, 1))
    }

    @Test func whatWasSavedIsToldOnlyWhileItStands() throws {
        let desk = try Desk()
        let response = try desk.press("plus", on: desk.page())
        let target = String(try #require(response.fields["Location"]).prefix { $0 != "#" })
        try desk.program.report(free: 1)

        #expect(try !desk.page(target).text.contains("Opgeslagen om"))
    }

    @Test func undoPutsBackWhatStood() throws {
        let desk = try Desk()
        let saved = try desk.follow("min", on: desk.page())

        let page = try desk.follow("ongedaan", on: saved)

        #expect(page.text.contains("Teruggezet. Er staat nu weer: 2 vrij."))
        #expect(try desk.program.count() == (2, 0, 2))
    }

    @Test func undoIsRefusedOnceSomethingCameAfter() throws {
        let desk = try Desk()
        let saved = try desk.follow("min", on: desk.page())
        try desk.program.report(free: 4)

        let page = try desk.press("ongedaan", on: saved)

        #expect(page.status == .conflict)
        #expect(page.text.contains("Ongedaan maken kan niet meer."))
        #expect(try desk.program.count().free == 4)
    }

    @Test func pressedTwiceIsDoneOnce() throws {
        let desk = try Desk()
        let page = try desk.page()
        _ = try desk.follow("plus", on: page)

        let again = try desk.follow("plus", on: page)

        #expect(again.text.contains("Opgeslagen om 09.00 uur: 3 vrij."))
        #expect(try desk.program.count() == (3, 0, 1))
    }

    // MARK: Bounds

    @Test func lessThanNoneIsTheMinimum() throws {
        let desk = try Desk()
        try desk.program.report(free: 0)

        let page = try desk.press("min", on: desk.page())

        #expect(page.status == .badRequest)
        #expect(page.text.contains("<title>Fout: "))
        #expect(page.text.contains("0 is het minimum."))
        #expect(try desk.program.count().version == 1)
    }

    @Test func moreThanAllAsksWhetherThereAreMore() throws {
        let desk = try Desk()
        try desk.program.report(free: 6)

        let page = try desk.press("plus", on: desk.page())

        #expect(page.status == .badRequest)
        #expect(page.text.contains("Meer vrij dan het totaal (6). Is het totaal veranderd?"))
        let raised = try desk.program.follow(
            Self.row, ["doe": "zet", "free": "7", "total": "7"], on: page, cookie: desk.cookie)
        #expect(raised.text.contains("Opgeslagen om 09.00 uur: 7 vrij."))
    }

    @Test func placesOnHoldCountForAll() throws {
        let desk = try Desk()
        try desk.program.report(free: 6)
        _ = try desk.program.hold()

        let page = try desk.press("plus", on: desk.page())

        #expect(page.status == .badRequest)
        #expect(page.text.contains("Er wordt 1 plek vastgehouden. Samen met wat vrij is"))
        #expect(try desk.program.count() == (5, 1, 2))
    }

    @Test(arguments: ["x", "-1", "1,5", "10001", " "])
    func whatIsNoNumberIsAFaultAtItsField(_ text: String) throws {
        let desk = try Desk()

        let page = try desk.program.press(
            Self.row, ["doe": "zet", "total": text], on: desk.page(), cookie: desk.cookie)

        #expect(page.status == .badRequest)
        let markup = Markup(page.text)
        #expect(markup.tags("a").contains { $0["href"] == "#total-\(Village.visible)" })
        #expect(markup.ids.contains("total-\(Village.visible)"))
        #expect(try desk.program.count().version == 0)
    }

    @Test(arguments: ["", "veel"])
    func stillRightNeedsANumber(_ text: String) throws {
        let desk = try Desk()

        let page = try desk.press("klopt", ["free": text], on: desk.page())

        #expect(page.status == .badRequest)
        #expect(page.text.contains("Vul in hoeveel plekken vrij zijn bij Kamers, bijvoorbeeld 2."))
    }

    // MARK: Two at once

    @Test func aColleagueWasFirst() throws {
        let desk = try Desk()
        let page = try desk.page()
        try desk.program.report(free: 1)

        let conflict = try desk.press("plus", on: page)

        #expect(conflict.status == .preconditionFailed)
        #expect(conflict.text.contains("aangepast naar 1. Wilt u dat houden of wijzigen?"))
        #expect(conflict.text.contains("Houd 1 vrij"))
        #expect(conflict.text.contains("Wijzig naar 3 vrij"))
        #expect(try desk.program.count() == (1, 0, 1))
        let kept = try desk.program.follow(
            Self.row, ["doe": "klopt", "free": "1"], on: conflict, cookie: desk.cookie)
        #expect(kept.text.contains("Opgeslagen om 09.00 uur: 1 vrij."))
    }

    @Test func stillRightIsNotSaidOfAnotherNumber() throws {
        let desk = try Desk()
        let page = try desk.page()
        try desk.program.report(free: 1)

        #expect(try desk.press("klopt", ["free": "2"], on: page).status == .preconditionFailed)
    }

    @Test func stillRightStaysRightWhenSomebodyHoldsAPlace() throws {
        let desk = try Desk()
        let page = try desk.page()
        _ = try desk.program.hold()

        _ = try desk.follow("klopt", ["free": "2"], on: page)

        #expect(try desk.program.count() == (1, 1, 2))
    }

    @Test func othersPlacesAreNotTheirs() throws {
        let desk = try Desk(.otherShelter)
        let own = try desk.page()

        let answer = try desk.program.post(
            Self.row, ["doe": "klopt", "gezien": "0 2 0 6 0"], cookie: desk.cookie)

        #expect(!own.text.contains(Village.visible))
        #expect(answer.status == .forbidden)
        #expect(try desk.program.count().version == 0)
    }

    @Test(arguments: ["", "weg", "klopt"])
    func aFormOfNobodyIsRefused(_ deed: String) throws {
        let desk = try Desk()

        let answer = try desk.program.post(Self.row, ["doe": deed, "gezien": "x"], cookie: desk.cookie)

        #expect(answer.status == .badRequest)
        #expect(try desk.program.count().version == 0)
    }

    // MARK: Seldom

    @Test func pauseAndOpenAgain() throws {
        let desk = try Desk()

        let paused = try desk.follow("pauze", on: desk.page())
        #expect(paused.text.contains("Opgeslagen om 09.00 uur: tijdelijk geen opname."))
        #expect(paused.text.contains("Tijdelijk geen opname. Coördinatoren kunnen deze plek nu niet vasthouden."))
        let open = try desk.follow("hervat", on: paused)

        #expect(!open.text.contains("ok-place--paused"))
        #expect(try desk.program.count() == (2, 0, 2))
    }

    @Test(arguments: ["2026-12-01", "01-12-2026"])
    func aDayOnWhichAPlaceComesFree(_ text: String) throws {
        let desk = try Desk()

        let page = try desk.follow("zet", ["expectedFreeOn": text], on: desk.page())

        #expect(page.text.contains("Verwacht vrij: 1 december 2026"))
        let more = try desk.follow("plus", on: page)
        #expect(more.text.contains("Verwacht vrij: 1 december 2026"), "a step leaves the day as it is")
        let none = try desk.follow("zet", ["expectedFreeOn": ""], on: more)
        #expect(!none.text.contains("Verwacht vrij: "))
    }

    @Test(arguments: ["2026-11-19", "30-02-2026", "morgen", "2199-01-01", "99999999999-1-1"])
    func noDayThatHasPassedOrIsNone(_ text: String) throws {
        let desk = try Desk()

        let page = try desk.press("zet", ["expectedFreeOn": text], on: desk.page())

        #expect(page.status == .badRequest)
        #expect(page.text.contains("Kies een dag vanaf vandaag, bijvoorbeeld 27 november 2026."))
    }

    @Test func theFirstNumberOfAPlace() throws {
        let desk = try Desk()
        let address = "/mijn-plekken/\(Village.uncounted)"
        let page = try desk.page()
        #expect(page.text.contains("Nog geen aantal – coördinatoren zien nu ‘eerst bellen’."))

        let faults = try desk.program.press(address, ["doe": "zet"], on: page, cookie: desk.cookie)
        let saved = try desk.program.follow(
            address, ["doe": "zet", "free": "1", "total": "4"], on: page, cookie: desk.cookie)

        #expect(faults.status == .badRequest)
        #expect(saved.text.contains("Opgeslagen om 09.00 uur: 1 vrij."))
        #expect(try desk.program.count(of: Village.uncounted) == (1, 0, 1))
    }

    // MARK: Others wait

    @Test func whoWaitsForAnAnswerIsTold() throws {
        let desk = try Desk()
        #expect(try !desk.page().text.contains("wacht op uw antwoord"))
        _ = try desk.program.hold()

        let page = try desk.page()

        #expect(page.text.contains("1 aanvraag wacht op uw antwoord."))
        #expect(page.text.contains("1 plek wordt vastgehouden."))
    }
}

extension TestProgram {
    /// How many records confirm counts.
    fileprivate var confirmations: Int {
        get throws { try ledger.records(from: 1, atMost: .max).count { $0.record.kind == .capacityConfirmed } }
    }

    /// Somebody else of the shelter states a count.
    func report(free: Int, on service: String = Village.visible) throws {
        let response = try send(
            .put, CapacityTests.target(service), as: .admin, fields: ["If-Match": "*"], json: Body.count(free: free))
        #expect(response.status == .ok)
    }
}
