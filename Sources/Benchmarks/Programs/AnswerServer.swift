import Foundation
import HTTP

/// Our HTTP server with nothing behind it but the files of a folder, in a process of its own.
struct AnswerServer {
    static let word = "answer-server"

    private let folder: String
    private var configuration = Server.Configuration()

    /// - Parameter words: `--files DIR [--port N] [--workers N]`; port 0 takes a free one.
    init(_ words: [String]) throws(BenchmarkFailure) {
        let options = try WordOptions(words, valued: ["--files", "--port", "--workers"])
        guard let folder = options.text("--files") else { throw BenchmarkFailure("\(Self.word) needs --files.") }
        self.folder = folder
        configuration.port = UInt16(clamping: try options.number("--port") ?? 0)
        configuration.workers = try options.number("--workers") ?? configuration.workers
        configuration.maximumConnections = 8_192
    }

    func run() throws -> Never {
        let files = try StaticFiles(folder: folder)
        let server = Server(
            configuration: configuration,
            refusalAnswer: { status, _, _ in Response(status) },
            handler: { request, responder in
                responder.answer(files.response(to: request) ?? Response(.notFound))
            },
            log: { _ in })
        Lifeline.announce(port: try server.start())
        Lifeline.waitUntilCut()
        exit(0)
    }
}

/// An ``AnswerServer`` as the process that started it sees it.
struct AnswerServerProcess {
    private let child: ChildProcess
    let port: UInt16
    var pid: Int32 { child.pid }

    /// - Parameter workers: `nil` leaves it to the server.
    init(files: URL, workers: Int? = nil) throws {
        let chosen = workers.map { ["--workers", String($0)] } ?? []
        child = try ChildProcess(own: [AnswerServer.word, "--port", "0", "--files", files.path] + chosen)
        port = try child.announcedPort()
    }

    func stop() { child.stop() }
}
