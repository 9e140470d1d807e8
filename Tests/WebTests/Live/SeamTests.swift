import Dispatch
import Foundation
import Ledger
import Synchronization
import TestTools
import Testing

@testable import HTTP
@testable import PageReading
@testable import Web

@Suite("Journal and memory meet while others write")
struct SeamTests {
    @Test(arguments: [(8, 1 as UInt64), (64, 2), (4_096, 3), (1, 4)])
    func nobodyMissesAndNobodyHearsTwice(_ events: Int, _ seed: UInt64) throws {
        let bench = try FeedBench(events: events)
        for number in 0..<100 { try bench.script.report(number % 20) }
        let records = 600
        let written = DispatchGroup()
        for writer in 0..<3 {
            written.enter()
            Thread.detachNewThread {
                for number in 0..<200 {
                    // Reports of several writers at one version refuse each other; a confirmation never is.
                    _ = try? bench.script.submit(.confirm([writer == 0 ? LedgerScript.visible : LedgerScript.other]))
                    if number % 50 == writer { try? bench.script.note() }
                }
                written.leave()
            }
        }
        var random = SeededGenerator(seed: seed)
        var clients: [(start: Int, client: StreamClient)] = []
        while written.wait(timeout: .now()) == .timedOut || clients.count < 40 {
            let start = Int.random(in: 0...bench.ledger.state.sequence, using: &random) * 1_000 + 999
            clients.append((start, try bench.listen(after: start)))
            if let some = clients.randomElement(using: &random) { some.client.pull() }
            if clients.count >= 400 { break }
        }
        written.wait()
        #expect(bench.ledger.state.sequence == 100 + records + 12)

        let whole = try bench.listen(after: 0)
        let all = try whole.events(100 + records).map(\.id)
        #expect(all == all.sorted())
        #expect(Set(all).count == 100 + records)
        for (start, client) in clients {
            let expected = all.filter { $0 > start }
            #expect(try client.events(expected.count).map(\.id) == expected, "after \(start)")
        }
    }

    @Test func listenersThatComeAndGoAreForgotten() throws {
        let bench = try FeedBench()
        for _ in 0..<50 {
            let client = try bench.listen()
            #expect(bench.feed.count == 1)
            client.leave()
            #expect(bench.feed.count == 0)
        }
        _ = try bench.stream()
        #expect(bench.feed.count == 0)
    }

    @Test func aThousandHearTheSame() throws {
        let bench = try FeedBench()
        let clients = try (0..<1_000).map { _ in try bench.listen() }

        for free in 1...5 { try bench.script.report(free) }

        let first = try #require(clients.first).events(5)
        for client in clients { #expect(try client.events(5) == first) }
    }

    @Test func theFeedKeepsNeitherTheLedgerBusyNorItself() throws {
        let bench = try FeedBench()
        weak var feed: ChangeFeed?
        do {
            let other = ChangeFeed(of: bench.ledger, registry: bench.registry, ticks: false, now: { TestClock.start })
            feed = other
            #expect(feed != nil)
        }
        #expect(feed == nil)
        try bench.script.report(1)
    }
}
