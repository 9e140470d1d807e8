import HTTP
import Synchronization

/// How many connections there are; none before there is a server.
final class ConnectionGauge: Sendable {
    private struct Held { weak var server: Server? }

    private let held = Mutex(Held())

    func watch(_ server: Server) { held.withLock { $0.server = server } }

    var current: Int { held.withLock { $0.server }?.openConnections ?? 0 }
}
