import Foundation

extension StateDirectory {
    /// Takes the directory for this process.
    ///
    /// The lock belongs to the open file, so it goes when the process goes, however that ends. The file
    /// itself stays, for whoever asks next.
    ///
    /// - Returns: the descriptor that holds the lock.
    /// - Throws: ``LedgerError/lockedBy(pid:)`` with the process that has it, where the file tells.
    func lock() throws(LedgerError) -> Int32 {
        try opening(StateFile.lock, .updating) { descriptor throws(LedgerError) in
            let isOurs = try telling { () throws(SystemFault) in try files.lock(descriptor) }
            guard isOurs else { throw .lockedBy(pid: signature(on: descriptor)) }
            sign(descriptor)
            return descriptor
        }
    }

    /// Writes who has the lock. The lock holds without it, also on a full disk.
    private func sign(_ descriptor: Int32) {
        let text = Array("\(getpid())\n".utf8)
        guard (try? files.truncate(descriptor, to: 0)) != nil else { return }
        _ = try? files.write(descriptor, text[...], at: 0)
    }

    private func signature(on descriptor: Int32) -> Int32? {
        guard let bytes = try? files.read(descriptor, count: 16, at: 0) else { return nil }
        return Int32(String(decoding: bytes.prefix { $0 != RecordLine.lineEnd }, as: UTF8.self))
    }
}
