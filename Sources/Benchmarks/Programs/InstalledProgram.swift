import Foundation

/// A program of the system that a benchmark needs.
enum InstalledProgram: String {
    case wrk, nginx, sqlite3, setpriv

    /// Where it is, or `nil`. `/usr/sbin` is looked in too: not every path names it, and nginx is there.
    var url: URL? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
        return (path.split(separator: ":").map(String.init) + ["/usr/sbin"])
            .map { URL(filePath: $0, directoryHint: .isDirectory).appending(path: rawValue) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    func required() throws(BenchmarkFailure) -> URL {
        guard let url else { throw BenchmarkFailure("\(rawValue) is not installed.") }
        return url
    }

    /// Which of these are not installed.
    static func missing(of programs: [InstalledProgram]) -> [InstalledProgram] { programs.filter { $0.url == nil } }
}
