import Foundation

/// One client: its socket, its state, and the log entry of the answer under way. Used on one thread only.
final class Connection {
    /// Never used twice, unlike descriptors, so that a late answer cannot reach another client.
    let number: Int
    let peer: String
    let channel: Channel
    /// Not checked for exclusive access, see ``Worker``.
    @exclusivity(unchecked) var machine: ConnectionMachine
    /// Its place in the set its worker waits for; `nil` while it is parked.
    var slot: Int?
    var parking: Parking?
    var isClosed = false
    /// Whether it is on the list for the next turn.
    var isReady = false
    /// Bytes of its body that its worker has counted.
    var countedBody = 0
    /// When bytes last went in or out.
    var lastActive: Moment
    /// What is being sent, while its length is not known.
    var stream: ContentStream?
    @exclusivity(unchecked) private var exchange: Exchange?

    private struct Exchange {
        let id: UUID
        let method: Method?
        let refusal: Refusal?
        let startedAt: Moment
        var isAbandoned = false
        var label: String?
        var status: Status?
        var bytes = 0
        var microseconds = 0
    }

    init(number: Int, peer: String, channel: Channel, machine: ConnectionMachine, at now: Moment) {
        (self.number, self.peer, self.channel, self.machine) = (number, peer, channel, machine)
        lastActive = now
    }

    func began(id: UUID, method: Method?, refusal: Refusal? = nil, at now: Moment) {
        exchange = Exchange(id: id, method: method, refusal: refusal, startedAt: now)
    }

    /// Notes that the handler let go of its request.
    func wasAbandoned() { exchange?.isAbandoned = true }

    /// Notes the answer, without what the client does with it.
    func willAnswer(_ response: Response, at now: Moment) {
        guard let startedAt = exchange?.startedAt else { return }
        exchange?.label = response.label
        exchange?.status = StatusLine.sent(response.status)
        exchange?.microseconds = now.microseconds(since: startedAt)
    }

    func didSend(bytes: Int) { exchange?.bytes += bytes }

    /// The finished log entry, once; `nil` when nothing was being answered.
    ///
    /// - Parameters:
    ///   - isComplete: whether the client took the whole answer.
    ///   - timedOut: whether the server gave up waiting for that.
    func takeLogEntry(isComplete: Bool, timedOut: Bool = false) -> LogEntry? {
        defer { exchange = nil }
        guard let exchange, let status = exchange.status else { return nil }
        let ownReason: RefusalReason? = exchange.isAbandoned ? .noAnswer : timedOut ? .writeTimeout : nil
        return LogEntry(
            id: exchange.id, method: exchange.method, label: exchange.label, status: status, bytes: exchange.bytes,
            microseconds: exchange.microseconds, refusal: exchange.refusal?.reason ?? ownReason,
            refusalOffset: exchange.refusal?.offset, isComplete: isComplete)
    }
}
