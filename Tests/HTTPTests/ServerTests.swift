import Foundation
import Synchronization
import Testing

@testable import HTTP

@Suite("A server on a real socket")
struct ServerTests {
    /// Keeps what the server logged, in order.
    final class Journal: Sendable {
        let entries = Mutex<[LogEntry]>([])
        var statuses: [Int] { entries.withLock { $0.map(\.status.code) } }
        var refusals: [RefusalReason] { entries.withLock { $0.compactMap(\.refusal) } }
    }

    /// Answers with the path; `/later` from another queue, `/never` not at all, `/large` with 4 MiB.
    private func make(maximumConnections: Int = 100, log: Journal = Journal()) -> Server {
        Server(
            configuration: .init(port: 0, maximumConnections: maximumConnections),
            refusalAnswer: { status, reason, _ in Response(status, body: [UInt8]("[\(reason.rawValue)]")) },
            handler: { request, responder in
                switch request.path {
                case "/later":
                    DispatchQueue.global().async { responder.answer(Response(.ok, body: [UInt8]("<later>"))) }
                case "/never": break
                case "/odd": responder.answer(Response(Status(99)))
                case "/large": responder.answer(Response(.ok, body: [UInt8](repeating: 0x61, count: 4 << 20)))
                default:
                    responder.answer(
                        Response(.ok, body: [UInt8]("<\(request.path)>") + request.body, label: request.path))
                    responder.answer(Response(.internalServerError))
                }
            },
            log: { entries in log.entries.withLock { $0 += entries } })
    }

    private func get(_ path: String, _ fields: String = "X: y") -> String {
        "GET \(path) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\r\n"
    }

    @Test("one connection serves many requests, also sent ahead, answered at once or later, in order")
    func keepAlive() throws {
        let log = Journal()
        let server = make(log: log)
        let client = try TestClient(port: server.start())

        client.send(get("/1"))
        #expect(client.read(until: "</1>").hasPrefix("HTTP/1.1 200 OK\r\nDate: "))
        client.send(get("/later") + get("/2") + get("/never") + get("/odd") + get("/3"))
        let text = client.read(until: "</3>")
        server.stop(within: 5)

        #expect(
            text.matches(of: /<[^>]+>|\[[a-zA-Z]+\]/).map { String($0.0) } == ["<later>", "</2>", "[noAnswer]", "</3>"])
        #expect(log.statuses == [200, 200, 200, 500, 500, 200])
        #expect(log.refusals == [.noAnswer])
        #expect(log.entries.withLock { $0.first?.label } == "/1")
    }

    @Test("garbage is answered 400 and the connection closed, with the answer still readable")
    func garbage() throws {
        let log = Journal()
        let server = make(log: log)
        let client = try TestClient(port: server.start())

        client.send("\u{16}\u{3}\u{1}" + String(repeating: "garbage", count: 600_000))
        let text = client.read()
        server.stop(within: 5)

        #expect(text.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
        #expect(text.hasSuffix("Connection: close\r\n\r\n[method]"))
        #expect(log.refusals == [.method])
    }

    @Test("a client that sends no more still gets its answer, large as it may be")
    func halfClosed() throws {
        let server = make()
        let client = try TestClient(port: server.start())

        client.send(get("/later") + get("/large"))
        client.endOutput()
        let text = client.read()
        server.stop(within: 5)

        #expect(text.contains("<later>"))
        #expect(text.utf8.count > 4 << 20)
    }

    @Test("a body is read, chunked and after 100 Continue")
    func bodies() throws {
        let server = make()
        let client = try TestClient(port: server.start())

        client.send("PUT /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n")
        #expect(client.read(until: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
        client.send("3\r\nabc\r\n0\r\n\r\n")
        #expect(client.read(until: "</a>abc").contains("Content-Length: 7\r\n"))

        server.stop(within: 5)
    }

    @Test("bodies that come in have one budget for all connections; what is dropped or answered gives its part back")
    func bodyBudget() throws {
        let server = Server(
            configuration: .init(port: 0, workers: 1, bodyBudget: 10_000),
            refusalAnswer: { status, reason, _ in Response(status, body: [UInt8]("[\(reason.rawValue)]")) },
            handler: { request, responder in responder.answer(Response(.ok, body: [UInt8]("<\(request.body.count)>")))
            },
            log: { _ in })
        let port = try server.start()
        func post(_ client: TestClient, _ count: Int) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(count)\r\n\r\n")
        }
        let (slow, second) = (try TestClient(port: port), try TestClient(port: port))
        for _ in 0..<3 {  // again and again, so that a part that is not given back is noticed
            post(slow, 8_000)
            slow.send(String(repeating: "x", count: 7_000))
            // Answered after what was sent before it was read.
            post(second, 1)
            second.send("x")
            #expect(second.read(until: "<1>").hasPrefix("HTTP/1.1 200"))
            let third = try TestClient(port: port)
            post(third, 8_000)
            third.send(String(repeating: "x", count: 7_000))
            #expect(third.read().hasSuffix("[noRoomForBody]"))
            slow.send(String(repeating: "x", count: 1_000))
            #expect(slow.read(until: "<8000>").hasPrefix("HTTP/1.1 200"))
        }
        post(second, 9_000)
        second.send(String(repeating: "x", count: 9_000))
        #expect(second.read(until: "<9000>").hasPrefix("HTTP/1.1 200"))
        server.stop(within: 5)
    }

    @Test("a client too many is told so")
    func connectionLimit() throws {
        let server = make(maximumConnections: 1)
        let port = try server.start()
        let first = try TestClient(port: port)
        first.send(get("/1"))
        _ = first.read(until: "</1>")

        let text = try TestClient(port: port).read()
        server.stop(within: 5)

        #expect(text.hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"))
    }

    @Test("stopping answers what runs, closes what is idle, refuses what is new; a second stop does nothing")
    func stop() throws {
        let responders = Mutex<[Responder]>([])
        let arrived = DispatchSemaphore(value: 0)
        let server = Server(
            configuration: .init(port: 0, workers: 1), refusalAnswer: { status, _, _ in Response(status) },
            handler: { _, responder in
                responders.withLock { $0.append(responder) }
                arrived.signal()
            },
            log: { _ in })
        let port = try server.start()
        let (idle, busy) = (try TestClient(port: port), try TestClient(port: port))
        busy.send(get("/"))
        arrived.wait()

        let stopped = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
            server.stop(within: 5)
            stopped.signal()
        }
        #expect(idle.read() == "")
        #expect(throws: (any Error).self) { try TestClient(port: port) }
        responders.withLock { $0.first }?.answer(Response(.ok, body: [UInt8]("done")))
        #expect(busy.read().hasSuffix("Connection: close\r\n\r\ndone"))
        stopped.wait()

        server.stop(within: 5)
        #expect(throws: ServerError.alreadyStarted) { try server.start() }
    }

    @Test("a port in use and a host that is no address are said plainly")
    func startFailures() throws {
        let server = make()
        let port = try server.start()
        defer { server.stop(within: 5) }
        func start(_ configuration: Server.Configuration) throws(ServerError) {
            _ = try Server(
                configuration: configuration, refusalAnswer: { status, _, _ in Response(status) },
                handler: { _, _ in }, log: { _ in }
            ).start()
        }

        #expect(throws: ServerError.system(call: "bind", code: EADDRINUSE)) { try start(.init(port: port)) }
        #expect(throws: ServerError.host) { try start(.init(host: "example.invalid", port: 0)) }
        #expect(throws: ServerError.host) { try start(.init(host: "", port: 0)) }
    }
}
