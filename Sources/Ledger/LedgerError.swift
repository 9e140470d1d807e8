import Foundation

/// What can go wrong with the ledger, as facts; the sentences are made by whoever tells people.
package enum LedgerError: Error, Hashable, Sendable {
    // MARK: What was asked cannot be

    /// No such service among those that have places.
    case unknownService
    /// Somebody reported in between; `current` is the version that stands.
    case staleVersion(current: Int)
    /// Free places and those on hold are together more than all.
    case heldPlaces(held: Int, total: Int)
    /// The last report was somebody else's, or there is none.
    case nothingToRevert
    /// Nobody has it, or it ended long ago.
    case unknownHold
    /// Fewer places are free than were asked for.
    case noRoom(free: Int)
    /// The count is unknown, or too old to give a place on.
    case countNotReliable
    /// The shelter takes nobody for now.
    case paused
    /// The key has as many holds open as it may.
    case tooManyHolds(most: Int)
    case alreadyExtended
    /// What was asked cannot be done with a hold in this state.
    case holdIs(HoldState)
    /// The same `Idempotency-Key` came with another request before.
    case requestDiffers

    // MARK: The disk

    /// The disk, or this user's share of it, is full. Nothing was kept; a later write may succeed.
    case noSpace
    /// A system call failed with `errno` `code`. Nothing was kept; the file is checked before the next write.
    case system(call: String, code: Int32)
    /// An earlier failure left the end of the file unknown, and checking it again did not succeed yet.
    case failedEarlier
    /// ``Ledger/close()`` was called.
    case closed
    /// The journal is damaged and was opened to be read only.
    case readOnly

    // MARK: The directory

    /// `line` (from 1) of `file` is not what was written there.
    case damaged(file: String, line: Int, what: RecordFault)
    /// Another process, or another ledger of this one, has the directory.
    case lockedBy(pid: Int32?)

    // MARK: The surroundings

    /// The clock stands outside the years 1970 to 2199.
    case clockOutOfRange
    /// The record would be longer than a reader accepts.
    case recordTooLong(bytes: Int, most: Int)
}
