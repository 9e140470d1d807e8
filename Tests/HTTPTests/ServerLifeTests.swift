import Foundation
import Synchronization
import Testing

@testable import HTTP

@Suite("A server on a real socket, in time")
struct ServerLifeTests {
    /// A clock that stands still until it is moved on.
    final class HandClock: Sendable {
        private let nanoseconds = Mutex<UInt64>(1_000_000_000)

        func advance(seconds: Double) { nanoseconds.withLock { $0 += UInt64(seconds * 1e9) } }

        var clock: ServerClock {
            ServerClock(
                now: { Moment(nanoseconds: self.nanoseconds.withLock { $0 }) }, epochSeconds: { 784_111_777 })
        }
    }

    private func make(
        _ clock: ServerClock = .system, stream: ContentStream? = nil
    ) -> Server {
        Server(
            configuration: .init(port: 0, workers: 1),
            refusalAnswer: { status, reason, _ in Response(status, body: [UInt8]("[\(reason.rawValue)]")) },
            handler: { request, responder in
                if let stream, request.path == "/stream" {
                    responder.answer(Response(.ok, content: .stream(stream)))
                } else {
                    responder.answer(Response(.ok, body: [UInt8]("<\(request.path)>")))
                }
            },
            log: { _ in }, clock: clock)
    }

    /// Has everybody else parked who is quiet.
    private func park(on port: UInt16, _ clock: HandClock) throws {
        let busy = try TestClient(port: port)
        for _ in 0..<2 {
            clock.advance(seconds: 1)
            busy.send(get("/busy"))
            _ = busy.read(until: "</busy>")
        }
    }

    private func get(_ path: String) -> String { "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n" }

    @Test("a connection that was quiet for long is heard when it speaks again")
    func parked() throws {
        let clock = HandClock()
        let server = make(clock.clock)
        let port = try server.start()
        let (quiet, busy) = (try TestClient(port: port), try TestClient(port: port))
        quiet.send(get("/1"))
        #expect(quiet.read(until: "</1>").hasPrefix("HTTP/1.1 200"))

        for turn in 2...4 {
            clock.advance(seconds: 2)  // the quiet one is parked in the turn that the busy one causes
            busy.send(get("/busy"))
            _ = busy.read(until: "</busy>")
            quiet.send(get("/\(turn)") + get("/\(turn)again"))
            #expect(quiet.read(until: "</\(turn)again>").contains("</\(turn)>"))
        }

        server.stop(within: 5)
    }

    @Test("a half request is answered 408, a quiet connection closed without a word, parked or not")
    func timeLimits() throws {
        let clock = HandClock()
        let server = make(clock.clock)
        let port = try server.start()
        let (half, idle, busy) = (
            try TestClient(port: port), try TestClient(port: port), try TestClient(port: port)
        )
        half.send("GET /slow HT")
        idle.send(get("/idle"))
        _ = idle.read(until: "</idle>")

        for _ in 0..<12 {
            clock.advance(seconds: 3)
            busy.send(get("/busy"))
            _ = busy.read(until: "</busy>")
        }

        #expect(half.read().hasSuffix("[headTimeout]"))
        #expect(idle.read() == "")
        server.stop(within: 5)
    }

    @Test(
        "a stream is woken from any thread and ended in good form by stopping, parked or not",
        arguments: [false, true])
    func stream(isParked: Bool) throws {
        let lines = Mutex<[String]>([])
        let ended = DispatchSemaphore(value: 0)
        let stream = ContentStream(
            heartbeat: .init([UInt8](":\n\n"), every: 3600),
            next: {
                let text = lines.withLock { lines in
                    defer { lines = [] }
                    return lines.joined()
                }
                return text.isEmpty ? .none : .bytes([UInt8](text))
            }, ended: { ended.signal() })
        let clock = HandClock()
        let server = make(clock.clock, stream: stream)
        let port = try server.start()
        let client = try TestClient(port: port)
        client.send(get("/stream"))
        #expect(client.read(until: "\r\n\r\n").contains("Transfer-Encoding: chunked\r\n"))

        for number in 1...3 {
            if isParked { try park(on: port, clock) }
            DispatchQueue.global().async {
                lines.withLock { $0.append("id: \(number)\n") }
                stream.wake()
            }
            #expect(client.read(until: "\n\r\n") == "6\r\nid: \(number)\n\r\n")
        }
        if isParked { try park(on: port, clock) }
        server.stop(within: 0)

        #expect(client.read() == "0\r\n\r\n")
        #expect(ended.wait(timeout: .now() + 5) == .success)
    }

    @Test("a client that leaves ends its stream, parked or not", arguments: [false, true])
    func streamLeft(isParked: Bool) throws {
        let ended = DispatchSemaphore(value: 0)
        let stream = ContentStream(
            heartbeat: .init([UInt8](":\n\n"), every: 3600), next: { .none }, ended: { ended.signal() })
        let clock = HandClock()
        let server = make(clock.clock, stream: stream)
        let port = try server.start()
        var client: TestClient? = try TestClient(port: port)
        client?.send(get("/stream"))
        _ = client?.read(until: "\r\n\r\n")
        if isParked { try park(on: port, clock) }

        client = nil

        #expect(ended.wait(timeout: .now() + 5) == .success)
        server.stop(within: 5)
    }

    @Test("a long stream to a slow client is made no faster than it is read")
    func slowReader() throws {
        let made = Mutex(0)
        let stream = ContentStream(next: {
            made.withLock { made in
                made += 1
                return made <= 1_000 ? .bytes([UInt8](repeating: 0x61, count: 64 * 1024)) : .end
            }
        })
        let server = make(stream: stream)
        let client = try TestClient(port: server.start())
        client.send(get("/stream") + get("/after"))
        _ = client.read(until: "a")
        let early = made.withLock(\.self)
        let rest = client.read(until: "</after>")

        #expect(early < 500)  // what the sockets of both sides hold
        #expect(rest.utf8.count > 990 * 64 * 1024)
        server.stop(within: 5)
    }
}
