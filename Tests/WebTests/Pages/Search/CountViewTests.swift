import Domain
import Foundation
import Hypertext
import Registry
import Testing

@testable import PageReading
@testable import Web

/// What is said of a count, by its age and size (feature F07; screens §5).
@Suite("The count of one place")
struct CountViewTests {
    private static let now = TestClock.start

    private func view(
        free: Int?, total: Int? = 6, hours: Double = 0.5, paused: Bool = false,
        until: CalendarDate? = nil, reason: PauseReason? = nil, expected: CalendarDate? = nil,
        held: Int = 0, unit: CapacityUnit = .bed, audience: Audience = .placement
    ) throws -> ServiceView {
        let service = Village.place(
            "voorbeeld-huis-telling", .womensShelter, Site(province: .overijssel), .secret, free: nil)
        let capacity = Capacity(
            unit: unit, total: total, free: free, held: held, isPaused: paused,
            pausedUntil: until, pauseReason: reason, confirmedAt: Self.now.addingTimeInterval(-hours * 3_600),
            expectedFreeOn: expected)
        return ServiceView(
            of: service, capacity: capacity, for: audience, on: try Shipped.registry.geography, at: Self.now)
    }

    private func text(_ view: ServiceView, _ language: Language = .dutch) throws -> String {
        let html = CountView(view: view, now: Self.now, language: language, codes: try Shipped.registry.codeLists)
            .html()
        return Markup(String(decoding: html.fragment(), as: UTF8.self)).blocks.joined(separator: " | ")
    }

    @Test func freeAndConfirmedJustNow() throws {
        #expect(try text(view(free: 2)) == "✓ Vrij: 2 van 6 | zojuist bevestigd (08.30 uur)")
        #expect(try text(view(free: 2), .english) == "✓ Free: 2 of 6 | confirmed just now (08:30)")
    }

    @Test(arguments: [
        (2.0, "bevestigd vandaag 07.00 uur"), (20.0, "bevestigd gisteren 13.00 uur"),
        (60.0, "bevestigd dinsdag 17 november, 21.00 uur"),
    ])
    func whenItWasConfirmed(hours: Double, text: String) throws {
        #expect(try self.text(view(free: 2, hours: hours)) == "✓ Vrij: 2 van 6 | \(text)")
    }

    /// An old count is never told, whatever it was.
    @Test(arguments: [0, 1, 6])
    func anOldCountIsNotTold(free: Int) throws {
        let text = try text(view(free: free, hours: 80))

        #expect(text == "◷ Eerst bellen | Verouderd: bevestigd op dinsdag 17 november. Bel eerst.")
        #expect(CountState(of: try view(free: free, hours: 80)) == .callFirst)
    }

    @Test func states() throws {
        #expect(try CountState(of: view(free: 1)) == .nearlyFull)
        #expect(try CountState(of: view(free: 1, total: 4)) == .free)
        #expect(try CountState(of: view(free: 2, total: 10)) == .nearlyFull)
        #expect(try CountState(of: view(free: 0)) == .full)
        #expect(try CountState(of: view(free: nil)) == .unknown)
        #expect(try CountState(of: view(free: 3, paused: true)) == .closed)
        #expect(try CountState(of: view(free: 3, total: nil)) == .free)
        #expect(try CountState(of: view(free: 3, audience: .everyone)) == .unknown)
    }

    @Test func fullWithWhatIsKnownOfLater() throws {
        let text = try text(view(free: 0, expected: CalendarDate(text: "2026-11-27"), held: 1))

        #expect(
            text
                == "– Vol: 0 van 6 | zojuist bevestigd (08.30 uur) | 1 plek is vastgehouden "
                + "| plek verwacht op vrijdag 27 november")
        #expect(try !self.text(view(free: 0, expected: CalendarDate(text: "2026-11-01"))).contains("verwacht"))
    }

    struct Pause: Sendable, CustomTestStringConvertible {
        var until: String?
        var reason: PauseReason?
        let dutch: String
        let english: String
        var testDescription: String { dutch }
    }

    /// It is Friday 20 November 2026.
    @Test(arguments: [
        Pause(dutch: "▮ Gesloten: tijdelijk geen opname", english: "▮ Closed: no admissions for now"),
        Pause(
            until: "2026-12-01", reason: .staffing,
            dutch: "▮ Tijdelijk geen opname tot en met dinsdag 1 december 2026: te weinig personeel",
            english: "▮ No admissions for now, up to and including Tuesday 1 December 2026: not enough staff"),
        Pause(
            until: "2026-11-20", dutch: "▮ Tijdelijk geen opname tot en met vrijdag 20 november 2026",
            english: "▮ No admissions for now, up to and including Friday 20 November 2026"),
        Pause(
            reason: .illness, dutch: "▮ Tijdelijk geen opname: ziekte in huis",
            english: "▮ No admissions for now: illness in the house"),
        Pause(
            until: "2026-11-19", reason: .building,
            dutch: "▮ Tijdelijk geen opname: verbouwing of onderhoud "
                + "| De pauze liep tot en met donderdag 19 november 2026. Bel of er weer plek is.",
            english: "▮ No admissions for now: building work or maintenance "
                + "| The pause ran up to and including Thursday 19 November 2026. Call to ask if there is a place again."
        ),
    ])
    func untilWhenAndWhyThereIsNoAdmission(_ pause: Pause) throws {
        let view = try view(
            free: 2, paused: true, until: pause.until.flatMap(CalendarDate.init(text:)), reason: pause.reason)

        #expect(try text(view) == pause.dutch)
        #expect(try text(view, .english) == pause.english)
    }

    @Test func roomsAreCalledRooms() throws {
        #expect(try text(view(free: 2, unit: .unit)).hasPrefix("✓ Vrij: 2 van 6 kamers"))
        #expect(try text(view(free: 1, total: 1, unit: .unit)).contains("1 van 1 kamer |"))
    }

    @Test func scriptsKnowItByTheService() throws {
        let count = CountView(
            view: try view(free: 2), now: Self.now, language: .dutch, codes: try Shipped.registry.codeLists)
        let markup = Markup(String(decoding: count.html().fragment(), as: UTF8.self))

        #expect(markup.tags.first?["data-count"] == "voorbeeld-huis-telling")
    }

    @Test(arguments: [(1, "1 dag"), (13, "13 dagen"), (14, "2 weken"), (42, "6 weken"), (90, "3 maanden")])
    func spans(days: Int, text: String) {
        #expect(CountView.span(days, Words(language: .dutch)) == text)
    }
}
