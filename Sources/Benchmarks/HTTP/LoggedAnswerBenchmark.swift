import Foundation

/// The same small file with a line in the access log for every answer, from nginx and from the built program: its own
/// log line, and all that it does around a file.
struct LoggedAnswerBenchmark {
    let contest: Contest
    let nginx: Nginx
    let files: SampleFiles
    let data: URL
    let scratch: ScratchFolder

    func run() throws {
        let log = try scratch.folder("log").appending(path: "access.log")
        let program = try ServerProcess(
            data: data, state: scratch.folder("state-logged"), files: files.folder, log: log)
        defer { program.stop() }
        let path = "/" + SampleFiles.smallName
        Figures.title("HTTP: the same file from the whole program, with an access log in a file on both sides")
        let theirs = Contest.Contender(
            name: "nginx", port: nginx.loggingPort, path: path, pid: nginx.workerPID)
        let ours = Contest.Contender(name: "opvangkaart", port: program.port, path: path, pid: program.pid)
        let results = try contest.run([theirs, ours]) { contender in
            try Self.empty(contender.pid == ours.pid ? log : nginx.log)
        }
        ContestFigures.show(results, areTargets: false)
    }

    /// Millions of lines would be left otherwise. Both servers append, so they go on at the beginning.
    private static func empty(_ log: URL) throws(BenchmarkFailure) {
        let size = (try? FileManager.default.attributesOfItem(atPath: log.path)[.size]) as? Int ?? 0
        guard size > 0 else { throw BenchmarkFailure("\(log.lastPathComponent) is empty: nothing was logged.") }
        guard truncate(log.path, 0) == 0 else { throw BenchmarkFailure("a log cannot be emptied.") }
    }
}
