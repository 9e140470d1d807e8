import Domain
import Foundation
import Hashing

/// A journal read from its first record, or from a snapshot on, to its last.
struct Replay {
    private(set) var state: LedgerState
    private(set) var index = JournalIndex()
    /// What stands after the last whole record and was never acknowledged.
    private(set) var tail: Tail?
    /// The first damage, where the reader was told to go on.
    private(set) var damage: Damage?
    /// The chain before the first record of the newest segment.
    private(set) var segmentStart: Link
    private let directory: StateDirectory
    private let acceptsDamage: Bool
    private let last: Int
    private let sees: (LedgerState, Record) -> Void
    private let seen: (Record, SHA256Digest) -> Void

    struct Tail: Hashable, Sendable {
        let line: Int
        let bytes: Int
        let what: RecordFault
    }

    /// The record that a chain has come to.
    struct Link: Hashable, Sendable {
        var sequence = 0
        var head = SHA256Digest.zero
    }

    /// Reads everything.
    ///
    /// - Parameters:
    ///   - segments: the first records of all segments, rising.
    ///   - snapshot: where to begin; `nil` is the beginning.
    ///   - last: the record to stop after, where there are more.
    ///   - acceptsDamage: whether to go on after a damaged line, with all records that are still whole.
    ///   - seen: gets each record.
    ///   - sees: gets each record before it counts, and what stands then.
    /// - Throws: ``LedgerError/damaged(file:line:what:)`` at the first line that is not right, unless it is
    ///   the last one and looks like a write that was cut short.
    init(
        _ directory: StateDirectory, segments: [Int], starting: [ServiceID: Capacity], from snapshot: Snapshot? = nil,
        upTo last: Int = .max, acceptsDamage: Bool = false,
        _ seen: @escaping (Record, SHA256Digest) -> Void = { _, _ in },
        sees: @escaping (LedgerState, Record) -> Void = { _, _ in }
    ) throws(LedgerError) {
        (self.directory, self.last, self.acceptsDamage) = (directory, last, acceptsDamage)
        (self.sees, self.seen) = (sees, seen)
        state = LedgerState(starting: starting)
        segmentStart = Link()
        if let snapshot {
            snapshot.restore(&state)
            index = snapshot.index
            segmentStart = snapshot.segmentStart
        }
        let begun = index.parts.last?.first
        var later = segments.filter { $0 >= begun ?? 1 }[...]
        while let first = later.popFirst() {
            // A segment that could not be begun: its name came to the disk, the records went on in the one before.
            if first != begun, first <= state.sequence, try isEmpty(first) { continue }
            try read(first, isBegun: first == begun, before: later)
            if tail != nil { return }
        }
    }

    private func isEmpty(_ first: Int) throws(LedgerError) -> Bool {
        try telling { () throws(SystemFault) in try directory.length(of: StateFile.segment(from: first)) } == 0
    }

    /// Whether no record was ever written after the ones that were read.
    private func isLast(before later: ArraySlice<Int>) throws(LedgerError) -> Bool {
        for first in later {
            guard first <= state.sequence + 1, try isEmpty(first) else { return false }
        }
        return true
    }

    private mutating func read(_ first: Int, isBegun: Bool, before later: ArraySlice<Int>) throws(LedgerError) {
        let name = StateFile.segment(from: first)
        let files = directory.files
        let descriptor = try telling { () throws(SystemFault) in try files.open(directory.path(of: name), .reading) }
        defer { files.close(descriptor) }
        if !isBegun {
            if first != state.sequence + 1 {
                try note(.wrongSequence(expected: state.sequence + 1, found: first), in: name, line: 1)
            }
            index.beginPart(from: first)
            segmentStart = Link(sequence: state.sequence, head: state.head)
        }
        let (offset, lines) = (index.parts.last?.byteCount ?? 0, index.parts.last?.count ?? 0)
        var reader = JournalReader(descriptor, files: files, from: offset, linesBefore: lines)
        while state.sequence < last, let line = try next(&reader) {
            do throws(RecordFault) {
                let (record, hash) = try record(on: line)
                take(record, hash, upTo: reader.offset)
            } catch {
                let what = RecordLine.holdsTwoRecords(line.bytes) ? .runTogether : error
                if try isLast(before: later), try isTorn(line, what, rest: reader) {
                    let end = try telling { () throws(SystemFault) in try directory.writtenEnd(of: descriptor) }
                    tail = Tail(line: line.number, bytes: end - (index.parts.last?.byteCount ?? 0), what: what)
                    return
                }
                try note(what, in: name, line: line.number)
                if let (record, hash) = try? RecordLine.decode(line.bytes), isLater(record, at: line.offset) {
                    take(record, hash, upTo: reader.offset)
                }
            }
        }
    }

    /// Whether a record after damage is newer than what is known, and not so far away that it cannot stand there.
    private func isLater(_ record: Record, at offset: Int) -> Bool {
        let first = index.parts.last?.first ?? 1
        return record.sequence > state.sequence && record.sequence - first <= max(offset, 1_000_000)
    }

    private mutating func take(_ record: Record, _ hash: SHA256Digest, upTo end: Int) {
        sees(state, record)
        state.apply(record, hash: hash)
        index.append(record, byteCount: end - (index.parts.last?.byteCount ?? 0))
        seen(record, hash)
    }

    /// - Throws: the damage, unless the reader was told to go on.
    private mutating func note(_ what: RecordFault, in file: String, line: Int) throws(LedgerError) {
        guard acceptsDamage else { throw .damaged(file: file, line: line, what: what) }
        if damage == nil { damage = Damage(file: file, line: line, what: what) }
    }

    private func next(_ reader: inout JournalReader) throws(LedgerError) -> JournalReader.Line? {
        do throws(SystemFault) {
            return try reader.next()
        } catch {
            throw error.error
        }
    }

    private func record(on line: JournalReader.Line) throws(RecordFault) -> (Record, SHA256Digest) {
        guard !line.isTooLong else { throw .tooLong(most: RecordLine.mostBytes) }
        guard line.isEnded else { throw line.bytes.contains(0) ? .zeroBytes : .noLineEnd }
        let (record, hash) = try RecordLine.decode(line.bytes)
        guard record.sequence == state.sequence + 1 else {
            throw .wrongSequence(expected: state.sequence + 1, found: record.sequence)
        }
        guard record.previous == state.head else { throw .wrongPrevious }
        return (record, hash)
    }

    /// Whether a line that is not right is what a write left that was cut short.
    ///
    /// The last line is, when it is not whole and right. One before the last is only where a part of it
    /// is empty, as a power cut leaves pages that never came to the disk, and all that comes after it was written by the
    /// same write, of which nothing was acknowledged.
    private func isTorn(
        _ line: JournalReader.Line, _ what: RecordFault, rest: JournalReader
    ) throws(LedgerError) -> Bool {
        guard what.isTearing else { return false }
        var reader = rest
        guard var later = try next(&reader) else { return true }
        guard Fill.hasHole(line.bytes) else { return false }
        var hasRecord = false
        while true {
            if let (record, _) = try? RecordLine.decode(later.bytes), later.isEnded {
                guard record.batch <= state.sequence + 1, record.sequence > state.sequence + 1 else { return false }
                hasRecord = true
            } else {
                guard Fill.hasHole(later.bytes) else { return false }
            }
            guard let next = try next(&reader) else { return hasRecord }
            later = next
        }
    }
}

/// A place in the journal that is not what was written there.
package struct Damage: Hashable, Sendable {
    package let file: String
    /// From 1.
    package let line: Int
    package let what: RecordFault

    package init(file: String, line: Int, what: RecordFault) { (self.file, self.line, self.what) = (file, line, what) }
}
