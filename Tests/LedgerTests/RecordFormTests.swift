import Domain
import Foundation
import Hashing
import Testing

@testable import Ledger

/// A record as Foundation's encoder is told to write it.
private struct FoundationRecord: Encodable {
    let record: Record

    private enum Key: String, CodingKey {
        case actor, batch, capacities, hold, kind, note, previous, request, rules, sequence, time
        case keyId, organization, role, confirmedAt, expectedFreeOn, free, held, paused, service, total, version, was
        case pausedUntil, pauseReason
        case closedAt, createdAt, declineReason, expiresAt, extended, holder, idempotency, places, reference, state
        case count, resource, since, status, examples, loadedAt, registry, replaces, expiresOn
    }

    private typealias Fields = KeyedEncodingContainer<Key>

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try Self.write(record.actor, at: .actor, in: &fields)
        try fields.encode(record.batch, forKey: .batch)
        if !record.capacities.isEmpty {
            var list = fields.nestedUnkeyedContainer(forKey: .capacities)
            for change in record.capacities {
                var part = list.nestedContainer(keyedBy: Key.self)
                try part.encode(change.service.rawValue, forKey: .service)
                try part.encode(change.version, forKey: .version)
                try Self.write(change.after, in: &part)
                var was = part.nestedContainer(keyedBy: Key.self, forKey: .was)
                try Self.write(change.before, in: &was)
            }
        }
        if let hold = record.hold {
            var part = fields.nestedContainer(keyedBy: Key.self, forKey: .hold)
            try Self.write(hold, in: &part)
        }
        try fields.encode(record.kind.rawValue, forKey: .kind)
        if let note = record.note {
            var part = fields.nestedContainer(keyedBy: Key.self, forKey: .note)
            try part.encode(note.count, forKey: .count)
            try part.encodeIfPresent(note.keyID, forKey: .keyId)
            try part.encodeIfPresent(note.replaces, forKey: .replaces)
            try part.encodeIfPresent(note.lastDay?.text, forKey: .expiresOn)
            try part.encodeIfPresent(note.role?.rawValue, forKey: .role)
            try part.encodeIfPresent(note.organization?.rawValue, forKey: .organization)
            try part.encodeIfPresent(note.resource, forKey: .resource)
            try part.encodeIfPresent(note.since.map(Self.text), forKey: .since)
            try part.encodeIfPresent(note.status, forKey: .status)
            try part.encodeIfPresent(note.start?.registry, forKey: .registry)
            try part.encodeIfPresent(note.start.map { Self.text($0.loadedAt) }, forKey: .loadedAt)
            try part.encodeIfPresent(note.start?.hasExamples, forKey: .examples)
        }
        try fields.encode(record.previous.hex, forKey: .previous)
        try fields.encodeIfPresent(record.request?.uuidString.lowercased(), forKey: .request)
        try fields.encodeIfPresent(record.rules.map { FoundationRules(change: $0) }, forKey: .rules)
        try fields.encode(record.sequence, forKey: .sequence)
        try fields.encode(Self.text(record.date), forKey: .time)
    }

    private static func write(_ actor: Actor?, at key: Key, in fields: inout Fields) throws {
        guard let actor else { return }
        var part = fields.nestedContainer(keyedBy: Key.self, forKey: key)
        try part.encode(actor.keyID, forKey: .keyId)
        try part.encode(actor.role.rawValue, forKey: .role)
        try part.encodeIfPresent(actor.organization?.rawValue, forKey: .organization)
    }

    private static func write(_ figures: CapacityFigures, in fields: inout Fields) throws {
        try fields.encodeIfPresent(figures.total, forKey: .total)
        try fields.encodeIfPresent(figures.free, forKey: .free)
        try fields.encode(figures.held, forKey: .held)
        try fields.encode(figures.isPaused, forKey: .paused)
        try fields.encodeIfPresent(figures.pausedUntil?.text, forKey: .pausedUntil)
        try fields.encodeIfPresent(figures.pauseReason?.rawValue, forKey: .pauseReason)
        try fields.encodeIfPresent(figures.expectedFreeOn?.text, forKey: .expectedFreeOn)
        try fields.encodeIfPresent(figures.confirmedAt.map(text), forKey: .confirmedAt)
    }

    private static func write(_ hold: Hold, in fields: inout Fields) throws {
        try fields.encode(hold.reference.rawValue, forKey: .reference)
        try fields.encode(hold.service.rawValue, forKey: .service)
        try fields.encode(hold.places, forKey: .places)
        try write(hold.holder, at: .holder, in: &fields)
        try fields.encode(hold.state.rawValue, forKey: .state)
        try fields.encode(hold.isExtended, forKey: .extended)
        try fields.encodeIfPresent(hold.declineReason?.rawValue, forKey: .declineReason)
        try fields.encode(text(hold.createdAt), forKey: .createdAt)
        try fields.encode(text(hold.expiresAt), forKey: .expiresAt)
        try fields.encodeIfPresent(hold.closedAt.map(text), forKey: .closedAt)
        try fields.encodeIfPresent(hold.idempotency?.hex, forKey: .idempotency)
    }

    private static func text(_ date: Date) -> String {
        // Foundation cuts off what a Date keeps as a little less.
        (date + 0.000_5).formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}

@Suite("Form of a record")
struct RecordFormTests {
    @Test(arguments: 0..<60 as Range<UInt64>)
    func isWhatFoundationWrites(seed: UInt64) throws {
        var records = RandomRecords(seed: seed)
        records.hasControlCharacters = false
        let record = try records.record()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]

        let expected = String(decoding: try encoder.encode(FoundationRecord(record: record)), as: UTF8.self)

        #expect(String(decoding: RecordWriter(record).bytes, as: UTF8.self) == expected)
    }

    /// With everything in texts that JSON must escape: another writer escapes in another way, and means the same.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func meansWhatFoundationWrites(seed: UInt64) throws {
        var records = RandomRecords(seed: seed)
        let record = try records.record()
        let expected = try JSONEncoder().encode(FoundationRecord(record: record))

        let line = try RecordLine.encode(record)

        let read = try JSONSerialization.jsonObject(with: Data(RecordWriter(record).bytes)) as? NSDictionary
        let same = try JSONSerialization.jsonObject(with: expected) as? NSDictionary
        #expect(read == same && read != nil)
        let (again, hash) = try RecordLine.decode(line.bytes.dropLast())
        #expect(again == record)
        #expect(hash == line.hash)
        #expect(!line.bytes.dropLast().contains(RecordLine.lineEnd))
    }

    /// Also where the hash was made to fit: what is read is never the record that was written.
    @Test(arguments: 0..<16 as Range<UInt64>)
    func everyFlippedBitOfABodyFailsOrIsAnotherRecord(seed: UInt64) throws {
        var records = RandomRecords(seed: seed)
        let record = try records.record()
        let body = RecordWriter(record).bytes

        for index in body.indices {
            var altered = body
            altered[index] ^= 1 << UInt8((index + Int(seed)) % 8)
            if let read = try? RecordScanner.record(in: altered[...]) {
                #expect(read != record, "byte \(index) of \(String(decoding: body, as: UTF8.self))")
            }
        }
    }

    @Test(arguments: 0..<16 as Range<UInt64>)
    func whateverIsReadIsWrittenTheSame(seed: UInt64) throws {
        var records = RandomRecords(seed: 100 + seed)
        var body = RecordWriter(try records.record()).bytes
        let pieces = [
            ",", "\"", "{", "}", "0", "-1", "9999999999999999999", "null", "\\u0041", "\\", " ", "[", "]", "\u{1}",
        ]

        for _ in 0..<300 {
            var altered = body
            let piece = Array((pieces.randomElement(using: &records.random) ?? "").utf8)
            let begin = Int.random(in: 0..<body.count, using: &records.random)
            let end = min(body.count, begin + Int.random(in: 0...2, using: &records.random))
            altered.replaceSubrange(begin..<end, with: piece)
            guard let read = try? RecordScanner.record(in: altered[...]) else { continue }
            #expect(RecordWriter(read).bytes == altered)
            body = altered
        }
        for count in body.indices { #expect((try? RecordScanner.record(in: body.prefix(count))) == nil) }
    }

    @Test(arguments: [
        #""batch":07"#, #""batch":-7"#, #""batch":7.0"#, #""batch":"7""#, #""batch": 7"#, #""batch":7,"batch":7"#,
        #""batch":9223372036854775808"#, #""batch":18446744073709551623"#, #""batch":1000000000000001"#,
        #","batch":7"#, #"batch:7"#, #""Batch":7"#,
    ])
    func numberInAnotherFormIsRefused(text: String) throws {
        let body = String(decoding: RecordWriter(try RecordLineTests.make()).bytes, as: UTF8.self)
        let altered = body.replacingOccurrences(of: #""batch":7"#, with: text)

        #expect(throws: RecordFault.self) { try RecordScanner.record(in: Array(altered.utf8)[...]) }
    }

    /// What could not be read again is not written.
    @Test func impossibleRecordIsNotWritten() throws {
        let good = try RecordLineTests.make()
        func with(
            kind: RecordKind = .capacityReported, capacities: [CapacityChange]? = nil, hold: Hold? = nil,
            note: AccessNote? = nil, rules: RulesChange? = nil, sequence: Int = 1
        ) -> Record {
            Record(
                sequence: sequence, batch: 1, time: good.time, actor: good.actor, kind: kind,
                capacities: capacities ?? good.capacities, hold: hold, note: note, rules: rules,
                previous: .zero)
        }
        func change(_ after: CapacityFigures, version: Int = 1) -> CapacityChange {
            CapacityChange(
                service: Fixture.beds, version: version, before: CapacityFigures(total: 6, free: 6), after: after)
        }
        let start = ServiceStart(registry: "a1", load: good.time, hasExamples: true)
        func rules(_ version: Int = 1, day: Int = 20_000, sets: RulesChange.Sets? = nil) -> RulesChange {
            RulesChange(
                service: Fixture.beds, version: version, reviewedOn: CalendarDate(daysSinceEpoch: day), sets: sets)
        }
        let sets = RulesChange.Sets(before: AdmissionRules(), after: AdmissionRules(interpreter: true))
        let records = [
            with(kind: .admissionReviewed, capacities: []), with(kind: .admissionReviewed, rules: rules()),
            with(kind: .admissionChanged, capacities: [], rules: rules()),
            with(kind: .admissionReviewed, capacities: [], rules: rules(sets: sets)),
            with(kind: .admissionReviewed, capacities: [], note: AccessNote(), rules: rules()),
            with(kind: .signedIn, capacities: [], note: AccessNote(), rules: rules()), with(rules: rules()),
            with(kind: .admissionReviewed, capacities: [], rules: rules(0)),
            with(kind: .admissionReviewed, capacities: [], rules: rules(.max)),
            with(kind: .admissionReviewed, capacities: [], rules: rules(day: 90_000)),
            with(kind: .serviceStarted, capacities: [], note: AccessNote()),
            with(kind: .signedIn, capacities: [], note: AccessNote(start: start)),
            with(kind: .serviceStarted, note: AccessNote(start: start)), with(capacities: []),
            with(kind: .signedIn, note: AccessNote()), with(kind: .signedIn, capacities: []),
            with(note: AccessNote()), with(kind: .holdOpened), with(sequence: -1), with(sequence: .max),
            with(kind: .signedIn, capacities: [], note: AccessNote(count: -1)),
            with(kind: .signedIn, capacities: [], note: AccessNote(status: -1)),
            with(kind: .signedIn, capacities: [], note: AccessNote(lastDay: CalendarDate(daysSinceEpoch: 0))),
            with(kind: .keyIssued, capacities: [], note: AccessNote(keyID: "key-1", replaces: "key-2")),
            with(kind: .keyRotated, capacities: [], note: AccessNote(keyID: "key-1")),
            with(capacities: [change(CapacityFigures(total: 6, free: 7))]),
            with(capacities: [change(CapacityFigures(total: 6, free: 6, held: 1))]),
            with(capacities: [change(CapacityFigures(total: 6, free: -1))]),
            with(capacities: [change(CapacityFigures(total: nil, free: 10_001))]),
            with(capacities: [change(CapacityFigures(total: 6, free: 6, held: .max))]),
            with(capacities: [change(CapacityFigures(total: 6, free: 6), version: .min)]),
            with(capacities: [change(CapacityFigures(total: 6, free: 6, pauseReason: .other))]),
            with(capacities: [
                change(CapacityFigures(total: 6, free: 6, pausedUntil: CalendarDate(daysSinceEpoch: 20_000)))
            ]),
        ]
        for record in records {
            #expect(throws: LedgerError.system(call: "encode", code: EINVAL)) { try RecordLine.encode(record) }
        }
    }
}
