import Domain
import Foundation
import Hashing

/// Writes the body of a record: one JSON object, its keys in order at every level, no blanks, absent for nothing.
///
/// By hand, because a write waits for it; the tests hold it against Foundation's encoder. See ``RecordScanner`` for
/// the other direction.
struct RecordWriter {
    private(set) var bytes: [UInt8] = []

    /// A part of a record alone, for a snapshot.
    init(_ rules: AdmissionRules) { write(rules) }

    init(_ record: Record) {
        bytes.reserveCapacity(768)
        open()
        if let actor = record.actor { key("actor"); write(actor) }
        key("batch"); write(record.batch)
        if !record.capacities.isEmpty {
            key("capacities")
            list(record.capacities) { writer, change in writer.write(change) }
        }
        if let hold = record.hold { key("hold"); write(hold) }
        key("kind"); write(plain: record.kind.rawValue)
        if let note = record.note { key("note"); write(note) }
        key("previous"); quoted(record.previous.hexBytes)
        if let request = record.request { key("request"); write(plain: request.uuidString.lowercased()) }
        if let rules = record.rules { key("rules"); write(rules) }
        key("sequence"); write(record.sequence)
        key("time"); write(plain: record.time.text)
        close()
    }

    // MARK: Parts

    private mutating func write(_ actor: Actor) {
        open()
        key("keyId"); write(text: actor.keyID)
        if let organization = actor.organization { key("organization"); write(plain: organization.rawValue) }
        key("role"); write(plain: actor.role.rawValue)
        close()
    }

    private mutating func write(_ change: CapacityChange) {
        open()
        upToPause(change.after)
        key("service"); write(plain: change.service.rawValue)
        if let total = change.after.total { key("total"); write(total) }
        key("version"); write(change.version)
        key("was")
        open()
        upToPause(change.before)
        if let total = change.before.total { key("total"); write(total) }
        close()
        close()
    }

    /// The figures whose names come before those of the others.
    private mutating func upToPause(_ figures: CapacityFigures) {
        if let time = figures.confirmation { key("confirmedAt"); write(plain: time.text) }
        if let date = figures.expectedFreeOn { key("expectedFreeOn"); write(plain: date.text) }
        if let free = figures.free { key("free"); write(free) }
        key("held"); write(figures.held)
        if let reason = figures.pauseReason { key("pauseReason"); write(plain: reason.rawValue) }
        key("paused"); write(figures.isPaused)
        if let date = figures.pausedUntil { key("pausedUntil"); write(plain: date.text) }
    }

    private mutating func write(_ hold: Hold) {
        open()
        if let time = hold.closing { key("closedAt"); write(plain: time.text) }
        key("createdAt"); write(plain: hold.creation.text)
        if let reason = hold.declineReason { key("declineReason"); write(plain: reason.rawValue) }
        key("expiresAt"); write(plain: hold.end.text)
        key("extended"); write(hold.isExtended)
        key("holder"); write(hold.holder)
        if let name = hold.idempotency { key("idempotency"); quoted(name.hexBytes) }
        key("places"); write(hold.places)
        key("reference"); write(plain: hold.reference.rawValue)
        key("service"); write(plain: hold.service.rawValue)
        key("state"); write(plain: hold.state.rawValue)
        close()
    }

    private mutating func write(_ note: AccessNote) {
        open()
        key("count"); write(note.count)
        if let start = note.start { key("examples"); write(start.hasExamples) }
        if let day = note.lastDay { key("expiresOn"); write(plain: day.text) }
        if let keyID = note.keyID { key("keyId"); write(text: keyID) }
        if let start = note.start { key("loadedAt"); write(plain: start.load.text) }
        if let organization = note.organization { key("organization"); write(plain: organization.rawValue) }
        if let start = note.start { key("registry"); write(text: start.registry) }
        if let replaces = note.replaces { key("replaces"); write(text: replaces) }
        if let resource = note.resource { key("resource"); write(text: resource) }
        if let role = note.role { key("role"); write(plain: role.rawValue) }
        if let time = note.beginning { key("since"); write(plain: time.text) }
        if let status = note.status { key("status"); write(status) }
        close()
    }

    // MARK: JSON

    mutating func open() { bytes.append(UInt8(ascii: "{")) }

    mutating func close() { bytes.append(UInt8(ascii: "}")) }

    mutating func key(_ name: StaticString) {
        if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    /// The same with a name that is a code.
    mutating func key(_ code: String) {
        if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
        quoted(code.utf8)
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func writeNull() { bytes.append(contentsOf: "null".utf8) }

    mutating func list<Item>(_ items: [Item], _ write: (inout RecordWriter, Item) -> Void) {
        bytes.append(UInt8(ascii: "["))
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(&self, item)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    mutating func write(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    mutating func write(_ truth: Bool) { bytes.append(contentsOf: (truth ? "true" : "false").utf8) }

    /// Text whose form rules out what JSON escapes.
    mutating func write(plain text: String) { quoted(text.utf8) }

    /// Any text (RFC 8259 §7).
    mutating func write(text: String) {
        let needsNone = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        if needsNone { return quoted(text.utf8) }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case ..<0x20: bytes += Array("\\u00".utf8) + [Self.digit(byte >> 4), Self.digit(byte & 15)]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func quoted(_ text: some Sequence<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: text)
        bytes.append(UInt8(ascii: "\""))
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
