import Foundation
import HTTP

/// nginx with one worker process, as fast as it can be set for what it is asked here, beside our server.
final class Nginx {
    /// Serves without a log.
    let port: UInt16
    /// Serves the same, with a line for every answer in ``log``.
    let loggingPort: UInt16
    let log: URL
    /// Answers with a fixed text that it never looks up.
    static let fixedPath = "/fixed"
    /// The one process that answers.
    private(set) var workerPID: Int32 = 0
    private let child: ChildProcess

    /// - Parameters:
    ///   - files: what it serves.
    ///   - folder: its own, for its settings and its log.
    init(program: URL, files: URL, folder: URL) throws {
        (port, loggingPort) = try FreePort.two()
        log = folder.appending(path: "access.log")
        let settings = folder.appending(path: "nginx.conf")
        try Data(Self.settings(port, loggingPort, files: files, folder: folder).utf8).write(to: settings)
        child = try ChildProcess(
            program,
            ["-p", folder.path, "-c", settings.path, "-e", folder.appending(path: "error.log").path])
        workerPID = try waitForWorker(folder.appending(path: "pid"))
    }

    func stop() { child.stop() }

    private func waitForWorker(_ pidFile: URL) throws(BenchmarkFailure) -> Int32 {
        for _ in 0..<500 {
            let text = try? String(contentsOf: pidFile, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
            let workers = text.flatMap { Int32($0) }.map(ProcessUse.children) ?? []
            if let worker = workers.first, (try? ClientSocket(port: port)) != nil { return worker }
            usleep(10_000)
        }
        throw BenchmarkFailure("nginx did not start within 5 seconds.")
    }

    /// The large file goes out with `sendfile`; for the small one a plain read is the faster of the two.
    private static func settings(_ port: UInt16, _ loggingPort: UInt16, files: URL, folder: URL) -> String {
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map { "\($0)_temp_path \(folder.path)/temporary;" }.joined(separator: " ")
        let locations = """
                root \(files.path);
                location = \(fixedPath) { return 200 "\(String(repeating: "x", count: 100))"; }
                location = /\(SampleFiles.largeName) { sendfile on; tcp_nopush on; }
            """
        return """
            daemon off; worker_processes 1; \(geteuid() == 0 ? "user root;" : "")
            worker_rlimit_nofile \(DescriptorLimit.current);
            pid \(folder.path)/pid;
            events { worker_connections 8192; }
            http {
                \(temporary)
                access_log off; keepalive_requests 1000000000; keepalive_timeout 1h;
                types { text/plain txt; } default_type application/octet-stream;
                open_file_cache max=100 inactive=1h; open_file_cache_valid 1h; open_file_cache_min_uses 1;
                server { listen 127.0.0.1:\(port) backlog=1024;
            \(locations)
                }
                server { listen 127.0.0.1:\(loggingPort) backlog=1024; access_log \(folder.path)/access.log combined;
            \(locations)
                }
            }
            """
    }
}
