import Foundation

/// A file that has its name only once it is whole and on the disk; until then it stands beside it under another one.
///
/// It never takes the place of a file that is there.
package final class NewFile {
    private let path: String
    private let unfinished: String
    private let files: any LedgerFiles
    private let descriptor: Int32
    private var isOpen = true
    /// How many bytes were written.
    package private(set) var byteCount = 0

    /// - Throws: ``LedgerError/system(call:code:)``, with `EEXIST` where there is a file of this name.
    package init(_ path: String, files: any LedgerFiles = SystemFiles()) throws(LedgerError) {
        var status = stat()
        guard lstat(path, &status) != 0 else { throw .system(call: "open", code: EEXIST) }
        (self.path, self.files) = (path, files)
        // Of this process alone: another one may be making the same file.
        let unfinished = StateFile.unfinished("\(path).\(getpid())")
        self.unfinished = unfinished
        descriptor = try telling { () throws(SystemFault) in try files.open(unfinished, .creating) }
    }

    package func write(_ bytes: [UInt8]) throws(LedgerError) {
        try telling { () throws(SystemFault) in try files.writeAll(descriptor, bytes, at: byteCount) }
        byteCount += bytes.count
    }

    /// Waits for the disk and gives the file its name.
    ///
    /// - Throws: as ``init(_:files:)``, where a file of this name came meanwhile.
    package func finish() throws(LedgerError) {
        try telling { () throws(SystemFault) in
            try files.sync(descriptor)
            try files.renameNew(unfinished, to: path)
            close()
            do throws(SystemFault) {
                try files.syncDirectory(StateDirectory.above(path))
            } catch {
                try? files.remove(path)
                throw error
            }
        }
    }

    /// Leaves nothing behind; after ``finish()`` it does nothing.
    package func discard() {
        guard isOpen else { return }
        close()
        try? files.remove(unfinished)
    }

    private func close() {
        isOpen = false
        files.close(descriptor)
    }
}
