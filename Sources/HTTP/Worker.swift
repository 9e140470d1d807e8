import Dispatch
import Foundation

/// One thread and the connections that live on it: waits for their sockets and carries out what their machines
/// decide.
///
/// Busy connections stand in a ``PollSet``; one on which nothing happened for a second is parked with a dispatch
/// source and costs the loop nothing until it speaks again.
actor Worker {
    private static let readSize = 16 * 1024
    /// Pieces of one stream, or pulls without a pause, before others have their turn.
    private static let piecesInTurn = 16
    /// Connections in the poll set beyond which new ones are parked at once.
    private static let pollLimit = 1024
    private static let quietSeconds = 1.0

    nonisolated let executor: LoopExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let service: Service
    /// Told once for every adopted connection, when its descriptor is closed.
    private let ended: @Sendable () -> Void
    private let parkingQueue: DispatchQueue
    private var polled: PollSet
    private var connections: [Int: Connection] = [:]
    private var ready: [Connection] = []
    private var nextNumber = 0
    /// One for all connections of the thread: what is read is used before the next read.
    private var buffer = [UInt8](repeating: 0, count: readSize)
    private var output = Output()
    private var date = DateLine()
    private var ids = RequestIDs()
    private var entries: [LogEntry] = []
    /// Connections closed in this turn.
    private var endings = 0
    private var now: Moment
    private var nextTick: Moment
    private var isFinishing = false

    init(label: String, service: Service, ended: @escaping @Sendable () -> Void) throws(ServerError) {
        executor = try LoopExecutor()
        (self.service, self.ended) = (service, ended)
        polled = PollSet(bell: executor.bell.descriptor)
        parkingQueue = DispatchQueue(label: "\(label).parking")
        now = service.clock.now()
        nextTick = now
    }

    nonisolated func start(name: String) {
        executor.start(name: name) { self.assumeIsolated { $0.turn() } }
    }

    /// Runs `work` on the thread, soon.
    nonisolated func async(_ work: @escaping @Sendable (isolated Worker) -> Void) {
        executor.async { self.assumeIsolated { work($0) } }
    }

    // MARK: The loop

    /// Waits for something to happen, and does all of it.
    private func turn() {
        let mayWait = ready.isEmpty && executor.fallAsleep()
        let count = polled.wait(milliseconds: mayWait ? millisecondsToTick : 0)
        executor.wakeUp()
        now = service.clock.now()
        date.update(epochSeconds: service.clock.epochSeconds())
        if count > 0 { lookAtSockets(count) }
        executor.runWaiting()
        takeUpReady()
        if now >= nextTick { tick() }
        report()
    }

    /// Hands on what the turn has to tell; the end of a connection last, so that nobody waits for a line any more.
    private func report() {
        if !entries.isEmpty {
            service.log(entries)
            entries.removeAll(keepingCapacity: true)
        }
        for _ in 0..<endings { ended() }
        endings = 0
    }

    private var millisecondsToTick: Int32 {
        guard !connections.isEmpty else { return -1 }
        guard nextTick > now else { return 0 }
        return Int32(clamping: nextTick.microseconds(since: now) / 1000 + 1)
    }

    private func lookAtSockets(_ count: Int) {
        var left = count
        if polled.bellRang {
            executor.bell.silence()
            left -= 1
        }
        var slot = polled.count
        while left > 0, slot > 0 {
            if let (connection, events) = polled.happening(at: slot) {
                left -= 1
                happened(events, to: connection)
            }
            slot -= 1
        }
    }

    private func happened(_ events: Int32, to connection: Connection) {
        if connection.channel.hasBacklog {
            perform(flush(connection), on: connection)
        } else if events != 0 {
            read(connection)
        }
    }

    private func takeUpReady() {
        guard !ready.isEmpty else { return }
        let turns = ready
        ready.removeAll(keepingCapacity: true)
        for connection in turns {
            connection.isReady = false
            perform(
                connection.machine.hasPending ? connection.machine.proceed(at: now) : connection.machine.woke(),
                on: connection)
        }
    }

    private func read(_ connection: Connection) {
        guard connection.machine.wantsInput else { return watch(connection) }
        let action: ConnectionMachine.Action
        switch connection.channel.receive(into: &buffer) {
        case .bytes(let count):
            connection.lastActive = now
            action = connection.machine.received(buffer.span.extracting(..<count), at: now)
        case .end: action = connection.machine.inputEnded(at: now)
        case .nothing: return
        case .broken: action = connection.machine.close()
        }
        perform(action, on: connection)
    }

    // MARK: Carrying out

    /// Carries out `action` and whatever follows from it, in order.
    private func perform(_ action: ConnectionMachine.Action, on connection: Connection) {
        var next = action
        var pulls = 0
        while true {
            switch next {
            case .none:
                return watch(connection)
            case .deliver(let head, let body): next = deliver(head, body: body, of: connection)
            case .refuse(let refusal): next = refuse(refusal, of: connection)
            case .writeInterim:
                output.head += ResponseWriter.interim
                next = write(connection)
            case .write: next = write(connection)
            case .pull:
                pulls += 1
                guard pulls <= Self.piecesInTurn else {
                    makeReady(connection)
                    return watch(connection)
                }
                next = pull(connection)
            case .shutDownOutput:
                connection.channel.shutDownOutput()
                next = .none
            case .close: return close(connection)
            }
        }
    }

    private func deliver(_ head: RequestHead, body: [UInt8], of connection: Connection) -> ConnectionMachine.Action {
        let id = makeID()
        connection.began(id: id, method: head.method, at: now)
        let responder = Responder(sink: self, connection: connection.number, id: id)
        service.handler(Request(head, body: body, peer: connection.peer, id: id), responder)
        guard let response = responder.takeEarlyAnswer() else { return .none }
        now = service.clock.now()
        return answer(response, on: connection)
    }

    private func refuse(_ refusal: Refusal, of connection: Connection) -> ConnectionMachine.Action {
        let id = makeID()
        connection.began(id: id, method: refusal.method, refusal: refusal, at: now)
        return answer(service.refusalAnswer(refusal.status, refusal.reason, id), on: connection)
    }

    private func answer(_ response: Response, on connection: Connection) -> ConnectionMachine.Action {
        connection.willAnswer(response, at: now)
        if case .stream(let stream) = response.content { take(stream, on: connection) }
        let action = connection.machine.answer(response, date: date.bytes, at: now, into: &output)
        if connection.machine.stream == nil { endStream(of: connection) }
        return action
    }

    private func write(_ connection: Connection) -> ConnectionMachine.Action {
        connection.willSend(bytes: output.count)
        return sent(connection.channel.send(&output), of: connection)
    }

    private func flush(_ connection: Connection) -> ConnectionMachine.Action {
        sent(connection.channel.flush(), of: connection)
    }

    private func sent(_ result: Channel.Sent, of connection: Connection) -> ConnectionMachine.Action {
        switch result {
        case .all(let count), .some(let count):
            let wasWriting = connection.machine.phase == .writing
            connection.lastActive = now
            let action = connection.machine.wrote(count, at: now)
            if wasWriting, connection.machine.hasAnswered { answered(connection) }
            return action
        case .broken: return connection.machine.close()
        }
    }

    /// The whole answer left.
    private func answered(_ connection: Connection) {
        endStream(of: connection)
        if let entry = connection.takeLogEntry(isComplete: true) { entries.append(entry) }
        if connection.machine.hasPending { makeReady(connection) }
    }

    private func makeReady(_ connection: Connection) {
        guard !connection.isReady else { return }
        connection.isReady = true
        ready.append(connection)
    }

    private func makeID() -> UUID { service.makeID?() ?? ids.makeID() }

    private func close(_ connection: Connection) {
        guard !connection.isClosed else { return }
        connection.isClosed = true
        endStream(of: connection)
        if let entry = connection.takeLogEntry(isComplete: false) { entries.append(entry) }
        polled.remove(connection)
        if let parking = connection.parking { parking.leave() } else { forget(connection) }
    }

    private func forget(_ connection: Connection) {
        connections[connection.number] = nil
        connection.channel.close()
        endings += 1
    }
}

// Streams: content that is made while it is sent.
extension Worker {
    private func take(_ stream: ContentStream, on connection: Connection) {
        let number = connection.number
        connection.stream = stream
        stream.listen { [weak self] in self?.async { $0.streamWoke(number) } }
    }

    private func streamWoke(_ number: Int) {
        guard let connection = connections[number], !connection.isClosed else { return }
        perform(connection.machine.woke(), on: connection)
    }

    private func pull(_ connection: Connection) -> ConnectionMachine.Action {
        guard let stream = connection.stream else { return connection.machine.close() }
        let isEndless = stream.heartbeat != nil
        let piece = isFinishing && isEndless ? .end : stream.next()
        return connection.machine.piece(piece, at: now, into: &output)
    }

    private func endStream(of connection: Connection) {
        guard let stream = connection.stream else { return }
        connection.stream = nil
        stream.end()
    }
}

// Who waits where.
extension Worker {
    /// Takes over an accepted, non-blocking socket.
    ///
    /// - Parameter isWelcome: false when there is no room; it is then told so and sent away.
    func adopt(_ descriptor: Int32, peer: String, isWelcome: Bool) {
        let number = nextNumber
        nextNumber += 1
        if connections.isEmpty { nextTick = now.advanced(bySeconds: 1) }
        let machine = ConnectionMachine(limits: service.limits, timeouts: service.timeouts, at: now)
        let connection = Connection(
            number: number, peer: peer, channel: Channel(descriptor: descriptor), machine: machine, at: now)
        connections[number] = connection
        if polled.count < Self.pollLimit {
            polled.add(connection, events: Int32(POLLIN))
        } else {
            park(connection)
        }
        if isFinishing {
            perform(connection.machine.close(), on: connection)
        } else if !isWelcome {
            perform(connection.machine.turnAway(), on: connection)
        }
    }

    /// Lets every request under way be the last on its connection.
    func finish() {
        isFinishing = true
        for connection in connections.values {
            perform(connection.machine.finish(at: now, into: &output), on: connection)
        }
    }

    func closeAll() {
        for connection in connections.values { perform(connection.machine.close(), on: connection) }
    }

    /// Waits for what the machine wants now.
    private func watch(_ connection: Connection) {
        guard !connection.isClosed else { return }
        let reads = connection.machine.wantsInput ? Int32(POLLIN) : 0
        let writes = connection.channel.hasBacklog ? Int32(POLLOUT) : 0
        guard connection.parking == nil else {
            // The source tells of input only; to write, the connection must be in the poll set.
            if writes != 0 || reads == 0 { connection.parking?.leave() }
            return
        }
        if connection.slot == nil { polled.add(connection, events: 0) }
        polled.watch(connection, events: reads | writes)
    }

    private func park(_ connection: Connection) {
        let number = connection.number
        polled.remove(connection)
        connection.parking = Parking(descriptor: connection.channel.descriptor, queue: parkingQueue) {
            self.async { $0.left(number) }
        }
    }

    /// The parked connection has something to say, or is to be written to or closed.
    private func left(_ number: Int) {
        guard let connection = connections[number] else { return }
        connection.parking = nil
        guard !connection.isClosed else { return forget(connection) }
        connection.lastActive = now
        polled.add(connection, events: 0)
        if connection.machine.wantsInput { read(connection) } else { watch(connection) }
    }

    /// Once a second: time limits, and who has been quiet.
    private func tick() {
        nextTick = now.advanced(bySeconds: 1)
        for connection in connections.values where !connection.isClosed {
            if let deadline = connection.machine.deadline, deadline <= now {
                let isWriting = connection.machine.phase == .writing
                let action = connection.machine.tick(at: now, into: &output)
                if isWriting, let entry = connection.takeLogEntry(isComplete: false, timedOut: true) {
                    entries.append(entry)
                }
                perform(action, on: connection)
            }
            let isQuiet = connection.lastActive.advanced(bySeconds: Self.quietSeconds) <= now
            if isQuiet, connection.slot != nil, connection.machine.wantsInput, !connection.channel.hasBacklog {
                park(connection)
            }
        }
    }
}

extension Worker: AnswerSink {
    nonisolated func answerLater(_ response: Response, connection number: Int) {
        async { $0.answer(response, number: number) }
    }

    nonisolated func answerAbandoned(_ id: UUID, connection number: Int) {
        async { worker in
            worker.connections[number]?.wasAbandoned()
            worker.answer(worker.service.refusalAnswer(.internalServerError, .noAnswer, id), number: number)
        }
    }

    private func answer(_ response: Response, number: Int) {
        guard let connection = connections[number], !connection.isClosed else {
            if case .stream(let stream) = response.content { stream.end() }
            return
        }
        perform(answer(response, on: connection), on: connection)
    }
}
