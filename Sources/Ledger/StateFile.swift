import Foundation

/// The names of the ledger's files in the state directory.
enum StateFile {
    static let journal = "journal.jsonl"
    static let lock = "lock"

    /// What a crash left at the end of the journal, the `number`th time (from 1).
    static func tornTail(_ number: Int) -> String { "torn-tail-\(number)" }
}
