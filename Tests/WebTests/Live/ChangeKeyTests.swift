import Access
import Domain
import Foundation
import Synchronization
import Testing

@testable import HTTP
@testable import PageReading
@testable import Web

@Suite("Keys and places of those who listen")
struct ChangeKeyTests {
    private func issue(_ program: TestProgram, expiresOn day: String? = nil) throws -> (key: AccessKey, secret: String)
    {
        var random = SystemRandomNumberGenerator()
        return try program.keys.issue(
            role: .policy, expiresOn: day.flatMap(CalendarDate.init(text:)), at: program.clock.now, using: &random)
    }

    @Test func aRevokedKeyHearsNothingMore() throws {
        let program = try TestProgram(Village.registry)
        let (key, secret) = try issue(program)
        let (client, other) = (try program.listen(key: secret), try program.listen(as: .policy))
        let script = LedgerScript(program.ledger)
        try script.report(1)
        try client.events(1)

        try program.keys.revoke(key.id, at: program.clock.now)
        try script.report(2)

        try other.events(2)
        try client.wait { _ in false }
        #expect(client.isOver)
        #expect(client.events.count == 1)
    }

    @Test func aKeyPastItsLastDayToo() throws {
        let program = try TestProgram(Village.registry)
        let client = try program.listen(key: issue(program, expiresOn: "2026-11-20").secret)
        let script = LedgerScript(program.ledger)
        try script.report(1)
        try client.events(1)

        program.clock.advance(seconds: 15 * 3_600)
        try script.report(2)

        try client.wait { _ in false }
        #expect(client.isOver)
        #expect(client.events.count == 1)
    }

    @Test func withoutAnEventTheStreamEndsToo() throws {
        let bench = try FeedBench()
        let counts = Mutex(true)
        let (ends, stays) = (
            StreamClient(try bench.stream { _, _ in counts.withLock(\.self) }), try bench.listen("toets-ander")
        )
        ends.pull()
        bench.feed.dismiss()
        ends.pull()
        #expect(!ends.isOver)

        counts.withLock { $0 = false }
        bench.feed.dismiss()

        try ends.wait { _ in false }
        #expect(ends.isOver)
        stays.pull()
        #expect(!stays.isOver)
    }

    @Test func theFeedLooksByItself() throws {
        let bench = try FeedBench(ticks: true)
        let counts = Mutex(true)
        let client = StreamClient(try bench.stream { _, _ in counts.withLock(\.self) })
        client.pull()
        counts.withLock { $0 = false }
        let start = ContinuousClock.now

        try client.wait { _ in false }

        #expect(client.isOver)
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test func oneKeyTakesNotAllPlaces() throws {
        let bench = try FeedBench(streams: 5, streamsPerKey: 2)
        func open(_ key: String) -> (client: StreamClient?, status: Int, retry: String?) {
            do { return (try bench.listen(key), 200, nil) } catch {
                let problem = error as? Problem
                return (nil, problem?.status.code ?? 0, problem?.fields["Retry-After"])
            }
        }
        let first = (0..<2).map { _ in open("een") }
        #expect(open("een").status == 429)
        #expect(open("een").retry == "10")
        let others = [open("twee"), open("twee"), open("drie")]
        #expect((first + others).allSatisfy { $0.status == 200 })
        #expect(open("vier").status == 503)
        #expect(open("vier").retry == "10")

        first[0].client?.leave()

        #expect(open("vier").status == 200)
        #expect(open("een").status == 200)
    }
}
