import Domain
import Foundation
import TestTools
import Testing

@testable import Web

/// The clock on the pages beside the one of Foundation.
@Suite("Moments in Dutch time")
struct DutchTimeTests {
    private static func naive(_ locale: String, _ separator: String) -> DateFormatter {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: locale)
        formatter.timeZone = TimeZone(identifier: DutchTime.zoneName)
        formatter.dateFormat = "HH'\(separator)'mm"
        return formatter
    }

    private func expectTheClock(at moments: [Date]) {
        let (dutch, english) = (Self.naive("nl_NL", "."), Self.naive("en_GB", ":"))
        for moment in moments {
            #expect(DutchTime.clock(moment) == "\(dutch.string(from: moment)) uur", "\(moment)")
            #expect(DutchTime.clock(moment, in: .english) == english.string(from: moment), "\(moment)")
        }
    }

    /// Before and after the clock is set, and around midnight there, to the second.
    @Test(arguments: [
        "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", "2026-01-14T23:00:00Z", "2026-07-14T22:00:00Z",
        "1969-12-31T23:00:00Z", "1937-06-30T22:00:00Z",
    ])
    func theClockAround(_ text: String) throws {
        let moment = try Date(text, strategy: .iso8601)
        expectTheClock(
            at: [-7_201, -3_601, -61, -60, -59, -1, -0.25, 0, 0.25, 1, 59, 60, 3_599, 3_600].map(
                moment.addingTimeInterval))
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func theClockAtAnyMoment(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        expectTheClock(
            at: (0..<40).map { _ in Date(timeIntervalSince1970: .random(in: -1e9...4e9, using: &random)) })
    }
}
