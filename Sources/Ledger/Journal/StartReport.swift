import Foundation

/// What opening a ledger found.
package struct StartReport: Hashable, Sendable {
    /// The last record that counts.
    package let replayed: Int
    /// What an interrupted write had left behind; `nil` when the journal ended with a whole record.
    package let tornTail: TornTail?
    /// The record after which the snapshot was made that was begun with; `nil` where everything was read.
    package let snapshot: Int?
    /// The files of snapshots that were passed over, because they are not what was written.
    package let badSnapshots: [String]
    /// The first damage of a journal that is only read.
    package let damage: Damage?

    package init(
        replayed: Int, tornTail: TornTail? = nil, snapshot: Int? = nil, badSnapshots: [String] = [],
        damage: Damage? = nil
    ) {
        (self.replayed, self.tornTail, self.snapshot) = (replayed, tornTail, snapshot)
        (self.badSnapshots, self.damage) = (badSnapshots, damage)
    }
}

/// The end of a journal that was never acknowledged: not whole and right, and nothing comes after it.
package struct TornTail: Hashable, Sendable {
    /// The line, from 1, that the tail would have been.
    package let line: Int
    package let bytes: Int
    package let what: RecordFault
    /// The file in the state directory that keeps the bytes. `nil` when the disk was full: they then
    /// stay at the end of the journal, and are kept aside and cut off before the next write.
    package let keptIn: String?

    package init(line: Int, bytes: Int, what: RecordFault, keptIn: String?) {
        (self.line, self.bytes, self.what, self.keptIn) = (line, bytes, what, keptIn)
    }
}
