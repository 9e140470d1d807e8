import Access
import Dispatch
import Domain
import Foundation
import HTTP
import Ledger
import Registry
import Synchronization
import TestTools
import Testing

@testable import Web

/// The whole program over one registry and a state directory of its own, asked without a socket.
final class TestProgram: Sendable {
    let registry: Registry
    let directory: TemporaryDirectory
    let clock: TestClock
    let keys: KeyStore
    let ledger: Ledger
    private let application: Application

    /// Every route of the API, as the program itself knows them.
    var routes: [Route] { application.routes }

    /// Every page.
    var pageRoutes: [PageRoute] { application.pageRoutes }

    init(
        _ registry: Registry, in directory: TemporaryDirectory = TemporaryDirectory(), clock: TestClock = TestClock(),
        isProduction: Bool = false, front: Front = Front(), limits: RequestLimits = .none
    ) throws {
        (self.registry, self.directory, self.clock) = (registry, directory, clock)
        let starting = Snapshot.startingCapacities(of: registry)
        ledger = try Ledger.open(directory: directory.path, starting: starting).ledger
        keys = try KeyStore(
            directory: directory.path,
            demonstration: Visitor.keys(own: .make("voorbeeld-huis"), other: .make("voorbeeld-ander")))
        application = try Application(
            registry: registry, ledger: ledger, keys: keys, files: StaticFiles(folder: Shipped.publicFolder.path),
            exampleKey: isProduction ? nil : Visitor.coordinator.secret, isProduction: isProduction, front: front,
            limits: limits,
            ticks: false,
            now: { clock.now },
            steady: { clock.steady })
    }

    deinit { ledger.close() }

    /// Tells what was answered, as the server does.
    func count(_ entries: [LogEntry]) { application.count(entries) }

    /// Stops as the server does, but for the ledger.
    func finish() { application.finish() }

    /// How many records there are beside those of who looked.
    var recorded: Int {
        get throws { try ledger.records(from: 1, atMost: .max).count { $0.record.kind != .dataViewed } }
    }

    /// The small registry, for tests that only read.
    static let reading = Result { try TestProgram(Village.registry) }
    /// The shipped registry, for tests that only read.
    static let shipped = Result { try TestProgram(Shipped.registry) }

    /// Asks and waits for the answer.
    func send(_ request: Request) throws -> Response {
        let arrived = DispatchSemaphore(value: 0)
        let answer = Mutex<Response?>(nil)
        application.handle(
            request,
            Responder { response in
                answer.withLock { $0 = response }
                arrived.signal()
            })
        arrived.wait()
        return try #require(answer.withLock { $0 })
    }

    /// - Parameters:
    ///   - target: path and query, encoded.
    ///   - json: a body, sent as `application/json`.
    func send(
        _ method: HTTP.Method, _ target: String, as visitor: Visitor = .nobody, fields: Fields = [:],
        json: String? = nil, from peer: String = ""
    ) throws -> Response {
        var all = fields
        if let secret = visitor.secret { all.set("Authorization", "Bearer \(secret)") }
        if json != nil, !all.contains("Content-Type") { all.set("Content-Type", "application/json") }
        return try send(.make(method, target, fields: all, body: Array((json ?? "").utf8), from: peer))
    }

    func get(
        _ target: String, as visitor: Visitor = .nobody, fields: Fields = [:], from peer: String = ""
    ) throws -> Response {
        try send(.get, target, as: visitor, fields: fields, from: peer)
    }
}

extension Request {
    static func make(
        _ method: HTTP.Method, _ target: String, fields: Fields = [:], body: [UInt8] = [], from peer: String = ""
    ) -> Request {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let segments =
            target == "*" ? [] : parts[0].dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        let query = parts.count > 1 ? try? QueryItem.list(of: Array(parts[1].utf8)[...]) : nil
        return Request(
            method: method, path: String(parts[0]), segments: segments.map { $0.removingPercentEncoding ?? "" },
            query: query ?? [], fields: fields, body: body, peer: peer, id: UUID())
    }
}

extension Identifier {
    static func make(_ text: String) -> Self {
        guard let id = Self(rawValue: text) else { preconditionFailure("not an id: \(text)") }
        return id
    }
}
