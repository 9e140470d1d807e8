import Foundation

// From what a machine decides to what is done.
extension Worker {
    /// Carries out `action` and whatever follows from it, in order.
    func perform(_ action: ConnectionMachine.Action, on connection: Connection) {
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

    func deliver(_ head: RequestHead, body: [UInt8], of connection: Connection) -> ConnectionMachine.Action {
        let id = makeID()
        connection.began(id: id, method: head.method, at: now)
        let responder = Responder(sink: self, connection: connection.number, id: id)
        service.handler(Request(head, body: body, peer: connection.peer, id: id), responder)
        guard let response = responder.takeEarlyAnswer() else { return .none }
        now = service.clock.now()
        return answer(response, on: connection)
    }

    func refuse(_ refusal: Refusal, of connection: Connection) -> ConnectionMachine.Action {
        let id = makeID()
        connection.began(id: id, method: refusal.method, refusal: refusal, at: now)
        return answer(service.refusalAnswer(refusal.status, refusal.reason, id), on: connection)
    }

    func answer(_ response: Response, on connection: Connection) -> ConnectionMachine.Action {
        connection.willAnswer(response, at: now)
        if case .stream(let stream) = response.content { take(stream, on: connection) }
        let action = connection.machine.answer(response, date: date.bytes, at: now, into: &output)
        if connection.machine.stream == nil { endStream(of: connection) }
        return action
    }

    func write(_ connection: Connection) -> ConnectionMachine.Action {
        sent(connection.channel.send(&output), of: connection)
    }

    func flush(_ connection: Connection) -> ConnectionMachine.Action {
        sent(connection.channel.flush(), of: connection)
    }

    func sent(_ result: Channel.Sent, of connection: Connection) -> ConnectionMachine.Action {
        switch result {
        case .all(let count), .some(let count):
            let wasWriting = connection.machine.phase == .writing
            connection.didSend(bytes: count)
            connection.lastActive = now
            let action = connection.machine.wrote(count, at: now)
            if wasWriting, connection.machine.hasAnswered { answered(connection) }
            return action
        case .broken: return connection.machine.close()
        }
    }

    /// The whole answer left.
    func answered(_ connection: Connection) {
        endStream(of: connection)
        if let entry = connection.takeLogEntry(isComplete: true) { entries.append(entry) }
        if connection.machine.hasPending { makeReady(connection) }
    }

    func makeReady(_ connection: Connection) {
        guard !connection.isReady else { return }
        connection.isReady = true
        ready.append(connection)
    }

    func makeID() -> UUID { service.makeID?() ?? ids.makeID() }
}

extension Worker: AnswerSink {
    nonisolated func answerLater(_ make: @escaping @Sendable () -> Response, connection number: Int) {
        if !async({ $0.answer(make(), number: number) }) { Self.drop(make()) }
    }

    nonisolated func answerAbandoned(_ id: UUID, connection number: Int) {
        async { worker in
            worker.connections[number]?.wasAbandoned()
            worker.answer(worker.service.refusalAnswer(.internalServerError, .noAnswer, id), number: number)
        }
    }

    private func answer(_ response: Response, number: Int) {
        guard let connection = connections[number], !connection.isClosed else {
            return Self.drop(response)
        }
        perform(answer(response, on: connection), on: connection)
    }

    /// Whoever makes a stream nobody takes is told so.
    private static func drop(_ response: Response) {
        if case .stream(let stream) = response.content { stream.end() }
    }
}
