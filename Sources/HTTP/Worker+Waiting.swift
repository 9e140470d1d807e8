import Foundation

// Who waits where.
extension Worker {
    /// Takes over an accepted, non-blocking socket.
    ///
    /// - Parameter isWelcome: false when there is no room; it is then told so and sent away.
    func adopt(_ descriptor: Int32, peer: String, isWelcome: Bool) {
        let number = nextNumber
        nextNumber += 1
        if connections.isEmpty { nextTick = now.advanced(bySeconds: Self.tickSeconds) }
        let machine = ConnectionMachine(
            limits: service.limits, timeouts: service.timeouts, bodyLimit: service.bodyLimit, at: now)
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

    /// Lets every request that has arrived be the last on its connection.
    func finish() {
        isFinishing = true
        for connection in connections.values {
            connection.machine.prepareToFinish()
            if connection.machine.phase == .idle { read(connection) }
            perform(connection.machine.finish(at: now, into: &output), on: connection)
        }
    }

    /// Closes those that have been quiet longest, where there is no room for others.
    func shed() {
        guard now >= nextShed else { return }
        nextShed = now.advanced(bySeconds: Self.sweepSeconds)
        let quiet = connections.values.filter { connection in
            connection.machine.phase == .idle && connection.lastActive.advanced(bySeconds: Self.shedSeconds) <= now
        }
        for connection in quiet.sorted(by: { $0.lastActive < $1.lastActive }).prefix(Self.shedCount) {
            perform(connection.machine.close(), on: connection)
        }
    }

    func closeAll() {
        for connection in connections.values { perform(connection.machine.close(), on: connection) }
    }

    /// Waits for what the machine wants now.
    func watch(_ connection: Connection) {
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

    func park(_ connection: Connection) {
        let number = connection.number
        polled.remove(connection)
        connection.parking = Parking(descriptor: connection.channel.descriptor, queue: parkingQueue) {
            self.async { $0.left(number) }
        }
    }

    /// The parked connection has something to say, or is to be written to or closed.
    func left(_ number: Int) {
        guard let connection = connections[number] else { return }
        connection.parking = nil
        guard !connection.isClosed else { return forget(connection) }
        connection.lastActive = now
        polled.add(connection, events: 0)
        if connection.machine.wantsInput { read(connection) } else { watch(connection) }
    }

    /// Looks at the time limits.
    func tick() {
        nextTick = now.advanced(bySeconds: Self.tickSeconds)
        for connection in connections.values where !connection.isClosed {
            guard let deadline = connection.machine.deadline, deadline <= now else { continue }
            let isWriting = connection.machine.phase == .writing
            let action = connection.machine.tick(at: now, into: &output)
            if isWriting, let entry = connection.takeLogEntry(isComplete: false, timedOut: true) {
                entries.append(entry)
            }
            perform(action, on: connection)
        }
    }

    /// Parks who has been quiet.
    func sweep() {
        nextSweep = now.advanced(bySeconds: Self.sweepSeconds)
        for connection in polled.all {
            let isQuiet = connection.lastActive.advanced(bySeconds: Self.quietSeconds) <= now
            if isQuiet, connection.machine.wantsInput, !connection.channel.hasBacklog { park(connection) }
        }
    }

    func close(_ connection: Connection) {
        guard !connection.isClosed else { return }
        connection.isClosed = true
        endStream(of: connection)
        count(0, of: connection)
        if let entry = connection.takeLogEntry(isComplete: false) { entries.append(entry) }
        polled.remove(connection)
        if let parking = connection.parking { parking.leave() } else { forget(connection) }
    }

    func forget(_ connection: Connection) {
        connections[connection.number] = nil
        connection.channel.close()
        endings.append(connection.peer)
    }
}
