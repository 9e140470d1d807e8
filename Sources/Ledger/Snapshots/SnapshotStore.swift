import Foundation
import Hashing

/// The snapshots in a state directory.
struct SnapshotStore: Sendable {
    let directory: StateDirectory

    /// How many are kept: one more than is needed, for the day on which the newest is damaged.
    private static let kept = 2

    /// The sequences of those that are there, newest first.
    func all() throws(SystemFault) -> [Int] {
        try directory.files.names(in: directory.path).compactMap(StateFile.lastSequence).sorted(by: >)
    }

    /// The snapshot after `sequence`; `nil` where it is not what was written.
    func load(_ sequence: Int) -> Snapshot? {
        guard let bytes = try? directory.contents(of: StateFile.snapshot(after: sequence)),
            let line = bytes.last == RecordLine.lineEnd ? bytes.dropLast() : nil,
            let (body, _) = try? RecordLine.checked(line),
            let snapshot = try? JSONDecoder().decode(SnapshotBody.self, from: Data(body)).snapshot(),
            snapshot.sequence == sequence
        else { return nil }
        return snapshot
    }

    /// Writes a snapshot beside the others; it is there, whole and on the disk, or not at all. The oldest go.
    func save(_ snapshot: Snapshot) throws(LedgerError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(SnapshotBody(snapshot)) else {
            throw .system(call: "encode", code: EINVAL)
        }
        let bytes = RecordLine.sealed([UInt8](data)).bytes + [RecordLine.lineEnd]
        do throws(SystemFault) {
            try directory.replace(StateFile.snapshot(after: snapshot.sequence), with: bytes)
            for old in try all().dropFirst(Self.kept) {
                try directory.files.remove(directory.path(of: StateFile.snapshot(after: old)))
            }
        } catch {
            throw error.error
        }
    }
}
