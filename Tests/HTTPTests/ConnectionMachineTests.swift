import TestTools
import Testing

@testable import HTTP

@Suite("One connection, without a socket")
struct ConnectionMachineTests {
    @Test("requests sent ahead are answered in order, one at a time")
    func pipelining() {
        var bench = MachineBench()
        bench.answersAtOnce = false

        bench.receive(make("GET /1 HTTP/1.1") + make("GET /2 HTTP/1.1") + make("GET /3 HTTP/1.1").dropLast())
        #expect(bench.events == ["deliver /1"])
        #expect(!bench.machine.wantsInput)
        bench.answer("one")
        bench.answer("two")
        #expect(bench.events == ["deliver /1", "answered", "deliver /2", "answered"])
        #expect(bench.machine.phase == .head)
        #expect(bench.machine.wantsInput)
        bench.receive("\r\n")
        bench.answer("three")

        #expect(bench.statuses == ["200", "200", "200"])
        #expect(bench.machine.phase == .idle)
    }

    @Test("the next request waits until the answer before it was taken")
    func backpressure() {
        var bench = MachineBench()
        bench.takesOutput = false

        bench.receive(make("GET /1 HTTP/1.1") + make("GET /2 HTTP/1.1"))
        #expect(bench.events == ["deliver /1"])
        bench.take(bench.written.count - 1)
        #expect(bench.events == ["deliver /1"])
        bench.take(1)

        #expect(bench.events == ["deliver /1", "answered", "deliver /2"])
    }

    @Test("a second answer to one request is not written")
    func answeredTwice() {
        var bench = MachineBench()
        bench.receive(make())
        let once = bench.written

        bench.answer("again")

        #expect(bench.written == once)
    }

    @Test(
        "asked to close, it answers, says so, shuts down, and closes when the client did",
        arguments: [make("GET / HTTP/1.1", "Connection: close"), make("GET / HTTP/1.0")])
    func close(request: String) {
        var bench = MachineBench()

        bench.receive(request + make("GET /never HTTP/1.1"))
        #expect(bench.events == ["deliver /", "answered", "shutDownOutput"])
        #expect(bench.written.text.contains("Connection: close\r\n"))
        bench.endInput()

        #expect(bench.events.last == "close")
    }

    @Test("an answer may ask to close the connection")
    func closedByAnswer() {
        var bench = MachineBench()
        bench.answersAtOnce = false
        bench.receive(make())

        bench.answer("last", [.connection: "close"])

        #expect(bench.events == ["deliver /", "answered", "shutDownOutput"])
        #expect(bench.written.text.contains("Connection: close\r\n"))
    }

    @Test("HTTP/1.0 is kept when it asks, and told so")
    func keepAliveHTTP10() {
        var bench = MachineBench()

        bench.receive(make("GET / HTTP/1.0", "Connection: keep-alive"))

        #expect(bench.machine.phase == .idle)
        #expect(bench.written.text.contains("Connection: keep-alive\r\n"))
    }

    @Test("a refused request is answered, then input is dropped until the client closes")
    func refused() {
        var bench = MachineBench()

        bench.receive(make() + "G\\T / HTTP/1.1\r\n" + make("GET /never HTTP/1.1"))
        #expect(bench.events == ["deliver /", "answered", "refuse method", "answered", "shutDownOutput"])
        bench.receive(make("GET /never HTTP/1.1"))
        #expect(bench.statuses == ["200", "400"])
        bench.endInput()

        #expect(bench.events.last == "close")
    }

    @Test("a refused client that goes on sending is cut off in the end")
    func lingersBounded() {
        var (chatty, silent) = (MachineBench(), MachineBench())
        chatty.receive("\n")
        silent.receive("\n")

        let piece = [UInt8](repeating: 0x78, count: 1024 * 1024)
        for _ in 0..<7 { chatty.receive(piece) }
        #expect(chatty.machine.phase == .lingering)
        chatty.receive(piece)
        silent.wait(1.9)
        #expect(silent.machine.phase == .lingering)
        silent.wait(0.1)

        #expect(chatty.machine.phase == .closed)
        #expect(silent.machine.phase == .closed)
    }

    @Test("a client that sends no more still gets all its answers")
    func halfClosed() {
        var bench = MachineBench()
        bench.answersAtOnce = false
        bench.receive(make("GET /1 HTTP/1.1") + make("GET /2 HTTP/1.1"))

        bench.endInput()
        bench.answer("one")
        bench.answer("two")

        #expect(bench.events == ["deliver /1", "answered", "deliver /2", "answered", "close"])
        #expect(bench.statuses == ["200", "200"])
    }

    @Test(
        "a request that breaks off is refused, none at all is not",
        arguments: [
            ("", "close"), ("GET", "refuse truncated"),
            (make("POST / HTTP/1.1", "Content-Length: 2", body: "a"), "refuse truncated"),
        ])
    func truncated(sent: String, event: String) {
        var bench = MachineBench()
        if !sent.isEmpty { bench.receive(sent) }

        bench.endInput()

        #expect(bench.events.first == event)
        #expect(bench.events.last == "close")
    }

    @Test("pending input that breaks off after the end of input is refused too")
    func truncatedPending() {
        var bench = MachineBench()
        bench.answersAtOnce = false
        bench.receive(make() + make("POST / HTTP/1.1", "Expect: 100-continue", "Content-Length: 2"))
        bench.endInput()

        bench.answer("one")

        #expect(bench.events == ["deliver /", "answered", "refuse truncated", "answered", "close"])
    }

    @Test("100 Continue is sent when the body is awaited, and only then, RFC 9110 §10.1.1")
    func continues() {
        let head = make("POST / HTTP/1.1", "Expect: 100-continue", "Content-Length: 2")
        var (waiting, sending, empty, large) = (
            MachineBench(), MachineBench(), MachineBench(), MachineBench(limits: Limits(body: 1))
        )

        waiting.receive(head)
        #expect(waiting.written.text == "HTTP/1.1 100 Continue\r\n\r\n")
        waiting.receive("a")
        waiting.receive("b")
        #expect(waiting.statuses == ["100", "200"])
        sending.receive(head + "a")
        sending.receive("b")
        #expect(sending.statuses == ["200"])
        empty.receive(make("POST / HTTP/1.1", "Expect: 100-continue", "Content-Length: 0"))
        #expect(empty.statuses == ["200"])
        large.receive(head)
        #expect(large.statuses == ["413"])
    }

    @Test("a head that takes longer than 10 s is answered 408, counted from its first byte")
    func headTimeout() {
        var bench = MachineBench()
        bench.wait(20)
        bench.receive("GET / HT")
        bench.wait(9)
        bench.receive("TP/1.1\r\n")
        #expect(bench.events == [])

        bench.wait(1)

        #expect(bench.events == ["refuse headTimeout", "answered", "shutDownOutput"])
        #expect(bench.statuses == ["408"])
    }

    @Test("a body that takes longer than 20 s is answered 408, counted from the end of the head")
    func bodyTimeout() {
        var bench = MachineBench()
        bench.receive("POST / HTTP/1.1\r\nHost: a\r\n")
        bench.wait(9)
        bench.receive("Content-Length: 100\r\n\r\n")
        for _ in 0..<19 {
            bench.receive("x")
            bench.wait(1)
        }
        #expect(bench.events == [])

        bench.wait(1)

        #expect(bench.events.first == "refuse bodyTimeout")
    }

    @Test("an idle connection is closed after 30 s without a word")
    func idleTimeout() {
        var (fresh, used) = (MachineBench(), MachineBench())
        used.wait(29)
        used.receive(make())

        fresh.wait(30)
        used.wait(29)
        #expect(fresh.events == ["close"])
        #expect(used.machine.phase == .idle)
        used.wait(1)

        #expect(used.events == ["deliver /", "answered", "close"])
        #expect(fresh.written.isEmpty)
    }

    @Test("an empty line after a request begins no other, RFC 9112 §2.2", arguments: ["\r", "\r\n"])
    func emptyLine(sent: String) {
        var (waiting, ending) = (MachineBench(), MachineBench())

        waiting.receive(make() + sent)
        ending.receive(make() + sent)
        waiting.wait(29)
        ending.endInput()

        #expect(waiting.machine.phase == .idle)
        #expect(ending.events == ["deliver /", "answered", "close"])
    }

    @Test("a client that takes nothing of its answer for 20 s is dropped")
    func writeTimeout() {
        var bench = MachineBench()
        bench.takesOutput = false
        bench.receive(make())
        bench.wait(19)
        bench.take(1)
        bench.wait(19)
        #expect(bench.events == ["deliver /"])

        bench.wait(1)

        #expect(bench.events == ["deliver /", "close"])
    }

    @Test("a handler may take its time")
    func noHandlerTimeout() {
        var bench = MachineBench()
        bench.answersAtOnce = false
        bench.receive(make())

        bench.wait(3600)
        bench.answer("at last")

        #expect(bench.events == ["deliver /", "answered"])
        #expect(bench.machine.phase == .idle)
    }

    @Test("stopping closes what is idle and lets the rest have one answer")
    func finish() {
        var (idle, reading, handling) = (MachineBench(), MachineBench(), MachineBench())
        reading.receive("GET / HTTP/1.1\r\n")
        handling.answersAtOnce = false
        handling.receive(make("GET /1 HTTP/1.1") + make("GET /2 HTTP/1.1"))

        idle.finish()
        reading.finish()
        handling.finish()
        reading.receive("Host: a\r\n\r\n")
        handling.answer("one")

        #expect(idle.events == ["close"])
        #expect(reading.events == ["deliver /", "answered", "shutDownOutput"])
        #expect(handling.events == ["deliver /1", "answered", "shutDownOutput"])
        #expect(handling.written.text.contains("Connection: close\r\n"))
    }

    @Test("a client for whom there is no room is told so")
    func turnedAway() {
        var bench = MachineBench()

        bench.turnAway()

        #expect(bench.statuses == ["503"])
        #expect(bench.events == ["refuse tooManyConnections", "answered", "shutDownOutput"])
    }

    @Test(
        "HEAD that is refused gets no body", arguments: [make("HEAD / HTTP/1.1", "X : y"), make("HEAD /\\ HTTP/1.1")])
    func refusedHead(request: String) {
        var bench = MachineBench()
        bench.receive(request)

        #expect(bench.written.text.hasSuffix("\r\n\r\n"))
    }

    @Test("a status that is no final answer goes out as 500", arguments: [-1, 0, 100, 199, 600, 1000])
    func noFinalStatus(code: Int) {
        var bench = MachineBench()
        bench.answersAtOnce = false
        bench.receive(make())

        bench.answer(Response(Status(code), body: [1]))

        #expect(bench.written.text.hasPrefix("HTTP/1.1 500 Internal Server Error\r\n"))
        #expect(bench.written.text.hasSuffix("Content-Length: 0\r\n\r\n"))
    }

    @Test("any delivery gives the same answers", arguments: 0..<60 as Range<UInt64>)
    func deliveries(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let texts = (0..<6).map { _ in RequestExample.all.randomElement(using: &generator)?.text ?? "" }
        let bytes = [UInt8](texts.joined())
        var (whole, pieces) = (MachineBench(), MachineBench())

        whole.receive(bytes.text)
        var rest = bytes[...]
        while !rest.isEmpty, pieces.machine.wantsInput {
            let piece = Array(rest.prefix(.random(in: 1...40, using: &generator)))
            rest = rest.dropFirst(piece.count)
            pieces.receive(piece)
        }

        #expect(pieces.events == whole.events)
        #expect(pieces.statuses.filter { $0 != "100" } == whole.statuses.filter { $0 != "100" })
    }
}
