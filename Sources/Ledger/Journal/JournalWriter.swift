import Foundation

/// The end of the journal, where one writer appends.
///
/// What was appended counts once ``append(_:)`` has returned. A write for which there was no room is taken back
/// whole. After any other failure the end of the file is not known any more: then no write is accepted before the
/// segment was read again from the disk, cut to what counts and synced.
struct JournalWriter: Sendable {
    private let directory: StateDirectory
    private let lock: Int32
    private let segmentBytes: Int
    /// The segment that takes what is appended.
    private var segment: OpenSegment
    private var condition: Condition

    struct OpenSegment: Sendable {
        /// Its first record.
        let first: Int
        let descriptor: Int32
        /// Where the last acknowledged record ends, in bytes.
        var length: Int
        /// How long the file is with the room that was written beforehand.
        var room: Int
        /// The chain before its first record.
        let start: Replay.Link
    }

    private enum Condition {
        case sound
        /// A torn tail stands after the last record, because the disk had no room to keep it aside.
        case tailToCut
        case failed
        case closed
    }

    /// - Parameters:
    ///   - segment: open for reading and writing; closed by ``close()``, as is `lock`.
    ///   - hasTail: whether something stands after the last record that must be cut first.
    init(_ directory: StateDirectory, segment: OpenSegment, lock: Int32, segmentBytes: Int, hasTail: Bool) {
        (self.directory, self.segment, self.lock) = (directory, segment, lock)
        self.segmentBytes = segmentBytes
        condition = hasTail ? .tailToCut : .sound
    }

    /// The chain before the first record of the newest segment.
    var segmentStart: Replay.Link { segment.start }

    var isClosed: Bool { if case .closed = condition { true } else { false } }

    /// Throws what stands in the way of every write; nothing where there is a chance.
    ///
    /// - Parameter head: the last record that counts.
    /// - Returns: whether a new segment was begun, as the one before was long enough.
    mutating func prepare(after head: Replay.Link) throws(LedgerError) -> Bool {
        switch condition {
        case .sound: break
        case .closed: throw .closed
        case .tailToCut: _ = try cutTail()
        case .failed: try checkAgain(upTo: head)
        }
        return segment.length >= segmentBytes && beginSegment(after: head)
    }

    /// Keeps a torn tail aside and cuts it off.
    ///
    /// - Returns: the name of the file that keeps it.
    mutating func cutTail() throws(LedgerError) -> String {
        do throws(SystemFault) {
            let name = try directory.cutTail(of: segment.descriptor, after: segment.length)
            segment.room = segment.length
            condition = .sound
            return name
        } catch {
            condition = error.isLackOfSpace ? .tailToCut : .failed
            throw error.error
        }
    }

    /// Writes `lines` and waits until the disk has them.
    ///
    /// - Precondition: ``prepare(after:)`` has returned.
    mutating func append(_ lines: [UInt8]) throws(LedgerError) {
        do throws(SystemFault) {
            try write(lines)
        } catch {
            // Taken back on the disk as well: a write that was refused never appears later.
            let isTakenBack = takeBack()
            condition = error.isLackOfSpace && isTakenBack ? .sound : .failed
            throw error.error
        }
        do throws(SystemFault) {
            try directory.files.sync(segment.descriptor)
        } catch {
            // Which bytes the disk has is unknown, so nothing is built on them; what can be taken back is.
            _ = takeBack()
            condition = .failed
            throw .system(call: error.call, code: error.code)
        }
        segment.length += lines.count
    }

    mutating func close() {
        if case .closed = condition { return }
        if case .sound = condition, segment.room > segment.length {
            // Room that nobody needs any more; where it stays, the next start knows it for what it is.
            try? directory.files.truncate(segment.descriptor, to: segment.length)
            try? directory.files.sync(segment.descriptor)
        }
        condition = .closed
        directory.files.close(segment.descriptor)
        // Last, so that nobody opens the journal before it is closed here.
        directory.files.close(lock)
    }

    // MARK: Writing

    private mutating func write(_ lines: [UInt8]) throws(SystemFault) {
        let end = segment.length + lines.count
        if end <= segment.room { return try directory.files.writeAll(segment.descriptor, lines, at: segment.length) }
        let filled = Fill.end(after: end)
        do throws(SystemFault) {
            let room = Array(repeating: Fill.byte, count: filled - end)
            try directory.files.writeAll(segment.descriptor, lines + room, at: segment.length)
            segment.room = filled
        } catch {
            guard error.isLackOfSpace else { throw error }
            // No room to write beforehand; there may be enough for the lines.
            try directory.files.truncate(segment.descriptor, to: segment.length)
            segment.room = segment.length
            try directory.files.writeAll(segment.descriptor, lines, at: segment.length)
            segment.room = end
        }
    }

    private mutating func takeBack() -> Bool {
        do throws(SystemFault) {
            try directory.files.truncate(segment.descriptor, to: segment.length)
            segment.room = segment.length
            try directory.files.sync(segment.descriptor)
            return true
        } catch {
            return false
        }
    }

    /// Goes on in a new file; where that cannot be made, in the one that is there.
    private mutating func beginSegment(after head: Replay.Link) -> Bool {
        let files = directory.files
        let name = StateFile.segment(from: head.sequence + 1)
        do throws(SystemFault) {
            try files.truncate(segment.descriptor, to: segment.length)
            segment.room = segment.length
            try files.sync(segment.descriptor)
            let descriptor = try files.open(directory.path(of: name), .creating)
            do throws(SystemFault) {
                try files.syncDirectory(directory.path)
            } catch {
                files.close(descriptor)
                try? files.remove(directory.path(of: name))
                throw error
            }
            files.close(segment.descriptor)
            segment = OpenSegment(
                first: head.sequence + 1, descriptor: descriptor, length: 0, room: 0, start: head)
            return true
        } catch {
            return false
        }
    }

    // MARK: After a failure

    /// Reads the segment again from the disk: every record that was acknowledged must be there.
    private mutating func checkAgain(upTo head: Replay.Link) throws(LedgerError) {
        do throws(SystemFault) {
            let files = directory.files
            guard try files.length(segment.descriptor) >= segment.length else {
                throw SystemFault(call: "fstat", code: EIO)
            }
            try files.truncate(segment.descriptor, to: segment.length)
            segment.room = segment.length
            try files.sync(segment.descriptor)
            files.forget(segment.descriptor)
            var chain = segment.start
            var reader = JournalReader(segment.descriptor, files: files)
            while let line = try reader.next() {
                guard line.isEnded, let (record, hash) = try? RecordLine.decode(line.bytes),
                    record.sequence == chain.sequence + 1, record.previous == chain.head
                else { throw SystemFault(call: "pread", code: EIO) }
                chain = Replay.Link(sequence: record.sequence, head: hash)
            }
            guard chain == head, reader.offset == segment.length else { throw SystemFault(call: "pread", code: EIO) }
            condition = .sound
        } catch {
            throw .failedEarlier
        }
    }
}
