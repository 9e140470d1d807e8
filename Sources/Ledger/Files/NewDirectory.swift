import Foundation

/// A state directory that has its name only once everything in it is whole and on the disk; until then it stands beside
/// it under another one.
package struct NewDirectory {
    private let path: String
    /// Where its files are made.
    package let unfinished: String
    private let files: any LedgerFiles

    /// Makes the directories above it where they are missing.
    ///
    /// - Parameter path: absolute; a directory there must be empty.
    /// - Throws: ``LedgerError/system(call:code:)``, with `ENOTEMPTY` where it is not.
    package init(_ path: String, files: any LedgerFiles = SystemFiles()) throws(LedgerError) {
        (self.path, self.files) = (path, files)
        let unfinished = StateFile.unfinished("\(path).\(getpid())")
        self.unfinished = unfinished
        try telling { () throws(SystemFault) in
            do throws(SystemFault) {
                guard try files.names(in: path).isEmpty else { throw SystemFault(call: "opendir", code: ENOTEMPTY) }
            } catch {
                guard error.code == ENOENT else { throw error }
            }
            try StateDirectory(path: StateDirectory.above(path), files: files).make()
            guard try files.makeDirectory(unfinished) else { throw SystemFault(call: "mkdir", code: EEXIST) }
        }
    }

    /// Gives the directory its name.
    ///
    /// - Throws: as ``init(_:files:)``, where something came there meanwhile.
    package func finish() throws(LedgerError) {
        try telling { () throws(SystemFault) in
            try files.syncDirectory(unfinished)
            try files.rename(unfinished, to: path)
            try files.syncDirectory(StateDirectory.above(path))
        }
    }

    /// Leaves nothing behind of what has no name yet.
    package func discard() {
        for name in (try? files.names(in: unfinished)) ?? [] { try? files.remove("\(unfinished)/\(name)") }
        _ = rmdir(unfinished)
    }
}
