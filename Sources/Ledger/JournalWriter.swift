import Foundation

/// The end of the journal, where one writer appends.
///
/// What was appended counts once ``append(_:)`` has returned. A write for which there was no
/// room is taken back whole; after any other failure the end of the file is not known any
/// more, so every later write is refused until the ledger was opened, and thereby checked, again.
struct JournalWriter: Sendable {
    private let directory: StateDirectory
    private let journal: Int32
    private let lock: Int32
    /// Where the last acknowledged record ends, in bytes.
    private var length: Int
    private var condition: Condition

    private enum Condition {
        case sound
        /// A torn tail stands after `length`, because the disk had no room to keep it aside.
        case tailToCut
        case failed
        case closed
    }

    /// - Parameters:
    ///   - journal: open for reading and writing; closed by ``close()``, as is `lock`.
    ///   - hasTail: whether something stands after `length` that must be cut first.
    init(_ directory: StateDirectory, journal: Int32, lock: Int32, length: Int, hasTail: Bool) {
        (self.directory, self.journal, self.lock, self.length) = (directory, journal, lock, length)
        condition = hasTail ? .tailToCut : .sound
    }

    /// Throws what stands in the way of every write; nothing where there is a chance.
    mutating func prepare() throws(LedgerError) {
        switch condition {
        case .sound: return
        case .failed: throw .failedEarlier
        case .closed: throw .closed
        case .tailToCut: _ = try cutTail()
        }
    }

    /// Keeps a torn tail aside and cuts it off.
    ///
    /// - Returns: the name of the file that keeps it.
    mutating func cutTail() throws(LedgerError) -> String {
        do throws(SystemFault) {
            let name = try directory.cutTail(of: journal, after: length)
            condition = .sound
            return name
        } catch {
            condition = error.isLackOfSpace ? .tailToCut : .failed
            throw error.error
        }
    }

    /// Writes `lines` and waits until the disk has them.
    ///
    /// - Precondition: ``prepare()`` has returned.
    mutating func append(_ lines: [UInt8]) throws(LedgerError) {
        do throws(SystemFault) {
            try directory.files.writeAll(journal, lines, at: length)
        } catch {
            // Taken back on the disk as well: a write that was refused never appears later.
            let isTakenBack = takeBack()
            condition = error.isLackOfSpace && isTakenBack ? .sound : .failed
            throw error.error
        }
        do throws(SystemFault) {
            try directory.files.sync(journal)
        } catch {
            // Which bytes the disk has is unknown, so nothing is built on them; what can be taken back is.
            _ = takeBack()
            condition = .failed
            throw .system(call: error.call, code: error.code)
        }
        length += lines.count
    }

    mutating func close() {
        if case .closed = condition { return }
        condition = .closed
        directory.files.close(journal)
        // Last, so that nobody opens the journal before it is closed here.
        directory.files.close(lock)
    }

    private func takeBack() -> Bool {
        do throws(SystemFault) {
            try directory.files.truncate(journal, to: length)
            try directory.files.sync(journal)
            return true
        } catch {
            return false
        }
    }
}
