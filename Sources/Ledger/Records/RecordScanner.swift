import Domain
import Foundation
import Hashing

/// Reads the body of a record as ``RecordWriter`` writes it, and nothing else.
///
/// By hand, because a start reads a million of them. Other JSON with the same meaning is refused: nobody but this
/// program writes here, and what it wrote is vouched for by its hash.
struct RecordScanner {
    private var scanner: LineScanner

    /// - Parameter body: with its braces.
    static func record(in body: ArraySlice<UInt8>) throws(RecordFault) -> Record {
        var reader = RecordScanner(scanner: LineScanner(body))
        return try reader.record()
    }

    private mutating func record() throws(RecordFault) -> Record {
        try scanner.require("{")
        let actor = scanner.key("actor") ? try self.actor() : nil
        try scanner.requireKey("batch")
        let batch = try scanner.number("batch")
        let changes = scanner.key("capacities") ? try self.changes() : []
        let hold = scanner.key("hold") ? try self.hold() : nil
        try scanner.requireKey("kind")
        let name = String(decoding: try scanner.plain("kind"), as: UTF8.self)
        guard let kind = RecordKind(rawValue: name) else { throw .unknownKind(name) }
        let note = scanner.key("note") ? try self.note() : nil
        try scanner.requireKey("previous")
        let previous = try scanner.value("previous", SHA256Digest.init(hexBytes:))
        let request = scanner.key("request") ? try scanner.value("request", Self.uuid) : nil
        let rules = scanner.key("rules") ? try RulesScanner.change(&scanner) : nil
        try scanner.requireKey("sequence")
        let sequence = try scanner.number("sequence")
        try scanner.requireKey("time")
        let time = try scanner.value("time", RecordTime.init(bytes:))
        try scanner.require("}")
        let record = Record(
            sequence: sequence, batch: batch, time: time, actor: actor, request: request, kind: kind,
            capacities: changes, hold: hold, note: note, rules: rules, previous: previous)
        guard scanner.isAtEnd, record.isWhole else { throw .invalid(field: "record") }
        return record
    }

    /// Reads what `UUID.uuidString` writes, in lower case (RFC 9562 §4): Foundation's own reader takes ten times as long.
    private static func uuid(_ bytes: ArraySlice<UInt8>) -> UUID? {
        guard bytes.count == 36 else { return nil }
        var value: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        return withUnsafeMutableBytes(of: &value) { target in
            var (count, isHigh) = (0, true)
            for (index, byte) in bytes.enumerated() {
                if index == 8 || index == 13 || index == 18 || index == 23 {
                    guard byte == UInt8(ascii: "-") else { return false }
                    continue
                }
                let digit: UInt8
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
                case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
                default: return false
                }
                target[count] = isHigh ? digit << 4 : target[count] | digit
                if !isHigh { count += 1 }
                isHigh.toggle()
            }
            return true
        } ? UUID(uuid: value) : nil
    }

    private mutating func actor() throws(RecordFault) -> Actor {
        try scanner.require("{")
        try scanner.requireKey("keyId")
        let keyID = try scanner.text("keyId")
        let organization = scanner.key("organization") ? try scanner.raw("organization", OrganizationID.self) : nil
        try scanner.requireKey("role")
        let role = try scanner.raw("role", AccessRole.self)
        try scanner.require("}")
        return Actor(keyID: keyID, role: role, organization: organization)
    }

    // MARK: Counts

    private mutating func changes() throws(RecordFault) -> [CapacityChange] {
        try scanner.require("[")
        var changes: [CapacityChange] = []
        repeat { changes.append(try change()) } while scanner.skip(",")
        try scanner.require("]")
        return changes
    }

    private mutating func change() throws(RecordFault) -> CapacityChange {
        try scanner.require("{")
        let after = try upToPause()
        try scanner.requireKey("service")
        let service = try scanner.raw("service", ServiceID.self)
        let total = scanner.key("total") ? try scanner.number("total") : nil
        try scanner.requireKey("version")
        let version = try scanner.number("version")
        try scanner.requireKey("was")
        try scanner.require("{")
        let before = try upToPause()
        let totalBefore = scanner.key("total") ? try scanner.number("total") : nil
        try scanner.require("}}")
        return CapacityChange(
            service: service, version: version, before: try before.figures(of: totalBefore),
            after: try after.figures(of: total))
    }

    private struct Parts {
        let confirmation: RecordTime?
        let expectedFreeOn: CalendarDate?
        let free: Int?
        let held: Int
        let pauseReason: PauseReason?
        let isPaused: Bool
        let pausedUntil: CalendarDate?

        /// - Throws: where they cannot be together.
        func figures(of total: Int?) throws(RecordFault) -> CapacityFigures {
            let figures = CapacityFigures(
                total: total, free: free, held: held, isPaused: isPaused, pausedUntil: pausedUntil,
                pauseReason: pauseReason, expectedFreeOn: expectedFreeOn, confirmation: confirmation)
            guard figures.arePossible else { throw .invalid(field: "capacities") }
            return figures
        }
    }

    private mutating func upToPause() throws(RecordFault) -> Parts {
        let confirmation =
            scanner.key("confirmedAt") ? try scanner.value("confirmedAt", RecordTime.init(bytes:)) : nil
        let expected = scanner.key("expectedFreeOn") ? try scanner.value("expectedFreeOn", Self.date) : nil
        let free = scanner.key("free") ? try scanner.number("free") : nil
        try scanner.requireKey("held")
        let held = try scanner.number("held")
        let reason = scanner.key("pauseReason") ? try scanner.raw("pauseReason", PauseReason.self) : nil
        try scanner.requireKey("paused")
        let isPaused = try scanner.truth("paused")
        let until = scanner.key("pausedUntil") ? try scanner.value("pausedUntil", Self.date) : nil
        return Parts(
            confirmation: confirmation, expectedFreeOn: expected, free: free, held: held, pauseReason: reason,
            isPaused: isPaused, pausedUntil: until)
    }

    private static func date(_ bytes: ArraySlice<UInt8>) -> CalendarDate? {
        CalendarDate(text: String(decoding: bytes, as: UTF8.self))
    }

    // MARK: Holds and access

    private mutating func hold() throws(RecordFault) -> Hold {
        try scanner.require("{")
        let closing = scanner.key("closedAt") ? try scanner.value("closedAt", RecordTime.init(bytes:)) : nil
        try scanner.requireKey("createdAt")
        let creation = try scanner.value("createdAt", RecordTime.init(bytes:))
        let reason = scanner.key("declineReason") ? try scanner.raw("declineReason", DeclineReason.self) : nil
        try scanner.requireKey("expiresAt")
        let end = try scanner.value("expiresAt", RecordTime.init(bytes:))
        try scanner.requireKey("extended")
        let isExtended = try scanner.truth("extended")
        try scanner.requireKey("holder")
        let holder = try actor()
        let idempotency =
            scanner.key("idempotency") ? try scanner.value("idempotency", SHA256Digest.init(hexBytes:)) : nil
        try scanner.requireKey("places")
        let places = try scanner.number("places")
        try scanner.requireKey("reference")
        let reference = try scanner.raw("reference", HoldReference.self)
        try scanner.requireKey("service")
        let service = try scanner.raw("service", ServiceID.self)
        try scanner.requireKey("state")
        let state = try scanner.raw("state", HoldState.self)
        try scanner.require("}")
        let hold = Hold(
            reference: reference, service: service, places: places, holder: holder, state: state,
            isExtended: isExtended, declineReason: reason, creation: creation, end: end, closing: closing,
            idempotency: idempotency)
        guard hold.isPossible else { throw .invalid(field: "hold") }
        return hold
    }

    private mutating func note() throws(RecordFault) -> AccessNote {
        try scanner.require("{")
        try scanner.requireKey("count")
        let count = try scanner.number("count")
        let examples = scanner.key("examples") ? try scanner.truth("examples") : nil
        let lastDay = scanner.key("expiresOn") ? try scanner.value("expiresOn", Self.date) : nil
        let keyID = scanner.key("keyId") ? try scanner.text("keyId") : nil
        let load = scanner.key("loadedAt") ? try scanner.value("loadedAt", RecordTime.init(bytes:)) : nil
        let organization = scanner.key("organization") ? try scanner.raw("organization", OrganizationID.self) : nil
        let registry = scanner.key("registry") ? try scanner.text("registry") : nil
        let replaces = scanner.key("replaces") ? try scanner.text("replaces") : nil
        let resource = scanner.key("resource") ? try scanner.text("resource") : nil
        let role = scanner.key("role") ? try scanner.raw("role", AccessRole.self) : nil
        let since = scanner.key("since") ? try scanner.value("since", RecordTime.init(bytes:)) : nil
        let status = scanner.key("status") ? try scanner.number("status") : nil
        try scanner.require("}")
        return AccessNote(
            count: count, keyID: keyID, replaces: replaces, lastDay: lastDay, role: role, organization: organization,
            resource: resource, since: since?.date, status: status, start: try start(registry, load, examples))
    }

    /// - Throws: where only a part of it is there.
    private func start(
        _ registry: String?, _ load: RecordTime?, _ examples: Bool?
    ) throws(RecordFault) -> ServiceStart? {
        switch (registry, load, examples) {
        case (nil, nil, nil): return nil
        case (let registry?, let load?, let examples?):
            return ServiceStart(registry: registry, load: load, hasExamples: examples)
        default: throw .invalid(field: "note")
        }
    }
}
