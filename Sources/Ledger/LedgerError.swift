import Foundation

/// What can go wrong with the ledger, as facts; the sentences are made by whoever tells people.
package enum LedgerError: Error, Hashable, Sendable {
    /// No such service among those that have places.
    case unknownService
    /// Somebody reported in between; `current` is the version that stands.
    case staleVersion(current: Int)
    /// The disk, or this user's share of it, is full. Nothing was kept; a later write may succeed.
    case noSpace
    /// A system call failed with `errno` `code`. After a write that was refused in this way every later
    /// one is ``failedEarlier`` until the ledger was opened, and thereby checked, again.
    case system(call: String, code: Int32)
    /// The end of the file is not known any more, because of an earlier failure.
    case failedEarlier
    /// ``Ledger/close()`` was called.
    case closed
    /// `line` (from 1) of `file` is not what was written there.
    case damaged(file: String, line: Int, what: RecordFault)
    /// Another process, or another ledger of this one, has the directory.
    case lockedBy(pid: Int32?)
    /// The clock stands outside the years 1970 to 2199.
    case clockOutOfRange
    /// The record would be longer than a reader accepts, because of the length of the key's id.
    case recordTooLong(bytes: Int, most: Int)
}
