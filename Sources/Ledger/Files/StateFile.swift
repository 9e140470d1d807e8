import Foundation

/// The names of the ledger's files in the state directory.
enum StateFile {
    static let lock = "lock"

    /// The segment of the journal whose first record is `sequence`.
    static func segment(from sequence: Int) -> String {
        sequence == 1 ? "journal.jsonl" : "journal-\(padded(sequence)).jsonl"
    }

    /// The first record of the segment with this name; `nil` for what is no segment.
    static func firstSequence(ofSegment name: String) -> Int? {
        if name == segment(from: 1) { return 1 }
        guard let first = number(in: name, "journal-", ".jsonl"), first > 1 else { return nil }
        return first
    }

    /// The snapshot of the state after the record `sequence`.
    static func snapshot(after sequence: Int) -> String { "snapshot-\(padded(sequence)).json" }

    /// The last record in the snapshot with this name; `nil` for what is no snapshot.
    static func lastSequence(ofSnapshot name: String) -> Int? { number(in: name, "snapshot-", ".json") }

    /// What a file is called before it is whole.
    static func unfinished(_ name: String) -> String { name + ".new" }

    /// What a crash left at the end of the journal, the `number`th time (from 1).
    static func tornTail(_ number: Int) -> String { "torn-tail-\(number)" }

    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func number(in name: String, _ prefix: String, _ suffix: String) -> Int? {
        guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
        let digits = name.dropFirst(prefix.count).dropLast(suffix.count)
        guard let number = Int(digits), number <= LineScanner.mostNumber, padded(number) == digits else { return nil }
        return number
    }

    /// So that names stand in the order of their numbers.
    private static let width = 12
}
