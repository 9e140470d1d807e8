@testable import HTTP

/// A machine with a clock of its own, whose writes are taken at once unless told otherwise.
struct MachineBench {
    var machine: ConnectionMachine
    var now: Moment
    var written: [UInt8] = []
    /// What happened, in order: "deliver /a", "refuse target", "pull", "answered", "shutDownOutput", "close".
    var events: [String] = []
    var takesOutput = true
    /// Answers every request at once, with its path.
    var answersAtOnce = true
    /// Of the requests delivered.
    var bodies: [[UInt8]] = []
    /// What a stream gives when it is asked, first piece first; then nothing.
    var pieces: [ContentStream.Piece] = []
    private var output = Output()

    init(
        limits: Limits = Limits(), timeouts: Timeouts = Timeouts(),
        bodyLimit: @escaping @Sendable (RequestHead) -> Int? = { _ in nil }
    ) {
        now = Moment(nanoseconds: 1_000_000_000)
        machine = ConnectionMachine(limits: limits, timeouts: timeouts, bodyLimit: bodyLimit, at: now)
    }

    mutating func receive(_ text: String) { receive([UInt8](text)) }

    mutating func receive(_ bytes: [UInt8]) { run(machine.received(bytes.span, at: now)) }

    mutating func endInput() { run(machine.inputEnded(at: now)) }

    mutating func wait(_ seconds: Double) {
        now = now.advanced(bySeconds: seconds)
        run(machine.tick(at: now, into: &output))
    }

    mutating func answer(_ text: String, _ fields: Fields = [:]) {
        answer(Response(.ok, fields: fields, body: [UInt8](text)))
    }

    mutating func answer(_ response: Response) {
        run(machine.answer(response, date: [UInt8]("Date: today\r\n"), at: now, into: &output))
    }

    mutating func finish() { run(machine.finish(at: now, into: &output)) }

    mutating func turnAway() { run(machine.turnAway()) }

    mutating func refuseBody() { run(machine.refuseBody()) }

    mutating func wake() { run(machine.woke()) }

    /// The socket took `count` bytes more; then what was sent ahead has its turn.
    mutating func take(_ count: Int) {
        let wasWriting = machine.phase == .writing
        let action = machine.wrote(count, at: now)
        if wasWriting, machine.hasAnswered { events.append("answered") }
        run(action)
        if machine.hasPending { run(machine.proceed(at: now)) }
    }

    private mutating func run(_ action: ConnectionMachine.Action) {
        switch action {
        case .none: break
        case .deliver(let head, let body):
            events.append("deliver \(head.path)")
            bodies.append(body)
            if answersAtOnce { answer(head.path) }
        case .refuse(let refusal):
            events.append("refuse \(refusal.reason)")
            answer(Response(refusal.status, body: [UInt8]("no")))
        case .writeInterim: write(ResponseWriter.interim)
        case .write:
            let bytes = output.head + output.content
            output.clear()
            write(bytes)
        case .pull:
            events.append("pull")
            let piece = pieces.isEmpty ? .none : pieces.removeFirst()
            run(machine.piece(piece, at: now, into: &output))
        case .shutDownOutput: events.append("shutDownOutput")
        case .close: events.append("close")
        }
    }

    private mutating func write(_ bytes: [UInt8]) {
        written += bytes
        if takesOutput { take(bytes.count) }
    }

    /// Status codes of all answers written so far.
    var statuses: [String] { written.text.matches(of: /HTTP\/1\.1 ([0-9]{3})/).map { String($0.1) } }
}
