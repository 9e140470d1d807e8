import Domain
import Foundation
import Hashing
import Testing

@testable import Ledger

@Suite("Line of a record")
struct RecordLineTests {
    /// A report on ``Fixture/beds``, of which two places were free.
    static func make(
        sequence: Int = 7, actor: Actor? = Fixture.actor, kind: RecordKind = .capacityReported, request: UUID? = nil,
        hold: Hold? = nil, note: AccessNote? = nil, rules: RulesChange? = nil, previous: SHA256Digest = .zero
    ) throws -> Record {
        let time = try #require(RecordTime(Fixture.moment(0.25)))
        let before = CapacityFigures(total: 6, free: 2, held: 1)
        let after = CapacityFigures(
            total: 6, free: 1, held: 1, expectedFreeOn: CalendarDate(text: "2026-12-01"), confirmation: time)
        let change = CapacityChange(service: Fixture.beds, version: 4, before: before, after: after)
        return Record(
            sequence: sequence, batch: sequence, time: time, actor: actor, request: request, kind: kind,
            capacities: [.access, .admission].contains(kind.subject) ? [] : [change], hold: hold, note: note,
            rules: rules, previous: previous)
    }

    static func makeHold(state: HoldState = .open) throws -> Hold {
        let time = try #require(RecordTime(Fixture.moment(0.25)))
        let reference = try #require(HoldReference(rawValue: "K7-204"))
        let hold = Hold(
            reference: reference, service: Fixture.beds, places: 2, holder: Fixture.actor, creation: time,
            end: time.adding(3_600), idempotency: SHA256.digest(of: [1]))
        return hold.turned(state, at: time, because: state == .declined ? .groupMix : nil)
    }

    /// The form of the journal, to the byte: programs of later years must read these lines.
    @Test func formIsFixed() throws {
        let body =
            #"{"actor":{"keyId":"key-abcdefgh","organization":"voorbeeld-huis","role":"shelter"},"batch":7,"#
            + #""capacities":[{"confirmedAt":"2026-11-20T08:00:00.250Z","expectedFreeOn":"2026-12-01","free":1,"#
            + #""held":1,"paused":false,"service":"voorbeeld-bedden","total":6,"version":4,"#
            + #""was":{"free":2,"held":1,"paused":false,"total":6}}],"kind":"capacity_reported","#
            + #""previous":"0000000000000000000000000000000000000000000000000000000000000000","#
            + #""sequence":7,"time":"2026-11-20T08:00:00.250Z"}"#
        let hash = SHA256.digest(of: Array(body.utf8))

        let line = try RecordLine.encode(try Self.make())

        #expect(line.hash == hash)
        #expect(String(decoding: line.bytes, as: UTF8.self) == body.dropLast() + ",\"hash\":\"\(hash.hex)\"}\n")
    }

    @Test func formOfAStartIsFixed() throws {
        let start = try #require(
            ServiceStart(registry: "a1b2", loadedAt: Fixture.moment(0.2504), hasExamples: false))
        let body =
            #"{"batch":7,"kind":"service_started","note":{"count":1,"examples":false,"#
            + #""loadedAt":"2026-11-20T08:00:00.250Z","registry":"a1b2"},"#
            + #""previous":"0000000000000000000000000000000000000000000000000000000000000000","#
            + #""sequence":7,"time":"2026-11-20T08:00:00.250Z"}"#

        let record = try Self.make(actor: nil, kind: .serviceStarted, note: AccessNote(start: start))

        #expect(String(decoding: RecordWriter(record).bytes, as: UTF8.self) == body)
    }

    @Test func formOfLooksIsFixed() throws {
        let note = AccessNote(count: 41, resource: "/v1/holds", since: Fixture.moment(0))
        let body =
            #"{"actor":{"keyId":"key-abcdefgh","organization":"voorbeeld-huis","role":"shelter"},"batch":7,"#
            + #""kind":"data_viewed","note":{"count":41,"resource":"/v1/holds","since":"2026-11-20T08:00:00.000Z"},"#
            + #""previous":"0000000000000000000000000000000000000000000000000000000000000000","#
            + #""sequence":7,"time":"2026-11-20T08:00:00.250Z"}"#

        let record = try Self.make(kind: .dataViewed, note: note)

        #expect(String(decoding: RecordWriter(record).bytes, as: UTF8.self) == body)
    }

    /// A line as the program wrote it before looks were kept.
    @Test func olderLinesAreRead() throws {
        let body =
            #"{"batch":7,"kind":"access_refused","note":{"count":240,"resource":"/v1/services","status":401},"#
            + #""previous":"0000000000000000000000000000000000000000000000000000000000000000","#
            + #""sequence":7,"time":"2026-11-20T08:00:00.250Z"}"#

        let record = try RecordScanner.record(in: Array(body.utf8)[...])

        #expect(record.note == AccessNote(count: 240, resource: "/v1/services", status: 401))
        #expect(String(decoding: RecordWriter(record).bytes, as: UTF8.self) == body)
    }

    @Test(arguments: RecordKind.allCases)
    func readsBack(kind: RecordKind) throws {
        let states: [RecordKind: HoldState] = [
            .holdAccepted: .accepted, .holdDeclined: .declined, .holdPlaced: .placed, .holdWithdrawn: .withdrawn,
            .holdExpired: .expired,
        ]
        let hold = kind.subject == .hold ? try Self.makeHold(state: states[kind] ?? .open) : nil
        let note = AccessNote(
            count: 3, keyID: "key-\"1\"", replaces: kind == .keyRotated ? "key-2" : nil,
            lastDay: kind == .keyChanged ? CalendarDate(text: "2027-01-31") : nil, role: .policy,
            organization: OrganizationID(rawValue: "voorbeeld-huis"),
            resource: "/v1/services/{id}", since: Fixture.moment(0.5), status: 403,
            start: kind == .serviceStarted
                ? ServiceStart(registry: "a1b2", loadedAt: Fixture.moment(0.25), hasExamples: true) : nil)
        let rules = RulesChange(
            service: Fixture.beds, version: 3, reviewedOn: RulesTests.day,
            sets: kind == .admissionChanged ? .init(before: RulesTests.rules(60), after: RulesTests.rules(61)) : nil)
        let actors: [Actor?] = [
            nil, Fixture.actor, Actor(keyID: "een \"sleutel\" \\ /\n\u{1}\u{2028}é", role: .admin),
        ]
        for actor in actors {
            let record = try Self.make(
                actor: actor, kind: kind, request: UUID(), hold: hold, note: kind.subject == .access ? note : nil,
                rules: kind.subject == .admission ? rules : nil)

            let line = try RecordLine.encode(record)
            let read = try RecordLine.decode(line.bytes.dropLast())

            #expect(read.record == record)
            #expect(read.hash == line.hash)
        }
    }

    @Test func everyFlippedBitIsSeen() throws {
        let line = try RecordLine.encode(try Self.make()).bytes.dropLast()

        for index in line.indices {
            for bit in 0..<8 {
                var altered = line
                altered[index] ^= 1 << UInt8(bit)
                #expect(throws: RecordFault.self) { try RecordLine.decode(altered) }
            }
        }
    }

    @Test func everyShorterLineIsSeen() throws {
        let line = try RecordLine.encode(try Self.make()).bytes.dropLast()

        for count in 0..<line.count {
            #expect(throws: RecordFault.self) { try RecordLine.decode(line.prefix(count)) }
        }
    }

    @Test func twoRecordsOnOneLineAreSeen() throws {
        let line = try RecordLine.encode(try Self.make()).bytes.dropLast()

        #expect(!RecordLine.holdsTwoRecords(line))
        #expect(!RecordLine.holdsTwoRecords(line + Array(repeating: 0, count: 100)))
        for bit in 0..<8 {
            #expect(RecordLine.holdsTwoRecords(line + [RecordLine.lineEnd ^ (1 << UInt8(bit))] + line))
        }
    }

    @Test func tooLongIsRefusedBeforeItIsWritten() throws {
        let actor = Actor(keyID: String(repeating: "k", count: RecordLine.mostBytes), role: .admin)

        #expect(throws: LedgerError.self) { try RecordLine.encode(try Self.make(actor: actor)) }
    }
}
