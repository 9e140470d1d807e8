import Foundation

/// Where the programs of PostgreSQL are.
struct PostgresPrograms {
    private static let names = ["initdb", "postgres", "psql", "pgbench"]

    private let folder: URL

    /// The newest of Debian's, or those on the path; `nil` when any is missing.
    static var installed: PostgresPrograms? {
        let debian = URL(filePath: "/usr/lib/postgresql", directoryHint: .isDirectory)
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: debian.path)) ?? []
        let newest = versions.compactMap { Int($0) }.max().map { debian.appending(path: "\($0)/bin") }
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
        let folders = [newest].compactMap { $0 } + path.split(separator: ":").map { URL(filePath: String($0)) }
        return folders.map(PostgresPrograms.init).first { programs in
            names.allSatisfy { FileManager.default.isExecutableFile(atPath: programs[$0].path) }
        }
    }

    subscript(_ name: String) -> URL { folder.appending(path: name) }
}
