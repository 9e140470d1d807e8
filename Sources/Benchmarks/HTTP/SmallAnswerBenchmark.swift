import Foundation
import HTTP

/// A static file of 100 bytes from our server and from nginx.
struct SmallAnswerBenchmark {
    let contest: Contest
    let nginx: Nginx
    let files: SampleFiles

    func run() throws {
        let path = "/" + SampleFiles.smallName
        // As nginx has it, and as the program has it when nothing else is asked for.
        let servers = try Set([1, Server.Configuration().workers]).sorted().map { (workers: Int) in
            (workers, try AnswerServerProcess(files: files.folder, workers: workers))
        }
        defer { for (_, server) in servers { server.stop() } }
        let theirs = Contest.Contender(name: "nginx", port: nginx.port, path: path, pid: nginx.workerPID)
        let ours = servers.map { workers, server in
            let name = workers == 1 ? "ours, 1 worker" : "ours, \(workers) workers"
            return Contest.Contender(name: name, port: server.port, path: path, pid: server.pid)
        }
        for threads in [1, 2] {
            let clients = "\(Wrk.connections) connections, \(threads == 1 ? "1 thread" : "\(threads) threads") of wrk"
            Figures.title("HTTP: a static file of \(SampleFiles.smallBytes) bytes, \(clients)")
            var contest = contest
            contest.threads = threads
            ContestFigures.show(try contest.run([theirs] + ours))
        }
    }
}
