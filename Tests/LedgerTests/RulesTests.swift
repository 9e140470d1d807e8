import Domain
import Foundation
import TestTools
import Testing

@testable import Ledger

@Suite("Rules in the ledger")
struct RulesTests {
    static let day = CalendarDate(daysSinceEpoch: 20_776)
    static let help = Fixture.id("voorbeeld-hulp-zonder-verblijf")

    static func rules(_ maximumAge: Int, condition: String? = nil) -> AdmissionRules {
        AdmissionRules(
            admission: Admission(genders: [.female], minimumAge: .years(18), maximumAge: .years(maximumAge)),
            contraIndications: [
                ContraIndication(.aggression, .conditional, condition: condition, since: day, editedBy: "opvang")
            ], stay: Stay(usualDays: 90), languages: ["nl"])
    }

    static func statement(
        _ before: Int, _ after: Int, of service: ServiceID = Fixture.beds, ifVersion version: Int
    ) -> RulesStatement {
        let sets = RulesChange.Sets(before: rules(before), after: rules(after))
        return RulesStatement(service: service, sets: sets, on: day, ifVersion: version)
    }

    static func review(ifVersion version: Int, on later: Int = 0) -> RulesStatement {
        RulesStatement(service: Fixture.beds, sets: nil, on: day.adding(days: later), ifVersion: version)
    }

    @Test func changeIsKeptAndSeen() throws {
        let directory = TemporaryDirectory()
        let ledger = try Fixture.open(directory).ledger
        let head = ledger.state.dataHead

        let receipt = try ledger.submit(.stateRules(Self.statement(60, 65, ifVersion: 0))).get()

        let live = try #require(ledger.state.rules(of: Fixture.beds))
        #expect(receipt.rules == live && receipt.sequence == 1)
        #expect(live.saved == Self.rules(65) && live.reviewedOn == Self.day && live.version == 1)
        #expect(ledger.state.dataHead != head && ledger.state.rulesSequence == 1)
        // Counts are another matter.
        #expect(ledger.state.capacity(of: Fixture.beds)?.version == 0)
        ledger.close()
        #expect(try Fixture.open(directory).ledger.state.rules(of: Fixture.beds) == live)
    }

    /// Two who looked at the same rules: the second sees that the first was there.
    @Test func secondOfTwoEditorsIsRefused() throws {
        let ledger = try Fixture.open(FickleDisk()).ledger
        _ = try ledger.submit(.stateRules(Self.statement(60, 65, ifVersion: 0))).get()

        let second = try ledger.submit(.stateRules(Self.statement(60, 70, ifVersion: 0)))
        let looked = try ledger.submit(.stateRules(Self.review(ifVersion: 0)))

        #expect(second == .failure(.staleVersion(current: 1)) && looked == .failure(.staleVersion(current: 1)))
        #expect(ledger.state.rules(of: Fixture.beds)?.saved == Self.rules(65))
    }

    @Test func aLookChangesTheDayOnly() throws {
        let ledger = try Fixture.open(FickleDisk()).ledger

        _ = try ledger.submit(.stateRules(Self.review(ifVersion: 0))).get()
        let first = ledger.state.rules(of: Fixture.beds)
        _ = try ledger.submit(.stateRules(Self.statement(60, 65, ifVersion: 1))).get()
        _ = try ledger.submit(.stateRules(Self.review(ifVersion: 2, on: 40))).get()

        #expect(first?.saved == nil && first?.reviewedOn == Self.day)
        let last = ledger.state.rules(of: Fixture.beds)
        #expect(last?.saved == Self.rules(65) && last?.reviewedOn == Self.day.adding(days: 40) && last?.version == 3)
    }

    /// Help without a bed is not among the services that the ledger counts.
    @Test func helpWithoutABedHasRules() throws {
        let ledger = try Fixture.open(FickleDisk()).ledger

        _ = try ledger.submit(.stateRules(Self.statement(60, 65, of: Self.help, ifVersion: 0))).get()

        #expect(ledger.state.rules(of: Self.help)?.version == 1 && ledger.state.capacity(of: Self.help) == nil)
    }

    @Test func whatCouldNotBeReadAgainIsNotKept() throws {
        let ledger = try Fixture.open(FickleDisk()).ledger
        let impossible = [
            Self.rules(121), Self.rules(60, condition: ""),
            Self.rules(60, condition: String(repeating: "a", count: 2_001)),
            AdmissionRules(contraIndications: [ContraIndication(.aggression, .absolute, condition: "Kan niet.")]),
            AdmissionRules(contraIndications: [.init(.newborn, .none), .init(.newborn, .absolute)]),
            AdmissionRules(admission: Admission(genders: [])), AdmissionRules(stay: Stay(usualDays: -1)),
            AdmissionRules(languages: ["Nederlands"]),
        ]
        for rules in impossible {
            let sets = RulesChange.Sets(before: Self.rules(60), after: rules)
            let statement = RulesStatement(service: Fixture.beds, sets: sets, on: Self.day, ifVersion: 0)

            #expect(
                try ledger.submit(.stateRules(statement)) == .failure(.system(call: "encode", code: EINVAL)))
        }
        #expect(ledger.state.rules.isEmpty && ledger.state.sequence == 0)
    }

    @Test func tooMuchTextIsRefused() throws {
        let ledger = try Fixture.open(FickleDisk()).ledger
        let long = AdmissionRules(
            contraIndications: Circumstance.allCases.map {
                ContraIndication($0, .conditional, condition: String(repeating: "é", count: 1_000))
            })
        let sets = RulesChange.Sets(before: long, after: long)

        let answer = try ledger.submit(
            .stateRules(RulesStatement(service: Fixture.beds, sets: sets, on: Self.day, ifVersion: 0)))

        guard case .failure(.recordTooLong) = answer else {
            Issue.record("\(answer)")
            return
        }
    }

    @Test func historyAndThePastKnowOfIt() throws {
        let directory = TemporaryDirectory()
        let ledger = try Fixture.open(directory).ledger
        for (version, moment) in [0.0, 60, 120].enumerated() {
            let statement = Self.statement(60 + version, 61 + version, ifVersion: version)
            _ = try ledger.submit(.stateRules(statement), at: Fixture.moment(moment)).get()
        }
        ledger.close()

        let past = try Ledger.past(directory: directory.path, at: Fixture.moment(90))
        let records = Gathered()
        try Ledger.history(directory: directory.path, of: Fixture.beds) { records.take($0.record) }

        #expect(past.then?.rules(of: Fixture.beds)?.saved == Self.rules(62))
        #expect(past.now.rules(of: Fixture.beds)?.saved == Self.rules(63))
        #expect(records.all.compactMap(\.rules?.version) == [1, 2, 3])
        #expect(try Ledger.verify(directory: directory.path).records == 3)
    }

    private final class Gathered {
        private(set) var all: [Record] = []
        func take(_ record: Record) { all.append(record) }
    }

    // MARK: Form

    /// The form of the journal, to the byte: programs of later years must read these lines.
    @Test func formIsFixed() throws {
        let rules = AdmissionRules(
            admission: Admission(
                genders: [.female, .male], welcomesTransgender: true, minimumAge: .years(18), maximumAge: .unlimited,
                households: [.single], residence: [.undocumented: .no, .dutch: .yes],
                residenceReasons: [.undocumented: .funding], wheelchair: false, pets: .foster),
            contraIndications: [
                ContraIndication(
                    .aggression, .conditional, condition: "Kan “soms”\n\"in overleg\".", since: Self.day,
                    editedBy: "opvang"), ContraIndication(.newborn, .absolute),
            ], stay: Stay(usualDays: 90, extensible: true), aftercare: .yes, languages: ["nl", "ar"], interpreter: true,
            securityLevel: .secret)
        let expected =
            #"{"admission":{"genders":["female","male"],"households":["single"],"maximumAge":null,"minimumAge":18,"#
            + #""pets":"foster","residence":{"dutch":"yes","undocumented":"no"},"#
            + #""residenceReasons":{"undocumented":"funding"},"welcomesTransgender":true,"wheelchair":false},"#
            + #""aftercare":"yes","contraIndications":[{"code":"aggression","condition":"Kan “soms”\u000a"#
            + #"\"in overleg\".","editedBy":"opvang","hardness":"conditional","since":"2026-11-19"},"#
            + #"{"code":"newborn","hardness":"absolute"}],"interpreter":true,"languages":["nl","ar"],"#
            + #""securityLevel":"secret","stay":{"extensible":true,"usualDays":90}}"#

        let text = String(decoding: RulesText.bytes(of: rules), as: UTF8.self)

        #expect(text == expected)
        #expect(RulesScanner.rules(in: text) == rules)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func readsBack(seed: UInt64) {
        var random = RandomRules(seed: seed)
        let rules = random.rules()
        let text = String(decoding: RulesText.bytes(of: rules), as: UTF8.self)

        #expect(rules.arePossible)
        #expect(RulesScanner.rules(in: text) == rules)
        guard seed < 8 else { return }
        for count in 0..<text.utf8.count {
            let part = String(decoding: Array(text.utf8.prefix(count)), as: UTF8.self)
            #expect(RulesScanner.rules(in: part) == nil)
        }
    }

    /// A snapshot of a program that knew no rules, on a journal without any.
    @Test func olderSnapshotIsRead() throws {
        let disk = FickleDisk()
        let ledger = try SnapshotTests.open(disk, fromSnapshot: false).ledger
        _ = try ledger.report(Fixture.statement(free: 3), ifVersion: 0).get()
        try ledger.saveSnapshot(in: SnapshotStore(directory: ledger.directory))
        ledger.close()
        var files = disk.files
        let name = StateFile.snapshot(after: 1)
        let (body, _) = try RecordLine.checked(try #require(files[name]).dropLast())
        let text = String(decoding: body, as: UTF8.self).replacingOccurrences(of: #","rules":[]"#, with: "")
        files[name] = RecordLine.sealed(Array(text.utf8)).bytes + [RecordLine.lineEnd]

        let (again, start) = try SnapshotTests.open(FickleDisk(with: files), fromSnapshot: true)

        #expect(!text.contains("rules") && start.snapshot == 1 && start.badSnapshots.isEmpty)
        #expect(again.state.rules.isEmpty)
    }
}
