import Foundation
import Synchronization
import Testing

@testable import HTTP

@Suite("Content that is made while it is sent, RFC 9112 §7.1")
struct StreamTests {
    private static func stream(
        _ pieces: [String] = [], heartbeat: ContentStream.Heartbeat? = nil, ended: @escaping @Sendable () -> Void = {}
    ) -> ContentStream {
        let rest = Mutex(pieces[...])
        return ContentStream(
            heartbeat: heartbeat,
            next: { rest.withLock { $0.popFirst() }.map { .bytes([UInt8]($0)) } ?? .end }, ended: ended)
    }

    private static let beat = ContentStream.Heartbeat([UInt8](":\n\n"), every: 15)

    /// A bench that has been asked once and was answered with a stream.
    private func begin(
        _ request: String = make(), heartbeat: ContentStream.Heartbeat? = beat, _ pieces: [ContentStream.Piece] = []
    ) -> MachineBench {
        var bench = MachineBench()
        bench.answersAtOnce = false
        bench.pieces = pieces
        bench.receive(request)
        bench.answer(Response(.ok, content: .stream(Self.stream(heartbeat: heartbeat))))
        return bench
    }

    private func content(_ bench: MachineBench) -> String {
        bench.written.text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false).last
            .map(String.init) ?? ""
    }

    @Test("pieces go out as chunks, the end as the last chunk, and the connection serves on")
    func chunks() {
        var bench = begin(
            make() + make("GET /2 HTTP/1.1"), [.bytes([UInt8]("one")), .bytes([UInt8]("0123456789")), .end])

        #expect(bench.written.text.contains("Transfer-Encoding: chunked\r\n"))
        #expect(!bench.written.text.contains("Content-Length"))
        #expect(content(bench) == "3\r\none\r\na\r\n0123456789\r\n0\r\n\r\n")
        #expect(bench.events == ["deliver /", "pull", "pull", "pull", "answered", "deliver /2"])
        bench.answer("two")
        #expect(bench.statuses == ["200", "200"])
    }

    @Test("HTTP/1.0 has no chunks: the end of the connection ends the stream")
    func oldVersion() {
        let bench = begin(make("GET / HTTP/1.0", "Connection: keep-alive"), [.bytes([UInt8]("one")), .end])

        #expect(content(bench) == "one")
        #expect(bench.written.text.contains("Connection: close\r\n"))
        #expect(!bench.written.text.contains("Transfer-Encoding"))
        #expect(bench.events.suffix(2) == ["answered", "shutDownOutput"])
    }

    @Test("HEAD, 204 and 304 ask for no piece", arguments: [("HEAD", 200), ("GET", 204), ("GET", 304)])
    func none(method: String, status: Int) {
        var bench = MachineBench()
        bench.answersAtOnce = false
        bench.receive(make("\(method) / HTTP/1.1"))

        bench.answer(Response(Status(status), content: .stream(Self.stream(["never"]))))

        #expect(bench.events == ["deliver /", "answered"])
        #expect(content(bench) == "")
    }

    @Test("the next piece is asked for only when the client took the one before")
    func backpressure() {
        var bench = MachineBench()
        bench.answersAtOnce = false
        bench.takesOutput = false
        bench.pieces = [.bytes([1]), .bytes([2])]
        bench.receive(make())

        bench.answer(Response(.ok, content: .stream(Self.stream(heartbeat: Self.beat))))
        let head = bench.written.count
        bench.wake()
        bench.take(head - 1)
        bench.wake()
        #expect(bench.events == ["deliver /"])
        bench.take(1)
        #expect(bench.events == ["deliver /", "pull"])
        bench.take(6)

        #expect(bench.events == ["deliver /", "pull", "pull"])
    }

    @Test("an empty piece is no end")
    func emptyPiece() {
        var bench = begin(make(), [.bytes([])])
        #expect(content(bench) == "")
        bench.pieces = [.bytes([UInt8]("a"))]

        bench.wake()

        #expect(content(bench) == "1\r\na\r\n")
    }

    @Test("a pause is filled with a heartbeat; a client that takes none of it for 20 s is dropped")
    func heartbeat() {
        var bench = begin()
        bench.wait(14)
        #expect(content(bench) == "")
        bench.wait(1)
        #expect(content(bench) == "3\r\n:\n\n\r\n")
        bench.wait(14)
        bench.pieces = [.bytes([UInt8]("a"))]
        bench.wake()
        bench.wait(14)
        #expect(content(bench) == "3\r\n:\n\n\r\n1\r\na\r\n")
        bench.takesOutput = false
        bench.wait(1)
        bench.wait(19)
        #expect(bench.machine.phase == .writing)

        bench.wait(1)

        #expect(bench.events.last == "close")
    }

    @Test("a client that sends no more has left a stream that pauses; one with an end of its own goes on")
    func halfClosed() {
        var (endless, finite) = (begin(), begin(heartbeat: nil))
        #expect(endless.machine.wantsInput)
        #expect(!finite.machine.wantsInput)

        endless.endInput()
        finite.endInput()
        finite.pieces = [.bytes([UInt8]("a")), .end]
        finite.wake()

        #expect(endless.events.last == "close")
        #expect(content(finite) == "1\r\na\r\n0\r\n\r\n")
        #expect(finite.events.last == "close")
    }

    @Test("what is sent ahead while a stream pauses waits, and no more is read")
    func sentAhead() {
        var bench = begin()

        bench.receive(make("GET /2 HTTP/1.1"))
        #expect(!bench.machine.wantsInput)
        bench.pieces = [.end]
        bench.wake()

        #expect(bench.events.suffix(2) == ["answered", "deliver /2"])
    }

    @Test("stopping ends a stream that would go on for ever, in good form")
    func finish() {
        var (endless, finite) = (begin(), begin(heartbeat: nil))

        endless.finish()
        finite.finish()

        #expect(content(endless) == "0\r\n\r\n")
        #expect(endless.events.suffix(2) == ["answered", "shutDownOutput"])
        #expect(finite.machine.phase == .streaming)
    }

    @Test("its end is told once, also when nobody ever sent it")
    func ended() {
        let count = Mutex(0)
        do {
            let stream = Self.stream(ended: { count.withLock { $0 += 1 } })
            stream.end()
            stream.end()
            _ = Self.stream(ended: { count.withLock { $0 += 10 } })
        }
        #expect(count.withLock(\.self) == 11)
    }

    @Test("waking before anybody listens is not lost")
    func earlyWake() {
        let heard = Mutex(0)
        let stream = Self.stream()
        stream.wake()
        #expect(heard.withLock(\.self) == 0)

        stream.listen { heard.withLock { $0 += 1 } }
        stream.wake()

        #expect(heard.withLock(\.self) == 2)
    }
}
