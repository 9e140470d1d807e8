// From answers to bytes.
extension ConnectionMachine {
    /// Takes the answer to the request delivered or refused last.
    ///
    /// - Parameter date: the whole line of its `Date` field.
    package mutating func answer(
        _ response: Response, date: [UInt8], at now: Moment, into output: inout Output
    ) -> Action {
        guard phase == .handling else { return .none }
        guard StatusLine.sent(response.status) == response.status else {
            return answer(Response(.internalServerError), date: date, at: now, into: &output)
        }
        let asksToClose = response.fields[.connection].map { $0.utf8.equalsIgnoringCase("close".utf8) } ?? false
        let isStream = response.content.count == nil
        // Without chunks only the end of the connection can say where a stream ends, RFC 9112 §6.3.
        closesAfterAnswer = closesAfterAnswer || isFinishing || asksToClose || (isStream && !isHTTP11)
        let writer = ResponseWriter(method: method, isHTTP11: isHTTP11, keepsAlive: !closesAfterAnswer, date: date)
        let before = output.count
        writer.write(response, to: &output)
        unwritten += output.count - before
        if case .stream(let content) = response.content, writer.sendsContent(of: response) {
            stream = StreamState(heartbeat: content.heartbeat, writer: writer)
        }
        (phase, deadline) = (.writing, now.advanced(bySeconds: timeouts.write))
        return .write
    }

    /// Takes what the stream gave when it was asked.
    package mutating func piece(
        _ piece: ContentStream.Piece, at now: Moment, into output: inout Output
    ) -> Action {
        guard phase == .streaming, let stream else { return .none }
        let before = output.count
        switch piece {
        case .none: return .none
        case .bytes(let bytes):
            guard !bytes.isEmpty else { return .none }
            stream.writer.write(piece: bytes, to: &output)
        case .end:
            self.stream?.isOver = true
            stream.writer.writeEnd(to: &output)
        }
        unwritten += output.count - before
        (phase, deadline) = (.writing, now.advanced(bySeconds: timeouts.write))
        return .write
    }

    /// There may be more of the stream now.
    package mutating func woke() -> Action { phase == .streaming ? .pull : .none }

    /// Everything made so far is sent: asks for more, and waits with a heartbeat where there is none.
    mutating func pause(_ stream: StreamState, at now: Moment) -> Action {
        if isFinishing { closesAfterAnswer = true }
        phase = .streaming
        deadline = stream.heartbeat.map { now.advanced(bySeconds: $0.seconds) }
        return .pull
    }

    mutating func beat(at now: Moment, into output: inout Output) -> Action {
        guard let heartbeat = stream?.heartbeat else { return .none }
        return piece(.bytes(heartbeat.bytes), at: now, into: &output)
    }

    mutating func linger(at now: Moment) -> Action {
        guard !inputIsOver else { return close() }
        (phase, deadline) = (.lingering, now.advanced(bySeconds: timeouts.linger))
        return .shutDownOutput
    }
}
