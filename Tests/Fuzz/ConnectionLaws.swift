import HTTP

/// What holds for every connection and everything a client sends: however it comes, the same answers go out, one for
/// every request, in order, and nothing after a close.
enum ConnectionLaws {
    static func check(_ bytes: [UInt8]) {
        let whole = Conversation(bytes, cuts: [])
        demand(whole.answered == whole.asked, "every request has one answer")
        demand(whole.answers.count <= whole.asked, "no answer without a request")
        for cut in [bytes.count / 2, bytes.count / 3, 1] where cut < bytes.count {
            let pieces = Conversation(bytes, cuts: [cut])
            demand(pieces.answers == whole.answers, "cut at \(cut), the same answers go out")
        }
        let single = Conversation(bytes, cuts: Array(bytes.indices.dropFirst()))
        demand(single.answers == whole.answers, "byte by byte, the same answers go out")
    }
}

/// One connection from its first byte to its end, each request answered at once with its path, each write taken.
private struct Conversation {
    /// What was said, without the interim answers, of which a client that sends all at once gets none.
    private(set) var answers: [[UInt8]] = []
    private(set) var asked = 0
    private(set) var answered = 0
    private var machine: ConnectionMachine
    private var output = Output()
    private var isClosed = false
    private let now = Moment(nanoseconds: 1_000_000_000)

    init(_ bytes: [UInt8], cuts: [Int]) {
        machine = ConnectionMachine(at: now)
        for (start, end) in zip([0] + cuts, cuts + [bytes.count]) where machine.wantsInput {
            run(machine.received(bytes.span.extracting(start..<end), at: now))
            while machine.hasPending { run(machine.proceed(at: now)) }
        }
        run(machine.inputEnded(at: now))
        demand(isClosed, "who sends no more and takes all is closed in the end")
    }

    private mutating func run(_ first: ConnectionMachine.Action) {
        var action = first
        while true {
            demand(!isClosed, "nothing comes after a close")
            switch action {
            case .none, .pull, .shutDownOutput: return
            case .close:
                isClosed = true
                return
            case .deliver(let head, _):
                asked += 1
                action = answer(Response(.ok, body: Array(head.path.utf8)))
            case .refuse(let refusal):
                asked += 1
                action = answer(Response(refusal.status, body: Array(refusal.reason.rawValue.utf8)))
            case .writeInterim: action = machine.wrote(25, at: now)
            case .write:
                answers.append(output.head + output.content)
                answered += 1
                let count = output.count
                output.clear()
                action = machine.wrote(count, at: now)
            }
        }
    }

    private mutating func answer(_ response: Response) -> ConnectionMachine.Action {
        machine.answer(response, date: [], at: now, into: &output)
    }
}
