import Foundation
import Synchronization
import Testing

@testable import HTTP

@Suite("One thread and its connections")
struct WorkerTests {
    /// A worker with one connection, whose other end is `client`. Everything is answered at once, with the path.
    private final class Bench: Sendable {
        let worker: Worker
        let delivered = DispatchSemaphore(value: 0)
        private let client: Int32

        /// On a clock that stands still no connection is ever quiet for long.
        let clock = ServerLifeTests.HandClock()

        init() throws {
            let delivered = delivered
            worker = try Worker(
                label: "test",
                service: Service(
                    limits: Limits(), timeouts: Timeouts(), refusalAnswer: { status, _, _ in Response(status) },
                    bodyLimit: { _ in nil }, bodyBudget: 1 << 20,
                    handler: { request, responder in
                        delivered.signal()
                        responder.answer(Response(.ok, body: [UInt8]("<\(request.path)>")))
                    }, log: { _ in }, clock: clock.clock, makeID: nil),
                ended: { _ in })
            var ends: [Int32] = [-1, -1]
            try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
            client = ends[0]
            let served = ends[1]
            try SocketOption.makeNonBlocking(served)
            try SocketOption.makeNonBlocking(client)
            var least: Int32 = 1
            setsockopt(served, SOL_SOCKET, SO_SNDBUF, &least, socklen_t(MemoryLayout<Int32>.size))
            worker.start(name: "test")
            worker.async { $0.adopt(served, peer: "", isWelcome: true) }
        }

        deinit { _ = close(client) }

        /// Looks at the connection, or changes it, on its thread; `nil` when it is gone.
        @discardableResult
        func look<Seen: Sendable>(_ look: @escaping @Sendable (isolated Worker, Connection) -> Seen) -> Seen? {
            let seen = Mutex<Seen?>(nil)
            let done = DispatchSemaphore(value: 0)
            worker.async { worker in
                if let connection = worker.connections[0] {
                    let found = look(worker, connection)
                    seen.withLock { $0 = found }
                }
                done.signal()
            }
            done.wait()
            return seen.withLock(\.self)
        }

        /// Whether `isMet` holds within five seconds.
        func waits(until isMet: @escaping @Sendable (Connection) -> Bool) -> Bool {
            let end = DispatchTime.now() + 5
            while look({ isMet($1) }) == false { if DispatchTime.now() > end { return false } }
            return true
        }

        func send(_ text: String) {
            _ = text.withCString { Foundation.send(client, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
        }

        /// What has come so far.
        func read() -> String {
            var received: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 64 * 1024)
            while true {
                let count = recv(client, &buffer, buffer.count, 0)
                guard count > 0 else { return received.text }
                received += buffer[..<count]
            }
        }

        func end() {
            worker.async { $0.closeAll() }
            worker.end()
        }
    }

    @Test("a body is read also while 100 Continue waits for a client that does not read")
    func bodyBehindContinue() throws {
        let bench = try Bench()
        defer { bench.end() }
        // Every request takes two writes. Which of them finds the socket full is seen; where it is the answer, one
        // write more before it all makes it the other.
        var isStuck = false
        for _ in 0..<1_000 where !isStuck {
            bench.send("POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n")
            try #require(bench.waits { $0.machine.phase == .body })
            isStuck = bench.look { $1.channel.hasBacklog } == true
            guard !isStuck else { break }
            bench.send("x")
            bench.delivered.wait()
            if bench.look({ $1.channel.hasBacklog }) == true {
                while bench.look({ $1.machine.phase == .idle }) == false { _ = bench.read() }
                bench.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                bench.delivered.wait()
            }
        }
        try #require(isStuck)

        bench.send("x")

        #expect(bench.delivered.wait(timeout: .now() + 5) == .success)
    }

    @Test("stopping answers what has arrived, and closes", arguments: [false, true])
    func finishes(isParked: Bool) throws {
        let bench = try Bench()
        defer { bench.end() }
        let text = Mutex("")

        bench.look { worker, connection in
            if isParked { worker.park(connection) }
            bench.send("GET /last HTTP/1.1\r\nHost: a\r\n\r\n")  // there, and not looked at yet
            worker.finish()
            text.withLock { $0 = bench.read() }
        }

        #expect(text.withLock { $0.hasSuffix("</last>") })
        #expect(text.withLock { $0.contains("Connection: close\r\n") })
    }

    @Test("without room those are closed that have been quiet for a second, and nobody else")
    func sheds() throws {
        let bench = try Bench()
        defer { bench.end() }
        bench.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        bench.delivered.wait()
        try #require(bench.waits { $0.machine.phase == .idle })

        bench.clock.advance(seconds: 0.9)
        bench.look { worker, _ in worker.async { $0.shed() } }
        #expect(bench.look { $1.isClosed } == false)
        bench.send("GET / HT")
        try #require(bench.waits { $0.machine.phase == .head })
        bench.clock.advance(seconds: 2)
        bench.look { worker, _ in worker.async { $0.shed() } }
        #expect(bench.look { $1.isClosed } == false)
        bench.send("TP/1.1\r\nHost: a\r\n\r\n")
        bench.delivered.wait()
        try #require(bench.waits { $0.machine.phase == .idle })
        bench.clock.advance(seconds: 2)
        bench.look { worker, _ in worker.async { $0.shed() } }

        #expect(bench.waits { $0.isClosed })
    }

    @Test("what is told seldom is told once in its time")
    func seldom() {
        let clock = ServerLifeTests.HandClock()
        let seldom = Seldom(every: 10, clock: clock.clock)

        #expect([seldom.isDue(), seldom.isDue()] == [true, false])
        clock.advance(seconds: 9)
        #expect(!seldom.isDue())
        clock.advance(seconds: 1)
        #expect([seldom.isDue(), seldom.isDue()] == [true, false])
    }

    @Test("a connection that left its parking for nothing is still heard")
    func spuriousLeave() throws {
        let bench = try Bench()
        defer { bench.end() }

        bench.look { worker, connection in
            worker.park(connection)
            connection.parking?.leave()
        }
        try #require(bench.waits { $0.parking == nil })
        bench.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")

        #expect(bench.delivered.wait(timeout: .now() + 5) == .success)
    }
}
