import Domain
import Foundation

/// Finds the way to the newest state: from the first record, or from the newest snapshot that is good.
struct JournalOpening {
    let directory: StateDirectory
    let replay: Replay
    /// The snapshot that was begun with.
    let usedSnapshot: Int?
    /// The newest one that is good; 0 where there is none.
    let newestSnapshot: Int
    /// Those that were not what was written, or not of this journal.
    let badSnapshots: [String]

    init(
        _ directory: StateDirectory, starting: [ServiceID: Capacity], settings: LedgerSettings
    ) throws(LedgerError) {
        self.directory = directory
        let (segments, known) = try Self.contents(of: directory)
        var (good, bad): (Snapshot?, [String]) = (nil, [])
        let store = SnapshotStore(directory: directory)
        for sequence in known where good == nil {
            good = store.load(sequence)
            if good == nil { bad.append(StateFile.snapshot(after: sequence)) }
        }
        let isShort = try Self.length(of: segments, in: directory) <= settings.bytesReadWhole
        var start = isShort || settings.acceptsDamage ? nil : good
        if let snapshot = start, !Self.fits(snapshot, directory) {
            bad.append(StateFile.snapshot(after: snapshot.sequence))
            start = nil
        }
        let replay = try Replay(
            directory, segments: segments, starting: starting, from: start, acceptsDamage: settings.acceptsDamage)
        if let good, !settings.acceptsDamage { try Self.checkEnd(of: replay, isNotBefore: good.sequence) }
        self.replay = replay
        (usedSnapshot, newestSnapshot, badSnapshots) = (start?.sequence, good?.sequence ?? 0, bad)
    }

    /// - Throws: ``LedgerError/damaged(file:line:what:)`` where the journal ends before a record that it had.
    static func checkEnd(of replay: Replay, isNotBefore sequence: Int) throws(LedgerError) {
        guard sequence > replay.state.sequence else { return }
        let last = replay.index.parts.last
        throw .damaged(
            file: StateFile.segment(from: last?.first ?? 1), line: (last?.count ?? 0) + 1,
            what: .missing(upTo: sequence))
    }

    static func contents(
        of directory: StateDirectory
    ) throws(LedgerError) -> (segments: [Int], snapshots: [Int]) {
        do throws(SystemFault) {
            return (try directory.segments(), try SnapshotStore(directory: directory).all())
        } catch {
            guard error.code == ENOENT else { throw error.error }
            return ([], [])
        }
    }

    private static func length(of segments: [Int], in directory: StateDirectory) throws(LedgerError) -> Int {
        var sum = 0
        for first in segments {
            sum += try telling { () throws(SystemFault) in
                try directory.length(of: StateFile.segment(from: first))
            }
        }
        return sum
    }

    /// Whether the journal has the record that the snapshot was made after, where the snapshot says it ends, and
    /// all segments before it.
    static func fits(_ snapshot: Snapshot, _ directory: StateDirectory) -> Bool {
        for part in snapshot.index.parts.dropLast() {
            guard let length = try? directory.length(of: part.name), length == part.byteCount else { return false }
        }
        guard let part = snapshot.index.parts.last(where: { $0.count > 0 }) else { return snapshot.sequence == 0 }
        let files = directory.files
        guard let descriptor = try? files.open(directory.path(of: part.name), .reading) else { return false }
        defer { files.close(descriptor) }
        let begin = max(0, part.byteCount - RecordLine.mostBytes - 1)
        guard let bytes = try? files.read(descriptor, count: part.byteCount - begin, at: begin),
            bytes.count == part.byteCount - begin, bytes.last == RecordLine.lineEnd
        else { return false }
        let line = bytes.dropLast().split(separator: RecordLine.lineEnd).last ?? []
        guard let (record, hash) = try? RecordLine.decode(line) else { return false }
        return record.sequence == snapshot.sequence && hash == snapshot.head
    }
}
