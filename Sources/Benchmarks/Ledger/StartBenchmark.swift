import Foundation

/// How long a start takes when much has happened before, with a snapshot and from the journal alone.
struct StartBenchmark {
    let scratch: ScratchFolder
    let records: Int

    func run() throws {
        let folder = try scratch.folder("state-start")
        Figures.title("A journal of \(records) records, opened by a process of its own")
        let making = try Timing.seconds { try JournalProcess.fill(folder, count: records) }
        Figures.line("making it", making, "s", note: "\(try size(of: folder)) MB")
        if try snapshots(in: folder).isEmpty {
            Figures.title("  With a snapshot: not measured, none was written")
        } else {
            show(try JournalProcess.open(folder), "with a snapshot")
        }
        for snapshot in try snapshots(in: folder) { try FileManager.default.removeItem(at: snapshot) }
        show(try JournalProcess.open(folder), "without a snapshot")
    }

    private func show(_ opening: JournalProcess.Opening, _ how: String) {
        Figures.line("\(how): until it is ready", opening.seconds * 1e3, "ms")
        Figures.line(
            "\(how): resident", opening.memory.now, "MB", note: "at most \(Figures.text(opening.memory.peak)) MB")
    }

    private func snapshots(in folder: URL) throws -> [URL] {
        try files(in: folder).filter { $0.lastPathComponent.hasPrefix("snapshot-") }
    }

    /// In megabytes.
    private func size(of folder: URL) throws -> Int {
        try files(in: folder).map { try $0.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0 }.reduce(0, +)
            / 1_000_000
    }

    private func files(in folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.fileSizeKey])
    }
}
