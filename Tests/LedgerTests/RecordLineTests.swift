import Domain
import Foundation
import Hashing
import Testing

@testable import Ledger

@Suite("Line of a record")
struct RecordLineTests {
    static func make(
        sequence: Int = 7, actor: Actor = Fixture.actor, change: Change? = nil
    ) throws -> Record {
        let statement = try Fixture.statement(expectedFreeOn: CalendarDate(text: "2026-12-01"))
        return Record(
            sequence: sequence, time: try #require(RecordTime(Fixture.moment(0.25))), actor: actor,
            service: Fixture.beds, change: change ?? .capacityReported(statement), previous: .zero)
    }

    /// The form of the journal, to the byte: programs of later years must read these lines.
    @Test func formIsFixed() throws {
        let body =
            #"{"actor":{"keyId":"key-abcdefgh","organization":"voorbeeld-huis","role":"shelter"},"#
            + #""kind":"capacity_reported","payload":{"expectedFreeOn":"2026-12-01","free":1,"paused":false,"total":6},"#
            + #""previous":"0000000000000000000000000000000000000000000000000000000000000000","#
            + #""sequence":7,"service":"voorbeeld-bedden","time":"2026-11-20T08:00:00.250Z"}"#
        let hash = SHA256.digest(of: Array(body.utf8))

        let line = try RecordLine.encode(try Self.make(), with: .journal)

        #expect(line.hash == hash)
        #expect(String(decoding: line.bytes, as: UTF8.self) == body.dropLast() + ",\"hash\":\"\(hash.hex)\"}\n")
    }

    @Test func readsBack() throws {
        let changes: [Change] = [
            .capacityReported(try Fixture.statement(isPaused: true)), .capacityConfirmed,
        ]
        let actors = [Fixture.actor, Actor(keyID: "een \"sleutel\" /\n\u{2028}é", role: .admin)]
        for change in changes {
            for actor in actors {
                let record = try Self.make(actor: actor, change: change)

                let line = try RecordLine.encode(record, with: .journal)
                let read = try RecordLine.decode(line.bytes.dropLast(), with: JSONDecoder())

                #expect(read.record == record)
                #expect(read.hash == line.hash)
            }
        }
    }

    @Test func everyFlippedBitIsSeen() throws {
        let line = try RecordLine.encode(try Self.make(), with: .journal).bytes.dropLast()

        for index in line.indices {
            for bit in 0..<8 {
                var altered = line
                altered[index] ^= 1 << UInt8(bit)
                #expect(throws: RecordFault.self) { try RecordLine.decode(altered, with: JSONDecoder()) }
            }
        }
    }

    @Test func everyShorterLineIsSeen() throws {
        let line = try RecordLine.encode(try Self.make(), with: .journal).bytes.dropLast()

        for count in 0..<line.count {
            #expect(throws: RecordFault.self) { try RecordLine.decode(line.prefix(count), with: JSONDecoder()) }
        }
    }

    @Test func twoRecordsOnOneLineAreSeen() throws {
        let line = try RecordLine.encode(try Self.make(), with: .journal).bytes.dropLast()

        #expect(!RecordLine.holdsTwoRecords(line))
        #expect(!RecordLine.holdsTwoRecords(line + Array(repeating: 0, count: 100)))
        for bit in 0..<8 {
            #expect(RecordLine.holdsTwoRecords(line + [RecordLine.lineEnd ^ (1 << UInt8(bit))] + line))
        }
    }

    @Test func tooLongIsRefusedBeforeItIsWritten() throws {
        let actor = Actor(keyID: String(repeating: "k", count: RecordLine.mostBytes), role: .admin)

        #expect(throws: LedgerError.self) { try RecordLine.encode(try Self.make(actor: actor), with: .journal) }
    }
}
