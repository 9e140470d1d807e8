import Foundation

/// A PostgreSQL of its own with default settings, on the disk of the other programs; no port, a socket in its folder.
final class Postgres {
    private static let role = "benchmark"

    private let programs: PostgresPrograms
    private let folder: URL
    private let server: ChildProcess

    /// - Parameter folder: empty.
    init(_ programs: PostgresPrograms, folder: URL) throws {
        (self.programs, self.folder) = (programs, folder)
        let user = try PlainUser.needed()
        try user?.own(folder)
        func start(_ name: String, _ arguments: [String]) throws -> ChildProcess {
            let (program, words) = try user?.command(programs[name], arguments) ?? (programs[name], arguments)
            return try ChildProcess(program, words, errors: folder.appending(path: "\(name).log"))
        }
        let cluster = folder.appending(path: "cluster").path
        _ = try start("initdb", ["-D", cluster, "-A", "trust", "-U", Self.role, "-E", "UTF8", "--no-locale"]).result()
        server = try start("postgres", ["-D", cluster, "-k", folder.path, "-c", "listen_addresses="])
        try waitUntilReady()
    }

    func stop() { server.stop() }

    /// - Returns: what is selected, without titles.
    @discardableResult
    func execute(_ sql: String) throws -> String {
        try run("psql", ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", sql, "postgres"])
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// - Parameter statements: a file of them.
    /// - Returns: what each selects, a line for a row, without titles.
    func execute(_ statements: URL) throws -> [String] {
        try run("psql", ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-f", statements.path, "postgres"])
            .split(separator: "\n").map(String.init)
    }

    /// - Parameter arguments: what comes besides where the server is.
    /// - Returns: the report.
    func pgbench(_ arguments: [String]) throws -> String { try run("pgbench", arguments + ["postgres"]) }

    /// A file in its folder.
    func file(_ name: String, _ text: String) throws -> URL {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file
    }

    private func run(_ name: String, _ arguments: [String]) throws -> String {
        try ChildProcess(
            programs[name], ["-h", folder.path, "-U", Self.role] + arguments,
            errors: folder.appending(path: "\(name).log")
        ).result()
    }

    private func waitUntilReady() throws {
        for _ in 0..<100 {
            if (try? execute("SELECT 1")) == "1" { return }
            usleep(50_000)
        }
        throw BenchmarkFailure("PostgreSQL did not start.")
    }
}
