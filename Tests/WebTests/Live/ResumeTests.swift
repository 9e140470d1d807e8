import Domain
import Foundation
import Ledger
import Registry
import TestTools
import Testing

@testable import HTTP
@testable import PageReading
@testable import Web

@Suite("Coming back to /v1/changes")
struct ResumeTests {
    @Test(arguments: [Visitor.admin, .coordinator, .policy])
    func fromEveryID(_ visitor: Visitor) throws {
        let directory = TemporaryDirectory()
        var program: TestProgram? = try TestProgram(Village.registry, in: directory)
        let live = try #require(program).listen(as: visitor)
        let script = try LedgerScript(#require(program).ledger)
        // More than one block of the journal.
        for _ in 0..<6 { try script.everything() }
        try live.wait { $0.events.last?.id == 90_001 }
        let all = live.events
        #expect(all.count > 70)

        func check(_ program: TestProgram) throws {
            let between = (1...91).map { $0 * 1_000 }
            for id in [0, 999] + live.ids + between {
                let rest = all.filter { $0.id > id }
                let client = try program.listen(as: visitor, after: id)
                #expect(try client.events(rest.count) == rest, "after \(id)")
                #expect(client.reader.events.isEmpty == rest.isEmpty)
            }
        }
        try check(#require(program))
        live.leave()
        program = nil
        try check(TestProgram(Village.registry, in: directory))
    }

    @Test func afterTheRestartTheOldAndTheNewFollowEachOther() throws {
        let directory = TemporaryDirectory()
        var program: TestProgram? = try TestProgram(Village.registry, in: directory)
        for free in 1...5 { try LedgerScript(#require(program).ledger).report(free) }
        program = nil
        let again = try TestProgram(Village.registry, in: directory)
        let client = try again.listen(after: 2_001)

        try LedgerScript(again.ledger).report(6)

        // The sixth record is that of who looks.
        #expect(try client.events(4).map(\.id) == [3_001, 4_001, 5_001, 7_001])
    }

    @Test func aListenerThatReadsNothingMissesNothing() throws {
        let bench = try FeedBench(events: 8)
        let client = try bench.listen()
        for number in 0..<500 { try bench.script.report(number % 20) }

        #expect(try client.events(500).map(\.id) == (1...500).map { $0 * 1_000 + 1 })
        try bench.script.report(1)
        #expect(try client.events(501).last?.id == 501_001)
    }

    @Test func oldCountsAreSaidToBeOld() throws {
        let program = try TestProgram(Village.registry)
        let (slow, script) = (try program.listen(), LedgerScript(program.ledger))
        try script.report(2)
        program.clock.advance(seconds: 30 * 3_600)

        let late = try program.listen(after: 0)

        for client in [slow, late] {
            #expect(try client.events(1).first?.data.contains(#""freshness":"stale""#) == true)
        }
    }

    @Test func whatCannotBeReadEndsTheStream() throws {
        let bench = try FeedBench(events: 8)
        for number in 0..<20 { try bench.script.report(number) }
        try FileManager.default.removeItem(atPath: bench.directory.path)
        let client = try bench.listen(after: 0)

        try client.wait { _ in false }

        #expect(client.isOver)
        #expect(client.events.isEmpty)
    }

    @Test func servicesTheRegistryDoesNotKnowAreLeftOut() throws {
        let directory = TemporaryDirectory()
        var program: TestProgram? = try TestProgram(Village.registry, in: directory)
        try LedgerScript(#require(program).ledger).reportBoth(3)
        try LedgerScript(#require(program).ledger).report(4)
        program = nil
        let village = try Village.registry
        let smaller = Registry(
            geography: village.geography,
            organizations: village.organizations.filter { $0.id.rawValue == "voorbeeld-ander" },
            coordination: village.coordination, codeLists: village.codeLists, version: "kleiner")

        let again = try TestProgram(smaller, in: directory)
        let client = try again.listen(after: 0)
        try LedgerScript(again.ledger).report(5, on: LedgerScript.other)

        #expect(try client.events(2).map(\.id) == [1_002, 4_001])
    }
}
