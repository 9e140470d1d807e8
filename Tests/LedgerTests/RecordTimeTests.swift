import Foundation
import TestTools
import Testing

@testable import Ledger

@Suite("Time of a record")
struct RecordTimeTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (1, "1970-01-01T00:00:00.001Z"),
            (1_795_161_600_070, "2026-11-20T08:00:00.070Z"), (7_258_118_399_999, "2199-12-31T23:59:59.999Z"),
        ] as [(Int64, String)])
    func textReadsBack(milliseconds: Int64, text: String) throws {
        let time = try #require(RecordTime(text: text))

        #expect(time.milliseconds == milliseconds)
        #expect(time.text == text)
        #expect(RecordTime(time.date) == time)
    }

    @Test(arguments: [
        "", "2026-11-20T08:00:00Z", "2026-11-20T08:00:00.1Z", "2026-11-20T08:00:00.1234Z", "2026-11-20T08:00:00.12aZ",
        "2026-11-20T08:00:00.123z", "2026-02-30T08:00:00.123Z", "1969-12-31T23:59:59.999Z", "2200-01-01T00:00:00.000Z",
    ])
    func otherTextIsRefused(text: String) {
        #expect(RecordTime(text: text) == nil)
    }

    @Test(arguments: [-0.001, 7_258_118_400, .infinity, -.infinity, .nan, 1e300])
    func otherMomentIsRefused(seconds: Double) {
        #expect(RecordTime(Date(timeIntervalSince1970: seconds)) == nil)
    }

    /// What is replayed must be what was shown before: the date from the text is the date that was kept.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func everyMillisecondSurvives(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let date = Date(timeIntervalSince1970: Double.random(in: 0..<7_258_118_400, using: &random))
            let time = RecordTime(date)
            #expect(time.flatMap { RecordTime(text: $0.text) } == time)
            #expect(time.flatMap { RecordTime($0.date) } == time)
        }
    }
}
