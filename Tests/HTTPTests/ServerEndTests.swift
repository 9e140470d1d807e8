import Foundation
import Synchronization
import Testing

@testable import HTTP

@Suite("The end of a server")
struct ServerEndTests {
    private func make(
        _ clock: ServerClock = .system, handler: @escaping @Sendable (Request, Responder) -> Void
    ) -> Server {
        Server(
            configuration: .init(port: 0, workers: 1), refusalAnswer: { status, _, _ in Response(status) },
            handler: handler, log: { _ in }, clock: clock)
    }

    @Test("an answer that comes when all is over is dropped, and its stream ended")
    func lateStream() throws {
        let responders = Mutex<[Responder]>([])
        let (arrived, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let server = make { _, responder in
            responders.withLock { $0.append(responder) }
            arrived.signal()
        }
        let client = try TestClient(port: server.start())
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        arrived.wait()

        server.stop(within: 0)
        let stream = ContentStream(next: { .none }, ended: { ended.signal() })
        responders.withLock { $0.popLast() }?.answer(Response(.ok, content: .stream(stream)))

        #expect(client.isClosedByServer())
        #expect(ended.wait(timeout: .now() + 5) == .success)
    }

    @Test("nothing of a stopped server stays in memory")
    func nothingKept() throws {
        final class Token: Sendable {
            let gone: DispatchSemaphore
            init(_ gone: DispatchSemaphore) { self.gone = gone }
            func touch() {}
            deinit { gone.signal() }
        }
        let (arrived, gone) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let responders = Mutex<[Responder]>([])
        do {
            let token = Token(gone)
            let server = make { _, responder in
                token.touch()
                responders.withLock { $0.append(responder) }
                arrived.signal()
            }
            let client = try TestClient(port: server.start())
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            arrived.wait()
            server.stop(within: 0)
        }

        responders.withLock { $0.removeAll() }

        #expect(gone.wait(timeout: .now() + 5) == .success)
    }

    @Test("a handler that holds its thread until after the stop: what is parked is closed all the same")
    func heldThread() throws {
        let (arrived, letGo) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let clock = ServerLifeTests.HandClock()
        let server = make(clock.clock) { request, responder in
            if request.path == "/held" {
                arrived.signal()
                letGo.wait()
            }
            responder.answer(Response(.noContent))
        }
        let port = try server.start()
        let (parked, busy) = (try TestClient(port: port), try TestClient(port: port))
        parked.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        _ = parked.read(until: "\r\n\r\n")
        clock.advance(seconds: 1)
        busy.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        _ = busy.read(until: "\r\n\r\n")
        busy.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n")
        arrived.wait()
        server.stop(within: 0)

        letGo.signal()

        #expect(busy.isClosedByServer())
        #expect(parked.isClosedByServer())
    }
}
