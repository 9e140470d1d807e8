import Foundation

/// The place of an event among all there ever were: rising with every record of the journal, and within a record from
/// one event to the next. So it means the same after a restart, and for every reader.
struct EventID: Hashable, Comparable, Sendable {
    let rawValue: Int

    /// More than any record has: its line in the journal has room for some hundreds of counts.
    private static let perRecord = 1_000

    private init(rawValue: Int) { self.rawValue = rawValue }

    /// - Parameter number: the event's place in its record, from 1.
    init(sequence: Int, number: Int) { rawValue = sequence * Self.perRecord + min(number, Self.perRecord - 1) }

    /// Where whoever has everything up to the record `sequence` goes on from; it is no event's own.
    static func end(of sequence: Int) -> EventID { EventID(sequence: sequence, number: perRecord - 1) }

    /// Reads 1 to 32 digits. A number too large for any event is one that is still to come.
    init?(text: String) {
        guard (1...32).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        rawValue = Int(text) ?? .max
    }

    /// What is said of an id that is none.
    static let malformed = (code: "malformed_event_id", detail: "Geef het id van een gebeurtenis: alleen cijfers.")

    /// The first record that can have an event after this one.
    var nextSequence: Int {
        let sequence = rawValue / Self.perRecord
        return max(1, rawValue % Self.perRecord == Self.perRecord - 1 ? sequence + 1 : sequence)
    }

    static func < (left: EventID, right: EventID) -> Bool { left.rawValue < right.rawValue }
}
