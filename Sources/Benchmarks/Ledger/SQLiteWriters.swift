import Foundation

/// SQLite with a write-ahead log that is synced at every commit: a process of its own client for every writer.
///
/// The client prepares every statement anew, which costs a small part of what the disk does.
struct SQLiteWriters: WritingProgram {
    /// More than one writer comes to in a second.
    private static let mostUpdatesPerSecond = 40_000

    let name = "SQLite, UPDATE"
    private let program: URL
    private let folder: URL
    private let mostSeconds: Int

    /// - Parameters:
    ///   - folder: its own.
    ///   - mostSeconds: of any round.
    init(_ program: URL, folder: URL, mostSeconds: Int) {
        (self.program, self.folder, self.mostSeconds) = (program, folder, mostSeconds)
    }

    func round(writers: Int, seconds: Int) throws -> WriteRound {
        try makeDatabase()
        // Some get more turns than others.
        let updates = Self.mostUpdatesPerSecond * (mostSeconds + 1) * (writers == 1 ? 1 : 4) / writers
        let gate = try Gate(file: folder.appending(path: "gate"))
        let clients = try (0..<writers).map { try client($0, gate: gate, updates: updates) }
        defer { for client in clients { client.stop() } }
        for client in clients { _ = try client.announcedLine() }
        gate.open()
        let start = try total()
        usleep(useconds_t(seconds) * 1_000_000)
        let end = try total()
        guard end.most < updates else { throw BenchmarkFailure("a writer of SQLite had nothing more to write.") }
        return WriteRound(updatesPerSecond: (end.updates - start.updates) / (end.seconds - start.seconds))
    }

    private func makeDatabase() throws {
        for ending in ["", "-wal", "-shm"] { _ = unlink(database + ending) }
        _ = try run(
            """
            PRAGMA journal_mode = WAL;
            CREATE TABLE service (id INTEGER PRIMARY KEY, free INTEGER NOT NULL, version INTEGER NOT NULL);
            WITH RECURSIVE n(id) AS (SELECT 0 UNION ALL SELECT id + 1 FROM n WHERE id < 63)
            INSERT INTO service SELECT id, 0, 0 FROM n;
            """)
    }

    /// A client that waits at the gate and then updates a row of its own.
    private func client(_ number: Int, gate: Gate, updates: Int) throws -> ChildProcess {
        let script = folder.appending(path: "writer-\(number)-\(updates).sql")
        if !FileManager.default.fileExists(atPath: script.path) {
            try write(script, for: number, gate: gate, updates: updates)
        }
        return try ChildProcess(program, ["-batch", "-bail", database, ".read '\(script.path)'"])
    }

    private func write(_ script: URL, for number: Int, gate: Gate, updates: Int) throws {
        var text = """
            .timeout 60000
            PRAGMA synchronous = FULL;
            .shell echo ready; flock -s '\(gate.file.path)' true

            """
        for version in 0..<updates {
            text += """
                UPDATE service SET free=\(version % 2),version=\(version + 1) WHERE id=\(number) AND version=\(version);

                """
        }
        try Data(text.utf8).write(to: script)
        // The disk is not to be busy with the script when the clock runs.
        sync()
    }

    /// How many updates there are, the most of one writer, and the time at which that was so.
    private func total() throws -> (updates: Double, most: Int, seconds: Double) {
        let select = "SELECT sum(version), max(version), (julianday('now') - 2440587.5) * 86400.0 FROM service;"
        let numbers = try run(select).split(separator: "|").compactMap {
            Double($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        guard numbers.count == 3 else { throw BenchmarkFailure("the answer of SQLite cannot be read.") }
        return (numbers[0], Int(numbers[1]), numbers[2])
    }

    private func run(_ sql: String) throws -> String {
        try ChildProcess(program, ["-batch", "-bail", "-cmd", ".timeout 60000", database, sql]).result()
    }

    private var database: String { folder.appending(path: "counts.db").path }
}
