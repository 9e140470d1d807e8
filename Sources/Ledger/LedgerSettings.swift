package import Foundation

/// What a ledger is told beside its directory.
package struct LedgerSettings: Sendable {
    package var terms = HoldTerms()
    /// The clock that holds end by; without one they end with the next command.
    package var clock: (@Sendable () -> Date)?
    /// What draws the references of holds: nobody should guess the next.
    package var random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
    /// Whether to go on with a damaged journal, reading only.
    package var acceptsDamage = false
    /// From which length on a segment takes no more records, in bytes.
    package var segmentBytes = 64 << 20
    /// After how many records a snapshot is made.
    package var recordsPerSnapshot = 50_000
    /// A journal of at most so many bytes is read from its first record at every start, whatever snapshots say.
    package var bytesReadWhole = 32 << 20

    package init() {}
}
