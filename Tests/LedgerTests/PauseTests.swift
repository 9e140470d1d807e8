import Domain
import Foundation
import Hashing
import Testing

@testable import Ledger

/// Until when and why a place takes nobody, in the journal and in what stands.
@Suite("Pauses")
struct PauseTests {
    private static let until = CalendarDate(daysSinceEpoch: 20_788)

    private static func record(after: CapacityFigures) throws -> Record {
        let made = try RecordLineTests.make()
        let change = CapacityChange(
            service: Fixture.beds, version: 4, before: CapacityFigures(total: 6, free: 2, isPaused: true), after: after)
        return Record(
            sequence: 7, batch: 7, time: made.time, actor: nil, kind: .capacityReported, capacities: [change],
            previous: .zero)
    }

    private static func body(_ pause: String) -> String {
        #"{"batch":7,"capacities":[{"free":1,"held":0,"# + pause + #","service":"voorbeeld-bedden","total":6,"#
            + #""version":4,"was":{"free":2,"held":0,"paused":true,"total":6}}],"kind":"capacity_reported","#
            + #""previous":"0000000000000000000000000000000000000000000000000000000000000000","#
            + #""sequence":7,"time":"2026-11-20T08:00:00.250Z"}"#
    }

    struct Form: Sendable, CustomTestStringConvertible {
        let text: String
        var until: CalendarDate?
        var reason: PauseReason?
        var testDescription: String { text }
    }

    /// To the byte; a pause of which nothing more is said has the form that it always had.
    @Test(arguments: [
        Form(text: #""paused":true"#),
        Form(text: #""paused":true,"pausedUntil":"2026-12-01""#, until: until),
        Form(text: #""pauseReason":"group_mix","paused":true"#, reason: .groupMix),
        Form(
            text: #""pauseReason":"staffing","paused":true,"pausedUntil":"2026-12-01""#, until: until,
            reason: .staffing),
    ])
    func formIsFixed(_ form: Form) throws {
        let record = try Self.record(
            after: CapacityFigures(
                total: 6, free: 1, isPaused: true, pausedUntil: form.until, pauseReason: form.reason))

        #expect(String(decoding: RecordWriter(record).bytes, as: UTF8.self) == Self.body(form.text))
        #expect(try RecordScanner.record(in: Array(Self.body(form.text).utf8)[...]) == record)
    }

    @Test(arguments: [
        #""paused":false,"pausedUntil":"2026-12-01""#, #""pauseReason":"staffing","paused":false"#,
        #""pauseReason":"tired","paused":true"#, #""pauseReason":"","paused":true"#,
        #""paused":true,"pausedUntil":"2026-02-30""#, #""paused":true,"pausedUntil":null"#,
        #""paused":true,"pauseReason":"staffing""#, #""pausedUntil":"2026-12-01","paused":true"#,
        #""pausedUntil":"2026-12-01""#,
    ])
    func anotherFormIsRefused(text: String) {
        #expect(throws: RecordFault.self) { try RecordScanner.record(in: Array(Self.body(text).utf8)[...]) }
    }

    /// What an older program wrote, and what this one writes where there is nothing more to say.
    @Test(arguments: [
        (#"{"held":0,"paused":true}"#, CapacityFigures(total: nil, free: nil, isPaused: true)),
        (
            #"{"held":0,"pauseReason":"other","paused":true,"pausedUntil":"2026-12-01"}"#,
            CapacityFigures(total: nil, free: nil, isPaused: true, pausedUntil: until, pauseReason: .other)
        ),
    ])
    func snapshotSaysWhatIsKnown(text: String, figures: CapacityFigures) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys

        let written = try encoder.encode(SnapshotBody.FiguresBody(figures))
        let read = try JSONDecoder().decode(SnapshotBody.FiguresBody.self, from: Data(text.utf8))

        #expect(String(decoding: written, as: UTF8.self) == text)
        #expect(read.figures() == figures)
    }

    @Test(arguments: [
        #"{"held":0,"paused":false,"pausedUntil":"2026-12-01"}"#, #"{"held":0,"paused":false,"pauseReason":"other"}"#,
        #"{"held":0,"paused":true,"pauseReason":"tired"}"#, #"{"held":0,"paused":true,"pausedUntil":"morgen"}"#,
    ])
    func snapshotThatCannotBeIsPassedOver(text: String) throws {
        let body = try JSONDecoder().decode(SnapshotBody.FiguresBody.self, from: Data(text.utf8))

        #expect(body.figures() == nil)
    }

    // MARK: What stands

    private struct House {
        let ledger: Ledger

        init() throws {
            ledger = try Fixture.open(FickleDisk()).ledger
        }

        func report(_ statement: CapacityStatement) throws {
            let version = ledger.state.capacity(of: Fixture.beds)?.version ?? 0
            _ = try ledger.report(statement, ifVersion: version).get()
        }

        var stands: CapacityFigures? { ledger.state.capacity(of: Fixture.beds)?.figures }
    }

    private static func pause() throws -> CapacityStatement {
        try CapacityStatement(total: 6, free: 2, isPaused: true, pausedUntil: until, pauseReason: .staffing)
    }

    private static func isPaused(_ figures: CapacityFigures?) -> Bool {
        figures?.isPaused == true && figures?.pausedUntil == until && figures?.pauseReason == .staffing
    }

    @Test func stillRightLeavesItAndOpenAgainClearsIt() throws {
        let house = try House()
        try house.report(Self.pause())
        #expect(Self.isPaused(house.stands))

        _ = try house.ledger.submit(.confirm([Fixture.beds]), at: Fixture.moment(60)).get()
        #expect(Self.isPaused(house.stands))

        try house.report(try CapacityStatement(total: 6, free: 2))
        #expect(house.stands?.isPaused == false)
        #expect(house.stands?.pausedUntil == nil && house.stands?.pauseReason == nil)
    }

    @Test func takenBackItStandsAgain() throws {
        let house = try House()
        try house.report(Self.pause())
        try house.report(try CapacityStatement(total: 6, free: 2))
        let version = try #require(house.ledger.state.capacity(of: Fixture.beds)?.version)

        _ = try house.ledger.submit(.revert(Fixture.beds, ifVersion: version), at: Fixture.moment(60)).get()

        #expect(Self.isPaused(house.stands))
    }
}
