import Foundation

/// The sockets one thread waits for with `poll`, each with its connection. The first place is a bell's.
///
/// `poll` looks at every descriptor on every call, which is the cheapest way there is for those that are busy and a
/// waste for those that are not: a connection on which nothing happens is taken out, see ``Parking``.
struct PollSet {
    private(set) var entries: [pollfd]
    private var connections: [Connection?] = [nil]

    init(bell: Int32) { entries = [pollfd(fd: bell, events: Int16(POLLIN), revents: 0)] }

    /// Connections in the set.
    var count: Int { entries.count - 1 }

    /// Every connection in the set.
    var all: [Connection] { connections.compactMap(\.self) }

    /// Waits until something happens or `milliseconds` have passed (negative: for ever); how many are ready.
    mutating func wait(milliseconds: Int32) -> Int {
        let ready = entries.withUnsafeMutableBufferPointer { poll($0.baseAddress, nfds_t($0.count), milliseconds) }
        if ready > 0 { return Int(ready) }
        for index in entries.indices { entries[index].revents = 0 }  // a signal came: nothing was looked at
        return 0
    }

    var bellRang: Bool { entries[0].revents != 0 }

    /// The connection at `slot` when something happened to it; asked from the last slot down, so that connections
    /// that leave meanwhile move only what was looked at.
    func happening(at slot: Int) -> (connection: Connection, events: Int32)? {
        guard slot < entries.count, entries[slot].revents != 0, let connection = connections[slot] else { return nil }
        return (connection, Int32(entries[slot].revents))
    }

    mutating func add(_ connection: Connection, events: Int32) {
        connection.slot = entries.count
        entries.append(pollfd(fd: connection.channel.descriptor, events: Int16(events), revents: 0))
        connections.append(connection)
        watch(connection, events: events)
    }

    /// - Parameter events: 0 leaves it alone altogether; `poll` would still tell of a client that has gone.
    mutating func watch(_ connection: Connection, events: Int32) {
        guard let slot = connection.slot else { return }
        entries[slot].events = Int16(events)
        entries[slot].fd = events == 0 ? -1 : connection.channel.descriptor
    }

    mutating func remove(_ connection: Connection) {
        guard let slot = connection.slot, let last = connections.popLast(), let entry = entries.popLast() else {
            return
        }
        connection.slot = nil
        guard slot < entries.count else { return }
        (connections[slot], entries[slot]) = (last, entry)
        last?.slot = slot
    }
}
