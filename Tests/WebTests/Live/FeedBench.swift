import Access
import Domain
import Foundation
import Ledger
import Registry
import TestTools

@testable import HTTP
@testable import PageReading
@testable import Web

/// A feed over a ledger, without a program around it.
struct FeedBench {
    let directory = TemporaryDirectory()
    let clock = TestClock()
    let registry: Registry
    let ledger: Ledger
    let feed: ChangeFeed
    let script: LedgerScript

    init(events: Int = 4_096, streams: Int = 3_000, streamsPerKey: Int = 2_000, ticks: Bool = false) throws {
        registry = try Village.registry
        ledger = try Ledger.open(directory: directory.path, starting: Snapshot.startingCapacities(of: registry)).ledger
        feed = ChangeFeed(
            of: ledger, registry: registry,
            limits: ChangeFeed.Limits(streams: streams, streamsPerKey: streamsPerKey, events: events), ticks: ticks,
            now: { [clock] in clock.now })
        script = LedgerScript(ledger)
    }

    /// - Parameter isAllowed: whether the listener still may.
    func stream(
        _ key: String = "toets-admin", role: AccessRole = .admin, after id: Int? = nil,
        while isAllowed: @escaping @Sendable (Principal, Date) -> Bool = { _, _ in true }
    ) throws -> ContentStream {
        let principal = Principal(keyID: key, role: role)
        return try feed.stream(
            for: Listening(principal, while: isAllowed), after: id.flatMap { EventID(text: String($0)) })
    }

    func listen(_ key: String = "toets-admin", role: AccessRole = .admin, after id: Int? = nil) throws -> StreamClient {
        let client = try StreamClient(stream(key, role: role, after: id))
        client.pull()
        return client
    }
}
