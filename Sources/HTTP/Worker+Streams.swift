import Foundation

// Streams: content that is made while it is sent.
extension Worker {
    func take(_ stream: ContentStream, on connection: Connection) {
        let number = connection.number
        connection.stream = stream
        stream.listen { [weak self] in self?.async { $0.streamWoke(number) } }
    }

    func streamWoke(_ number: Int) {
        guard let connection = connections[number], !connection.isClosed else { return }
        perform(connection.machine.woke(), on: connection)
    }

    func pull(_ connection: Connection) -> ConnectionMachine.Action {
        guard let stream = connection.stream else { return connection.machine.close() }
        let isEndless = stream.heartbeat != nil
        let piece = isFinishing && isEndless ? .end : stream.next()
        return connection.machine.piece(piece, at: now, into: &output)
    }

    func endStream(of connection: Connection) {
        guard let stream = connection.stream else { return }
        connection.stream = nil
        stream.end()
    }
}
