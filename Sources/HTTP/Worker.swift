import Dispatch
import Foundation

/// One thread and the connections that live on it: waits for their sockets and carries out what their machines
/// decide.
///
/// Busy connections stand in a ``PollSet``; one on which nothing happened for a moment is parked with a dispatch
/// source and costs the loop nothing until it speaks again.
actor Worker {
    private static let readSize = 16 * 1024
    /// Pieces of one stream, or pulls without a pause, before others have their turn.
    static let piecesInTurn = 16
    /// Connections in the poll set beyond which new ones are parked at once.
    static let pollLimit = 1024
    /// After so long without a byte a connection is parked, or up to ``sweepSeconds`` later.
    static let quietSeconds = 0.2
    /// After so long without a byte a connection may be closed for another, so many at a time.
    static let shedSeconds = 1.0
    static let shedCount = 64
    /// Between two looks for quiet connections.
    static let sweepSeconds = 0.1
    /// Between two looks at the time limits.
    static let tickSeconds = 0.5

    nonisolated let executor: LoopExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    let service: Service
    /// Told the remote address once for every adopted connection, when its descriptor is closed.
    let ended: @Sendable (String) -> Void
    let parkingQueue: DispatchQueue
    @exclusivity(unchecked) var polled: PollSet
    var connections: [Int: Connection] = [:]
    var ready: [Connection] = []
    var nextNumber = 0
    // Exclusive access is not checked where every answer passes several times, at a twentieth of its cost: what
    // stands here is used on this thread only, and no call that changes one of these calls back into it.

    /// One for all connections of the thread: what is read is used before the next read.
    @exclusivity(unchecked) var buffer = [UInt8](repeating: 0, count: readSize)
    @exclusivity(unchecked) var output = Output()
    @exclusivity(unchecked) var date = DateLine()
    @exclusivity(unchecked) var ids = RequestIDs()
    @exclusivity(unchecked) var entries: [LogEntry] = []
    /// Bytes of bodies under way, over all connections.
    var bodyBytes = 0
    /// Remote addresses of connections closed in this turn.
    var endings: [String] = []
    @exclusivity(unchecked) var now: Moment
    var nextTick: Moment
    var nextSweep: Moment
    var nextShed: Moment
    var isFinishing = false
    private var isOver = false
    /// Whether sockets had something to say at the last look.
    private var wasBusy = false

    init(label: String, service: Service, ended: @escaping @Sendable (String) -> Void) throws(ServerError) {
        executor = try LoopExecutor()
        (self.service, self.ended) = (service, ended)
        polled = PollSet(bell: executor.bell.descriptor)
        parkingQueue = DispatchQueue(label: "\(label).parking")
        now = service.clock.now()
        (nextTick, nextSweep, nextShed) = (now, now, now)
    }

    nonisolated func start(name: String) {
        executor.start(name: name) { self.assumeIsolated { $0.turn() } }
    }

    /// Lets the thread end when its last connection has gone. Nothing may be adopted any more.
    nonisolated func end() { async { $0.isOver = true } }

    /// Runs `work` on the thread, soon; false when that has ended, and `work` will not be done.
    @discardableResult
    nonisolated func async(_ work: @escaping @Sendable (isolated Worker) -> Void) -> Bool {
        executor.async { self.assumeIsolated { work($0) } }
    }

    /// Waits for something to happen, and does all of it; false when that was the last time.
    private func turn() -> Bool {
        // Who has just been answered gets a moment to ask again: more at one look, fewer sleeps.
        if wasBusy { sched_yield() }
        let mayWait = ready.isEmpty && executor.fallAsleep()
        let count = polled.wait(milliseconds: mayWait ? millisecondsToTick : 0)
        executor.wakeUp()
        now = service.clock.now()
        date.update(epochSeconds: service.clock.epochSeconds())
        wasBusy = count > 0
        if count > 0 { lookAtSockets(count) }
        executor.runWaiting()
        takeUpReady()
        if now >= nextSweep { sweep() }
        if now >= nextTick { tick() }
        report()
        return !isOver || !connections.isEmpty
    }

    /// Hands on what the turn has to tell; the end of a connection last, so that nobody waits for a line any more.
    private func report() {
        if !entries.isEmpty {
            service.log(entries)
            entries.removeAll(keepingCapacity: true)
        }
        guard !endings.isEmpty else { return }
        for peer in endings { ended(peer) }
        endings.removeAll(keepingCapacity: true)
    }

    private var millisecondsToTick: Int32 {
        guard !connections.isEmpty else { return -1 }
        let next = polled.count > 0 ? min(nextTick, nextSweep) : nextTick
        guard next > now else { return 0 }
        return Int32(clamping: next.microseconds(since: now) / 1000 + 1)
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
        // With something to read alone there is no room yet, and a body may be behind `100 Continue` on its way out.
        if connection.channel.hasBacklog, events != Int32(POLLIN) {
            perform(flush(connection), on: connection)
        } else {
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

    func read(_ connection: Connection) {
        guard connection.machine.wantsInput else { return watch(connection) }
        let action: ConnectionMachine.Action
        switch connection.channel.receive(into: &buffer) {
        case .bytes(let count):
            connection.lastActive = now
            let next = connection.machine.received(buffer.span.extracting(..<count), at: now)
            self.count(connection.machine.bodyBytes, of: connection)
            action = bodyBytes > service.bodyBudget ? refuseBody(of: connection, else: next) : next
        case .end: action = connection.machine.inputEnded(at: now)
        case .nothing: return watch(connection)
        case .broken: action = connection.machine.close()
        }
        perform(action, on: connection)
    }

    /// Keeps the sum of what is in memory.
    func count(_ bytes: Int, of connection: Connection) {
        bodyBytes += bytes - connection.countedBody
        connection.countedBody = bytes
    }

    private func refuseBody(
        of connection: Connection, else action: ConnectionMachine.Action
    ) -> ConnectionMachine.Action {
        guard connection.countedBody > 0 else { return action }
        let refusal = connection.machine.refuseBody()
        count(0, of: connection)
        return refusal
    }
}
