import Foundation

/// The system calls of the ledger: the seam at which tests let the disk fail.
package protocol LedgerFiles: Sendable {
    /// Makes one directory, for this user only (0700); false where there is one already.
    func makeDirectory(_ path: String) throws(SystemFault) -> Bool
    /// Opens a file, made for this user only (0600), not handed on to child processes.
    func open(_ path: String, _ mode: FileMode) throws(SystemFault) -> Int32
    /// Reads at most `count` bytes at `offset`; fewer are no error, none is the end of the file.
    func read(_ descriptor: Int32, count: Int, at offset: Int) throws(SystemFault) -> [UInt8]
    /// Writes at `offset`; gives how many bytes were taken, which may be fewer.
    func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>, at offset: Int) throws(SystemFault) -> Int
    /// Waits until the disk has the contents and the length of the file.
    func sync(_ descriptor: Int32) throws(SystemFault)
    /// Waits until the disk has the names in a directory.
    func syncDirectory(_ path: String) throws(SystemFault)
    /// The names in a directory, in no order.
    func names(in path: String) throws(SystemFault) -> [String]
    /// How many bytes the file has.
    func length(_ descriptor: Int32) throws(SystemFault) -> Int
    /// Lets the system forget what it has of the file in memory, so that the next read asks the disk.
    func forget(_ descriptor: Int32)
    /// Gives a file another name in the same directory; one of that name is gone afterwards.
    func rename(_ path: String, to other: String) throws(SystemFault)
    /// Gives a file a name that nobody has yet; fails with `EEXIST` where somebody has it.
    func renameNew(_ path: String, to other: String) throws(SystemFault)
    func truncate(_ descriptor: Int32, to length: Int) throws(SystemFault)
    func remove(_ path: String) throws(SystemFault)
    /// Locks the file as long as it is open; false where somebody else has it.
    func lock(_ descriptor: Int32) throws(SystemFault) -> Bool
    func close(_ descriptor: Int32)
}

package enum FileMode: Hashable, Sendable {
    /// Reads a file that is there.
    case reading
    /// Reads and writes; makes the file where there is none.
    case updating
    /// Reads and writes a file that must not be there yet.
    case creating
}

/// A system call that failed.
package struct SystemFault: Error, Hashable, Sendable {
    package let call: String
    /// The `errno` it gave.
    package let code: Int32

    package init(call: String, code: Int32) { (self.call, self.code) = (call, code) }

    /// The disk, or this user's share of it, is full.
    var isLackOfSpace: Bool { code == ENOSPC || code == EDQUOT }

    var error: LedgerError { isLackOfSpace ? .noSpace : .system(call: call, code: code) }
}
