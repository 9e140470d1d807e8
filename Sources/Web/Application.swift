package import Access
import Domain
package import Foundation
package import HTTP
package import Ledger
package import Registry

/// The whole program behind the socket: API and pages over one registry and one ledger.
package struct Application: Sendable {
    private let api: API
    private let pages: Pages
    private let trail: AuditTrail
    private let front: Front
    private let metrics = Metrics()
    private let connections = ConnectionGauge()
    /// What the API answers to; a test walks all of them.
    let routes: [Route]

    /// The pages; a test walks all of them too.
    var pageRoutes: [PageRoute] { pages.routes }

    /// - Parameters:
    ///   - exampleKey: Shown on the sign-in page; `nil` in production.
    ///   - front: Whose word counts for where a request comes from.
    ///   - limits: How many requests may come.
    ///   - ticks: Whether to look by itself, now and then, for what happens without a request.
    ///   - now: The clock; everything below takes the moment as an argument. In whole milliseconds, as answers and
    ///     records name it, so that an answer can be given again.
    ///   - steady: The clock of the limits, which nobody can set.
    package init(
        registry: Registry, ledger: Ledger, keys: KeyStore, files: StaticFiles, exampleKey: String? = nil,
        isProduction: Bool = false, front: Front = Front(), limits: RequestLimits = RequestLimits(), ticks: Bool = true,
        now: @escaping @Sendable () -> Date = { Timestamp.wholeMilliseconds(Date()) },
        steady: @escaping @Sendable () -> Moment = ServerClock.system.now
    ) {
        let board = SnapshotBoard(registry: registry, ledger: ledger)
        let document = OpenAPIBox()
        self.front = front
        let turnstile = Turnstile(limits, clock: steady)
        trail = AuditTrail(ledger, keys: keys, ticks: ticks, now: now)
        let auditReader = AuditReader(ledger)
        let changes = ChangeFeed(of: ledger, registry: registry, ticks: ticks, now: now)
        let (sessions, aside) = (Sessions(keys: keys), AsideQueue())
        let page = MetricsPage(
            metrics: metrics, turnstile: turnstile, ledger: ledger, registryVersion: registry.version,
            startedAt: now(),
            gauges: [
                MetricsPage.Gauge(name: "sessions", help: "Wie op de pagina’s is ingelogd.") {
                    sessions.count(at: now())
                },
                MetricsPage.Gauge(name: "streams", help: "Wie naar wijzigingen luistert.") { changes.count },
                MetricsPage.Gauge(name: "groups", help: "Groepen waaraan we rekenen of die wachten.") { aside.count },
                MetricsPage.Gauge(name: "connections", help: "Open verbindingen.") { [connections] in
                    connections.current
                },
            ])
        let routes = Routes(
            APIServices(
                ledger: ledger, openAPI: { try document.bytes() }, keys: keys, changes: changes, trail: trail,
                auditReader: auditReader,
                metrics: page))
        self.routes = routes.all
        document.fill(with: routes.all)
        api = API(
            routes.all, keys: keys, board: board, trail: trail, turnstile: turnstile,
            aside: aside, now: now)
        let house = PageHouse(
            board: board, ledger: ledger, keys: keys, sessions: sessions, trail: trail,
            auditReader: auditReader, changes: changes, assets: Assets(files), turnstile: turnstile,
            exampleKey: exampleKey, isProduction: isProduction, site: front.site,
            securityText: SecurityText(files), now: now)
        pages = Pages(house, files: files)
    }

    /// From here on a request's peer is the client, not a proxy of ours.
    package func handle(_ received: Request, _ responder: Responder) {
        let request = front.received(received)
        guard front.isAddressed(received) else { return responder.answer(misdirected(request)) }
        if API.owns(request) {
            api.handle(request, responder)
        } else {
            pages.handle(request, user: front.user(of: received), responder)
        }
    }

    /// RFC 9110 §15.5.20.
    private func misdirected(_ request: Request) -> Response {
        guard API.owns(request) else { return pages.misdirected(request) }
        var response = Problem.misdirected.response(for: request.id)
        APIHeaders.complete(&response, for: request, isOpen: false)
        return response
    }

    /// Counts what was answered.
    package func count(_ entries: [LogEntry]) { metrics.count(entries) }

    /// Lets the figures say how many connections `server` has open.
    package func watch(_ server: Server) { connections.watch(server) }

    /// Writes what is still to be written, before the ledger closes.
    package func finish() { trail.finish() }

    /// How much body the server shall read: none for what is refused anyway, whatever it brings, so that nobody
    /// without a key can fill the memory; `nil`: the server's own limit.
    package func bodyLimit(_ head: RequestHead) -> Int? {
        // What is small fills nothing, and who it is from is asked once it is here: not twice for every count.
        if let length = head.fields["Content-Length"].flatMap({ Int($0) }), (0...Self.smallBody).contains(length) {
            return nil
        }
        let request = Request(head, body: [], peer: "", id: UUID())
        return API.owns(request) ? api.bodyLimit(request) : pages.bodyLimit(request)
    }

    private static let smallBody = 4_096

    /// Whose connections count together: those of each address, but for this machine itself and the proxies that were
    /// named, which speak for many.
    package func party(of peer: String) -> String? {
        let block = AddressBlock(peer)
        let isProxy = IPAddress(peer).map { address in front.trustedProxies.contains { $0.contains(address) } } ?? false
        return block.isLoopback || isProxy ? nil : block.name
    }

    /// What the server says when it cannot read a request or has no room.
    package static func refusalAnswer(_ status: Status, _ reason: RefusalReason, _ id: UUID) -> Response {
        var response = Problem(refusing: status).response(for: id)
        APIHeaders.complete(&response, for: nil, isOpen: false)
        if status == .serviceUnavailable { response.fields.set(.retryAfter, "5") }
        response.fields.set(APIHeaders.requestID, id.uuidString.lowercased())
        return response
    }
}
