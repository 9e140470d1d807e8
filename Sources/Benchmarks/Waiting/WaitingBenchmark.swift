import Foundation

/// The floor of each way to wait for sockets: no HTTP, only read and write; and nginx, which has `epoll`, with a
/// text of about the same size that it need not look up.
struct WaitingBenchmark {
    let scratch: ScratchFolder
    let pace: Pace

    func run() throws {
        let wrk = Wrk(program: try InstalledProgram.wrk.required())
        let nginx = try Nginx(
            program: InstalledProgram.nginx.required(), files: SampleFiles(in: scratch).folder,
            folder: scratch.folder("nginx-waiting"))
        defer { nginx.stop() }
        let servers = try WayToWait.allCases.map { way in
            (way: way, child: try ChildProcess(own: [WaitingServer.word, way.rawValue]))
        }
        defer { for server in servers { server.child.stop() } }
        let ways = try servers.map { way, child in
            Contest.Contender(name: way.title, port: try child.announcedPort(), path: "/", pid: child.pid)
        }
        let fixed = Contest.Contender(
            name: "nginx", port: nginx.port, path: Nginx.fixedPath, pid: nginx.workerPID)
        Figures.title(
            "Ways to wait for sockets: read, write 200 bytes, \(Wrk.connections) connections, 1 thread of wrk")
        ContestFigures.show(try Contest(wrk: wrk, pace: pace).run([fixed] + ways), areTargets: false)
    }
}
