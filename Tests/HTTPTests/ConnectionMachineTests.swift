import Testing

@testable import HTTP

/// A machine with a clock of its own, whose writes are taken at once unless told otherwise.
struct Bench {
    var machine: ConnectionMachine
    var now: Moment
    var written: [UInt8] = []
    /// What happened, in order: "deliver /a", "refuse target", "answered", "shutDownOutput", "close".
    var events: [String] = []
    var takesOutput = true
    /// Answers every request at once, with its path.
    var answersAtOnce = true

    init(limits: Limits = Limits(), timeouts: Timeouts = Timeouts()) {
        now = Moment(nanoseconds: 1_000_000_000)
        machine = ConnectionMachine(limits: limits, timeouts: timeouts, at: now)
    }

    mutating func receive(_ text: String) {
        let bytes = [UInt8](text)
        run(machine.received(bytes.span, at: now))
    }

    mutating func endInput() { run(machine.inputEnded(at: now)) }

    mutating func wait(_ seconds: Double) {
        now = now.advanced(bySeconds: seconds)
        run(machine.tick(at: now))
    }

    mutating func answer(_ text: String, _ fields: Fields = [:]) {
        run(machine.answer(Response(.ok, fields: fields, body: [UInt8](text)), date: "today", at: now))
    }

    mutating func run(_ actions: [ConnectionMachine.Action]) {
        for action in actions {
            switch action {
            case .deliver(let head, _):
                events.append("deliver \(head.path)")
                if answersAtOnce { answer(head.path) }
            case .refuse(let refusal):
                events.append("refuse \(refusal.reason)")
                run(machine.answer(Response(refusal.status, body: [UInt8]("no")), date: "today", at: now))
            case .write(let output):
                written += output.head + output.body
                if takesOutput { run(machine.wrote(output.count, at: now)) }
            case .answered: events.append("answered")
            case .shutDownOutput: events.append("shutDownOutput")
            case .close: events.append("close")
            }
        }
    }

    /// Status codes of all answers written so far.
    var statuses: [String] { written.text.matches(of: /HTTP\/1\.1 ([0-9]{3})/).map { String($0.1) } }
}

@Suite("One connection, without a socket")
struct ConnectionMachineTests {
    @Test("requests sent ahead are answered in order, one at a time")
    func pipelining() {
        var bench = Bench()
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
        var bench = Bench()
        bench.takesOutput = false

        bench.receive(make("GET /1 HTTP/1.1") + make("GET /2 HTTP/1.1"))
        #expect(bench.events == ["deliver /1"])
        bench.run(bench.machine.wrote(bench.written.count - 1, at: bench.now))
        #expect(bench.events == ["deliver /1"])
        bench.run(bench.machine.wrote(1, at: bench.now))

        #expect(bench.events == ["deliver /1", "answered", "deliver /2"])
    }

    @Test("a second answer to one request is not written")
    func answeredTwice() {
        var bench = Bench()
        bench.receive(make())
        let once = bench.written

        bench.answer("again")

        #expect(bench.written == once)
    }

    @Test(
        "asked to close, it answers, says so, shuts down, and closes when the client did",
        arguments: [make("GET / HTTP/1.1", "Connection: close"), make("GET / HTTP/1.0")])
    func close(request: String) {
        var bench = Bench()

        bench.receive(request + make("GET /never HTTP/1.1"))
        #expect(bench.events == ["deliver /", "answered", "shutDownOutput"])
        #expect(bench.written.text.contains("Connection: close\r\n"))
        bench.endInput()

        #expect(bench.events.last == "close")
    }

    @Test("an answer may ask to close the connection")
    func closedByAnswer() {
        var bench = Bench()
        bench.answersAtOnce = false
        bench.receive(make())

        bench.answer("last", [.connection: "close"])

        #expect(bench.events == ["deliver /", "answered", "shutDownOutput"])
        #expect(bench.written.text.contains("Connection: close\r\n"))
    }

    @Test("HTTP/1.0 is kept when it asks, and told so")
    func keepAliveHTTP10() {
        var bench = Bench()

        bench.receive(make("GET / HTTP/1.0", "Connection: keep-alive"))

        #expect(bench.machine.phase == .idle)
        #expect(bench.written.text.contains("Connection: keep-alive\r\n"))
    }

    @Test("a refused request is answered, then input is dropped until the client closes")
    func refused() {
        var bench = Bench()

        bench.receive(make() + "G\\T / HTTP/1.1\r\n" + make("GET /never HTTP/1.1"))
        #expect(bench.events == ["deliver /", "answered", "refuse method", "answered", "shutDownOutput"])
        bench.receive(make("GET /never HTTP/1.1"))
        #expect(bench.statuses == ["200", "400"])
        bench.endInput()

        #expect(bench.events.last == "close")
    }

    @Test("a refused client that goes on sending is cut off in the end")
    func lingersBounded() {
        var (chatty, silent) = (Bench(), Bench())
        chatty.receive("\n")
        silent.receive("\n")

        for _ in 0..<17 where chatty.machine.phase != .closed {
            chatty.receive(String(repeating: "x", count: 16 * 1024))
        }
        silent.wait(1.9)
        #expect(silent.machine.phase == .lingering)
        silent.wait(0.1)

        #expect(chatty.machine.phase == .closed)
        #expect(silent.machine.phase == .closed)
    }

    @Test("a client that sends no more still gets all its answers")
    func halfClosed() {
        var bench = Bench()
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
        var bench = Bench()
        if !sent.isEmpty { bench.receive(sent) }

        bench.endInput()

        #expect(bench.events.first == event)
        #expect(bench.events.last == "close")
    }

    @Test("pending input that breaks off after the end of input is refused too")
    func truncatedPending() {
        var bench = Bench()
        bench.answersAtOnce = false
        bench.receive(make() + make("POST / HTTP/1.1", "Expect: 100-continue", "Content-Length: 2"))
        bench.endInput()

        bench.answer("one")

        #expect(bench.events == ["deliver /", "answered", "refuse truncated", "answered", "close"])
    }

    @Test("100 Continue is sent when the body is awaited, and only then, RFC 9110 §10.1.1")
    func continues() {
        let head = make("POST / HTTP/1.1", "Expect: 100-continue", "Content-Length: 2")
        var (waiting, sending, empty, large) = (Bench(), Bench(), Bench(), Bench(limits: Limits(body: 1)))

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
        var bench = Bench()
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
        var bench = Bench()
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
        var (fresh, used) = (Bench(), Bench())
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

    @Test("a client that takes nothing of its answer for 20 s is dropped")
    func writeTimeout() {
        var bench = Bench()
        bench.takesOutput = false
        bench.receive(make())
        bench.wait(19)
        bench.run(bench.machine.wrote(1, at: bench.now))
        bench.wait(19)
        #expect(bench.events == ["deliver /"])

        bench.wait(1)

        #expect(bench.events == ["deliver /", "close"])
    }

    @Test("a handler may take its time")
    func noHandlerTimeout() {
        var bench = Bench()
        bench.answersAtOnce = false
        bench.receive(make())

        bench.wait(3600)
        bench.answer("at last")

        #expect(bench.events == ["deliver /", "answered"])
        #expect(bench.machine.phase == .idle)
    }

    @Test("stopping closes what is idle and lets the rest have one answer")
    func finish() {
        var (idle, reading, handling) = (Bench(), Bench(), Bench())
        reading.receive("GET / HTTP/1.1\r\n")
        handling.answersAtOnce = false
        handling.receive(make("GET /1 HTTP/1.1") + make("GET /2 HTTP/1.1"))

        idle.run(idle.machine.finish())
        reading.run(reading.machine.finish())
        handling.run(handling.machine.finish())
        reading.receive("Host: a\r\n\r\n")
        handling.answer("one")

        #expect(idle.events == ["close"])
        #expect(reading.events == ["deliver /", "answered", "shutDownOutput"])
        #expect(handling.events == ["deliver /1", "answered", "shutDownOutput"])
        #expect(handling.written.text.contains("Connection: close\r\n"))
    }

    @Test("a client for whom there is no room is told so")
    func turnedAway() {
        var bench = Bench()

        bench.run(bench.machine.turnAway())

        #expect(bench.statuses == ["503"])
        #expect(bench.events == ["refuse tooManyConnections", "answered", "shutDownOutput"])
    }

    @Test("HEAD that is refused for its fields gets no body")
    func refusedHead() {
        var bench = Bench()
        bench.receive(make("HEAD / HTTP/1.1", "X : y"))

        #expect(bench.written.text.hasSuffix("\r\n\r\n"))
    }

    @Test("any delivery gives the same answers", arguments: 0..<60 as Range<UInt64>)
    func deliveries(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let texts = (0..<6).map { _ in RequestExample.all.randomElement(using: &generator)?.text ?? "" }
        let bytes = [UInt8](texts.joined())
        var (whole, pieces) = (Bench(), Bench())

        whole.receive(bytes.text)
        var rest = bytes[...]
        while !rest.isEmpty, pieces.machine.wantsInput {
            let piece = Array(rest.prefix(.random(in: 1...40, using: &generator)))
            rest = rest.dropFirst(piece.count)
            pieces.run(pieces.machine.received(piece.span, at: pieces.now))
        }

        #expect(pieces.events == whole.events)
        #expect(pieces.statuses.filter { $0 != "100" } == whole.statuses.filter { $0 != "100" })
    }
}
