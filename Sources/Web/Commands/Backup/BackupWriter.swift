import Exchange
import Foundation
import Hashing
import Ledger

/// Writes the files of a backup one after the other, and adds up what was written.
struct BackupWriter {
    private let file: NewFile
    private let now: Date
    private var whole = SHA256()
    private var checksums = Checksums()

    init(_ file: NewFile, now: Date) { (self.file, self.now) = (file, now) }

    mutating func add(_ name: String, _ bytes: [UInt8]) throws(LedgerError) {
        try add(name, byteCount: bytes.count) { write throws(LedgerError) in try write(bytes) }
    }

    /// - Parameter content: writes exactly `byteCount` bytes.
    mutating func add(
        _ name: String, byteCount: Int,
        _ content: ((([UInt8]) throws(LedgerError) -> Void) throws(LedgerError) -> Void)
    ) throws(LedgerError) {
        guard let entry = ArchiveEntry(name: name, byteCount: byteCount, modifiedAt: now) else {
            throw .system(call: "tar", code: EFBIG)
        }
        try write(entry.header)
        var part = SHA256()
        try content { bytes throws(LedgerError) in
            part.update(bytes)
            try write(bytes)
        }
        try write(entry.padding)
        checksums.add(part.finalize(), of: name)
    }

    /// Gives the file its name.
    ///
    /// - Returns: the SHA-256 of the whole file.
    mutating func finish() throws(LedgerError) -> SHA256Digest {
        try add(Checksums.name, Array(checksums.text.utf8))
        try write(ArchiveEntry.end)
        try file.finish()
        return whole.finalize()
    }

    private mutating func write(_ bytes: [UInt8]) throws(LedgerError) {
        whole.update(bytes)
        try file.write(bytes)
    }
}
