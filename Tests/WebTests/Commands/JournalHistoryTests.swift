import Domain
import Foundation
import JSONText
import Ledger
import Testing

@Suite("opvangkaart journal history")
struct JournalHistoryTests {
    /// A report, a confirmation, a hold that is declined, and something on another service.
    private func make() throws -> SampleJournal {
        let journal = try SampleJournal(reports: 0)
        let ledger = try journal.open()
        try ledger.keep(.report(3, ifVersion: 0), at: 1.5)
        try ledger.keep(.confirm([SampleJournal.service, SampleJournal.other]), at: 60)
        let request = HoldRequest(
            service: SampleJournal.service, places: 2, limits: .beds, by: SampleJournal.holder)
        let hold = try #require(try ledger.keep(.openHold(request), by: SampleJournal.holder, at: 120).hold)
        try ledger.keep(.report(1, on: SampleJournal.other), at: 130)
        try ledger.keep(.declineHold(hold.reference, .groupMix), at: 180)
        ledger.close()
        return journal
    }

    @Test func oldestFirstOneLineEach() throws {
        let run = try make().run("journal", "history", Village.visible)
        let lines = run.output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }

        #expect(run.status == 0)
        #expect(run.complaints.isEmpty)
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.count == 5 })
        #expect(
            lines[0] == [
                "20 november 2026, 09.00 uur", "aantal gemeld", "vrij 2 → 3", "shelter voorbeeld-huis", "key-abcdefgh",
            ])
        #expect(lines[1][0...2] == ["20 november 2026, 09.01 uur", "aantal bevestigd", "blijft: vrij 3"])
        #expect(lines[2][1].hasPrefix("vastgehouden (") && lines[2][1].hasSuffix(", 2 plekken)"))
        #expect(lines[2][2...] == ["vrij 3 → 1, vastgehouden 0 → 2", "coordinator", "key-hhhhhhhh"])
        #expect(lines[3][1].hasPrefix("aanvraag afgewezen (") && lines[3][1].hasSuffix(", reden group_mix)"))
        #expect(lines[3][2] == "vrij 1 → 3, vastgehouden 2 → 0")
    }

    @Test func aPauseStandsInIt() throws {
        let journal = try SampleJournal(reports: 0)
        let ledger = try journal.open()
        let statement = try CapacityStatement(
            total: 6, free: 2, isPaused: true, pausedUntil: CalendarDate(text: "2026-12-01"), pauseReason: .safety)
        try ledger.keep(.report([CapacityReport(service: SampleJournal.service, statement: statement, ifVersion: 0)]))
        ledger.close()

        let line = journal.run("journal", "history", Village.visible).output
        let json = try JSONParser.parse(Array(journal.run("journal", "history", Village.visible, "--json").output.utf8))

        #expect(
            line.contains(
                "pauze nee → ja, pauze tot en met onbekend → 2026-12-01, reden van de pauze onbekend → safety"))
        #expect(json["capacity"]["after"]["pausedUntil"].string == "2026-12-01")
        #expect(json["capacity"]["after"]["pauseReason"].string == "safety")
    }

    @Test func expiryIsTheProgramsOwn() throws {
        let journal = try make()
        let ledger = try journal.open()
        try ledger.keep(
            .openHold(
                HoldRequest(service: SampleJournal.service, places: 1, limits: .beds, by: SampleJournal.holder)),
            by: SampleJournal.holder, at: 200)
        try ledger.keep(.expireHolds, by: nil, at: 4_000)
        ledger.close()

        let last = journal.run("journal", "history", Village.visible).output.split(separator: "\n").last
        let fields = last.map { $0.split(separator: "\t") } ?? []

        #expect(fields.count == 5)
        #expect(fields[1].hasPrefix("tijd om ("))
        #expect(fields[3...] == ["het programma", "-"])
    }

    @Test func oneObjectALine() throws {
        let run = try make().run("journal", "history", Village.visible, "--json")
        let lines = try run.output.split(separator: "\n").map { try JSONParser.parse(Array($0.utf8)) }

        #expect(run.status == 0)
        #expect(lines.count == 4)
        #expect(lines[0]["time"].string == "2026-11-20T08:00:01.500Z")
        #expect(lines[0]["kind"].string == "capacity_reported")
        #expect(lines[0]["capacity"]["before"]["free"].integer == 2)
        #expect(lines[0]["capacity"]["after"]["free"].integer == 3)
        #expect(lines[0]["actor"]["organization"].string == "voorbeeld-huis")
        #expect(lines[3]["hold"]["declineReason"].string == "group_mix")
        #expect(lines.map { $0["sequence"].integer } == [1, 2, 3, 5])
        #expect(lines.allSatisfy { $0["hash"].string?.count == 64 })
    }

    @Test func nothingOnThatService() throws {
        let run = try make().run("journal", "history", "nergens")

        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.complaints.contains("Over de dienst ‘nergens’ staat niets in het journaal."))
    }

    @Test func upToTheDamage() throws {
        let journal = try make()
        try journal.damage(line: 3)

        let run = journal.run("journal", "history", Village.visible)

        #expect(run.status == 1)
        #expect(run.output.split(separator: "\n").count == 2)
        #expect(run.complaints.contains("journal.jsonl:3: "))
    }

    @Test func besideARunningProgram() throws {
        let journal = try make()
        let ledger = try journal.open()
        defer { ledger.close() }
        try ledger.keep(.confirm([SampleJournal.service]), at: 300)

        let run = journal.run("journal", "history", Village.visible)

        #expect(run.status == 0)
        #expect(run.output.split(separator: "\n").count == 5)
    }
}
