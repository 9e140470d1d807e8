import Foundation

/// One run of `wrk`: what it says, or why it cannot be relied on.
struct Wrk {
    let program: URL

    static let connections = 64

    struct Report {
        let answers: Double
        let answersPerSecond: Double
        /// One answer in a hundred took longer than this, in seconds.
        let slow: Double

        /// - Throws: when something is missing, or any answer was not a good one.
        init(_ text: String) throws(BenchmarkFailure) {
            let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
            for line in lines where line.first == "Socket" || line.first == "Non-2xx" {
                throw BenchmarkFailure("wrk: \(line.joined(separator: " "))")
            }
            guard let answers = lines.first(where: { $0.dropFirst().starts(with: ["requests", "in"]) })?.first,
                let rate = lines.first(where: { $0.first == "Requests/sec:" })?.last,
                let slow = lines.first(where: { $0.first == "99%" })?.last.flatMap(Self.seconds),
                let answers = Double(answers), let rate = Double(rate), answers > 0
            else { throw BenchmarkFailure("the report of wrk cannot be read.") }
            (self.answers, answersPerSecond, self.slow) = (answers, rate, slow)
        }

        /// `568.00us`, `1.20ms`, `2.00s` or `1.00m`.
        private static func seconds(_ text: String) -> Double? {
            let number = text.prefix { $0.isNumber || $0 == "." }
            let units: [Substring: Double] = ["us": 1e-6, "ms": 1e-3, "s": 1, "m": 60]
            guard let value = Double(number), let unit = units[text.dropFirst(number.count)] else { return nil }
            return value * unit
        }
    }

    /// Asks for one path as fast as the answers come.
    ///
    /// - Parameter script: what says in Lua what is asked, where that is more than the path.
    func run(
        port: UInt16, path: String, threads: Int, seconds: Int, connections: Int = Self.connections, script: URL? = nil
    ) throws -> Report {
        let child = try ChildProcess(
            program,
            ["-t\(threads)", "-c\(connections)", "-d\(seconds)s", "--latency"]
                + (script.map { ["-s", $0.path] } ?? []) + ["http://127.0.0.1:\(port)\(path)"])
        return try Report(try child.result())
    }
}
