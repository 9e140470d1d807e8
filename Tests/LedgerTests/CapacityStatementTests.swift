import Domain
import Ledger
import Testing

@Suite("Capacity statement")
struct CapacityStatementTests {
    @Test(arguments: [(0, 0), (1, 0), (1, 1), (10_000, 10_000), (10_000, 0)])
    func boundsAreIncluded(total: Int, free: Int) throws {
        let statement = try CapacityStatement(total: total, free: free, expectedFreeOn: nil, isPaused: false)

        #expect(statement.total == total)
        #expect(statement.free == free)
    }

    @Test(arguments: [-1, 10_001, Int.min, Int.max])
    func totalOutOfRange(total: Int) {
        #expect(throws: CapacityError.totalOutOfRange(total: total, most: 10_000)) {
            try CapacityStatement(total: total, free: 0)
        }
    }

    @Test(arguments: [-1, 7, Int.min, Int.max])
    func freeOutOfRange(free: Int) {
        #expect(throws: CapacityError.freeOutOfRange(free: free, total: 6)) {
            try CapacityStatement(total: 6, free: free)
        }
    }

    @Test func datesAreThoseThatReadBack() throws {
        let first = try #require(CalendarDate(text: "1900-01-01"))
        let last = try #require(CalendarDate(text: "2199-12-31"))

        for date in [first, last] {
            #expect(try CapacityStatement(total: 1, free: 1, expectedFreeOn: date).expectedFreeOn == date)
        }
        for date in [first, last] {
            #expect(try CapacityStatement(total: 1, free: 1, isPaused: true, pausedUntil: date).pausedUntil == date)
        }
        for days in [first.daysSinceEpoch - 1, last.daysSinceEpoch + 1, Int.min, Int.max] {
            let date = CalendarDate(daysSinceEpoch: days)
            #expect(throws: CapacityError.expectedFreeOnOutOfRange(date)) {
                try CapacityStatement(total: 1, free: 1, expectedFreeOn: date)
            }
            #expect(throws: CapacityError.pausedUntilOutOfRange(date)) {
                try CapacityStatement(total: 1, free: 1, isPaused: true, pausedUntil: date)
            }
        }
    }

    @Test(arguments: [(true, false), (false, true), (true, true)])
    func anEndOrAReasonIsOfAPause(hasEnd: Bool, hasReason: Bool) throws {
        let (until, reason) = (
            hasEnd ? CalendarDate(daysSinceEpoch: 20_000) : nil, hasReason ? PauseReason.illness : nil
        )

        let paused = try CapacityStatement(total: 1, free: 1, isPaused: true, pausedUntil: until, pauseReason: reason)

        #expect(paused.pausedUntil == until && paused.pauseReason == reason)
        #expect(throws: CapacityError.notPaused) {
            try CapacityStatement(total: 1, free: 1, pausedUntil: until, pauseReason: reason)
        }
    }
}
