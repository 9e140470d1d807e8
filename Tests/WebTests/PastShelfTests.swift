import Dispatch
import Domain
import Foundation
import HTTP
import Ledger
import Synchronization
import TestTools
import Testing

@testable import Web

@Suite("Days that are over, read beside the requests")
struct PastShelfTests {
    /// A village with a count on each of its first days.
    private static func program(days: Int) throws -> TestProgram {
        let program = try TestProgram(Village.registry)
        var script = LedgerScript(program.ledger)
        for day in 0..<days {
            script.moment = TestClock.start + Double(day) * 86_400
            try script.report(day + 2)
        }
        program.clock.advance(seconds: Double(days) * 86_400)
        return program
    }

    private static func shelf(_ program: TestProgram) -> PastShelf {
        PastShelf(program.ledger, reader: AuditReader(program.ledger))
    }

    private static func date(_ day: Int) -> CalendarDate { DutchTime.today(TestClock.start).adding(days: day) }

    /// In one word.
    private static func word(_ finding: PastShelf.Finding) -> String {
        switch finding {
        case .day(let day): "day \(day.snapshot.state.capacity(of: LedgerScript.visible)?.capacity.free ?? -1)"
        case .nothing(let begin): "nothing before \(begin?.text ?? "the end")"
        case .busy: "busy"
        case .unreadable: "unreadable"
        }
    }

    /// Asks and waits.
    private static func ask(_ shelf: PastShelf, _ day: Int, _ program: TestProgram) throws -> String {
        let snapshot = SnapshotBoard(registry: program.registry, ledger: program.ledger).current
        let arrived = DispatchSemaphore(value: 0)
        let found = Mutex<String?>(nil)
        shelf.find(date(day), for: "een", files: snapshot) { finding in
            found.withLock { $0 = word(finding) }
            arrived.signal()
        }
        arrived.wait()
        return try #require(found.withLock { $0 })
    }

    @Test func eachDayHasTheCountOfItsEnd() throws {
        let program = try Self.program(days: 6)
        let shelf = Self.shelf(program)

        // More days than are kept, and some of them again.
        for day in [3, 0, 5, 1, 4, 2, 2, 3, 0] { #expect(try Self.ask(shelf, day, program) == "day \(day + 2)") }
        #expect(try Self.ask(shelf, -1, program) == "nothing before 2026-11-20")
    }

    @Test func anEmptyJournalHasNoPast() throws {
        let program = try TestProgram(Village.registry)

        #expect(try Self.ask(Self.shelf(program), -1, program) == "nothing before the end")
    }

    @Test func aJournalThatIsGoneIsTold() throws {
        let program = try Self.program(days: 2)
        let shelf = Self.shelf(program)
        let first = try Self.ask(shelf, 0, program)
        try FileManager.default.removeItem(atPath: program.directory.path + "/journal.jsonl")

        #expect(first == "day 2")
        // What was read before needs no journal.
        #expect(try Self.ask(shelf, 0, program) == "day 2")
        #expect(try Self.ask(shelf, 1, program) == "unreadable")
    }

    /// While one day is read nobody else waits, and few can wait for another.
    @Test func fewMayWaitAndNobodyElseDoes() throws {
        let program = try Self.program(days: 12)
        let shelf = Self.shelf(program)
        let snapshot = SnapshotBoard(registry: program.registry, ledger: program.ledger).current
        let (isHeld, goOn, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchGroup())
        let found = Mutex<[String]>([])
        func find(_ day: Int, _ key: String) {
            done.enter()
            shelf.find(Self.date(day), for: key, files: snapshot) { finding in
                found.withLock { $0.append("\(key) \(Self.word(finding))") }
                done.leave()
            }
        }
        // Holds the queue: no later day can be read until it goes on.
        shelf.find(Self.date(0), for: "eerste", files: snapshot) { _ in
            isHeld.signal()
            goOn.wait()
        }
        isHeld.wait()

        for day in 1...3 { find(day, "een") }
        // What is kept, and what is before the journal, is told at once.
        find(0, "een")
        find(-1, "een")
        #expect(found.withLock { $0 } == ["een busy", "een day 2", "een nothing before 2026-11-20"])
        for (index, key) in ["twee", "drie", "vier", "vijf"].enumerated() {
            find(4 + index, key)
            find(5 + index, key)
        }
        #expect(found.withLock { $0.dropFirst(3) } == ["vijf busy", "vijf busy"])
        // Pages of today are answered meanwhile.
        #expect(try program.page("/gaten").status == .ok)
        goOn.signal()
        done.wait()

        #expect(found.withLock { $0.count { $0.contains("day") } } == 1 + PastShelf.mostWaiting)
        #expect(try Self.ask(shelf, 11, program) == "day 13")
    }
}
