import Dispatch
import Foundation

/// One serial queue and the connections that live on it: carries out what their machines decide.
actor Worker {
    private static let readSize = 16 * 1024

    nonisolated let executor: QueueExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let service: Service
    /// Told once for every adopted connection, when its descriptor is closed.
    private let ended: @Sendable () -> Void
    private var connections: [Int: Connection] = [:]
    private var nextNumber = 0
    /// One for all connections of the queue: what is read is used before the next read.
    private var buffer = [UInt8](repeating: 0, count: readSize)
    private var date = (second: Int.min, text: "")
    private var ticker: (any DispatchSourceTimer)?
    private var isTicking = false
    private var isFinishing = false

    init(label: String, service: Service, ended: @escaping @Sendable () -> Void) {
        executor = QueueExecutor(label: label)
        (self.service, self.ended) = (service, ended)
    }

    /// Runs `work` on the queue, soon.
    nonisolated func async(_ work: @escaping @Sendable (isolated Worker) -> Void) {
        executor.queue.async { self.assumeIsolated { work($0) } }
    }

    /// Takes over an accepted, non-blocking socket.
    ///
    /// - Parameter isWelcome: false when there is no room; it is then told so and sent away.
    func adopt(_ descriptor: Int32, peer: String, isWelcome: Bool) {
        let number = nextNumber
        nextNumber += 1
        let channel = Channel(
            descriptor: descriptor, queue: executor.queue,
            readable: { self.assumeIsolated { $0.readable(number) } },
            writable: { self.assumeIsolated { $0.writable(number) } },
            cancelled: { self.assumeIsolated { $0.sourceEnded(number) } })
        let machine = ConnectionMachine(limits: service.limits, timeouts: service.timeouts, at: service.clock.now())
        let connection = Connection(number: number, peer: peer, channel: channel, machine: machine)
        connections[number] = connection
        startTicking()
        channel.resumeReading()
        if isFinishing {
            perform(connection.machine.close(), on: connection)
        } else if !isWelcome {
            perform(connection.machine.turnAway(), on: connection)
        }
    }

    /// Lets every request under way be the last on its connection.
    func finish() {
        isFinishing = true
        for connection in connections.values { perform(connection.machine.finish(), on: connection) }
        stopTickingIfEmpty()
    }

    func closeAll() {
        for connection in connections.values { perform(connection.machine.close(), on: connection) }
    }

    private func readable(_ number: Int) {
        guard let connection = connections[number] else { return }
        guard connection.machine.wantsInput else { return connection.channel.pauseReading() }
        let received = connection.channel.receive(into: &buffer)
        let now = service.clock.now()
        switch received {
        case .bytes(let count):
            perform(connection.machine.received(buffer.span.extracting(..<count), at: now), on: connection)
        case .end: perform(connection.machine.inputEnded(at: now), on: connection)
        case .nothing: break
        case .broken: perform(connection.machine.close(), on: connection)
        }
    }

    private func writable(_ number: Int) {
        guard let connection = connections[number] else { return }
        perform(flush(connection), on: connection)
    }

    private func sourceEnded(_ number: Int) {
        guard let connection = connections[number], connection.channel.sourceEnded() else { return }
        connections[number] = nil
        stopTickingIfEmpty()
        ended()
    }

    /// Carries out `actions` and whatever follows from them, in order.
    private func perform(_ actions: [ConnectionMachine.Action], on connection: Connection) {
        var queue = actions[...]
        while let action = queue.popFirst() { queue += perform(action, on: connection) }
        if connection.machine.wantsInput { connection.channel.resumeReading() }
    }

    private func perform(
        _ action: ConnectionMachine.Action, on connection: Connection
    ) -> [ConnectionMachine.Action] {
        switch action {
        case .deliver(let head, let body): return deliver(head, body: body, of: connection)
        case .refuse(let refusal):
            let id = service.makeID()
            connection.began(id: id, method: refusal.method, refusal: refusal, at: service.clock.now())
            return answer(service.refusalAnswer(refusal.status, refusal.reason, id), on: connection)
        case .write(let output):
            connection.willSend(bytes: output.count)
            connection.channel.enqueue(output)
            return flush(connection)
        case .answered: connection.takeLogEntry(isComplete: true).map(service.log)
        case .shutDownOutput: connection.channel.shutDownOutput()
        case .close:
            connection.takeLogEntry(isComplete: false).map(service.log)
            connection.channel.cancel()
        }
        return []
    }

    private func deliver(_ head: RequestHead, body: [UInt8], of connection: Connection) -> [ConnectionMachine.Action] {
        let (id, number) = (service.makeID(), connection.number)
        connection.began(id: id, method: head.method, at: service.clock.now())
        let responder = Responder(
            deliver: { response in self.async { $0.answerLater(response, number: number) } },
            abandon: { self.async { $0.answerAbandoned(id, number: number) } })
        service.handler(Request(head, body: body, peer: connection.peer, id: id), responder)
        return responder.takeEarlyAnswer().map { answer($0, on: connection) } ?? []
    }

    private func answerLater(_ response: Response, number: Int) {
        guard let connection = connections[number] else { return }
        perform(answer(response, on: connection), on: connection)
    }

    private func answerAbandoned(_ id: UUID, number: Int) {
        connections[number]?.wasAbandoned()
        answerLater(service.refusalAnswer(.internalServerError, .noAnswer, id), number: number)
    }

    private func answer(_ response: Response, on connection: Connection) -> [ConnectionMachine.Action] {
        let now = service.clock.now()
        connection.willAnswer(response, at: now)
        return connection.machine.answer(response, date: dateText(), at: now)
    }

    private func flush(_ connection: Connection) -> [ConnectionMachine.Action] {
        switch connection.channel.flush() {
        case .all(let count), .some(let count): connection.machine.wrote(count, at: service.clock.now())
        case .broken: connection.machine.close()
        }
    }

    /// Formatted at most once a second.
    private func dateText() -> String {
        let second = service.clock.epochSeconds()
        if second != date.second { date = (second, HTTPDate.text(epochSeconds: second)) }
        return date.text
    }
}

// One timer for all connections of the queue; it rests while there are none.
extension Worker {
    private func startTicking() {
        guard !isTicking else { return }
        isTicking = true
        if ticker == nil {
            let timer = DispatchSource.makeTimerSource(queue: executor.queue)
            timer.schedule(deadline: .now() + 1, repeating: 1, leeway: .milliseconds(100))
            timer.setEventHandler { self.assumeIsolated { $0.tick() } }
            ticker = timer
        }
        ticker?.resume()
    }

    private func stopTickingIfEmpty() {
        guard connections.isEmpty else { return }
        if isFinishing {
            if !isTicking { ticker?.resume() }  // a suspended source cannot end
            ticker?.cancel()
            (ticker, isTicking) = (nil, false)
        } else if isTicking {
            isTicking = false
            ticker?.suspend()
        }
    }

    private func tick() {
        let now = service.clock.now()
        for connection in connections.values {
            guard let deadline = connection.machine.deadline, deadline <= now else { continue }
            let isWriting = connection.machine.phase == .writing
            let actions = connection.machine.tick(at: now)
            if isWriting { connection.takeLogEntry(isComplete: false, timedOut: true).map(service.log) }
            perform(actions, on: connection)
        }
    }
}
