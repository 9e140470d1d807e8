import Domain
import Foundation
import Testing

@testable import Web

@Suite("Days and moments in both languages")
struct TimeWordsTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let moment: String
        let dutch: String
        let english: String
        var testDescription: String { moment }
    }

    private func words(_ language: Language, at now: String) throws -> TimeWords {
        TimeWords(say: Words(language: language), now: try #require(Timestamp.date(now)))
    }

    /// Now: Friday 20 November 2026, 09.00 hours.
    private static let now = "2026-11-20T08:00:00Z"

    @Test(arguments: [
        Example(moment: "2026-11-20T14:10:00Z", dutch: "15.10 uur", english: "15:10"),
        Example(moment: "2026-11-20T22:59:00Z", dutch: "23.59 uur", english: "23:59"),
        Example(moment: "2026-11-20T23:00:00Z", dutch: "morgen 00.00 uur", english: "00:00 tomorrow"),
        Example(
            moment: "2026-11-23T07:05:00Z", dutch: "maandag 23 november, 08.05 uur",
            english: "08:05 on Monday 23 November"),
    ])
    func toCome(_ example: Example) throws {
        let moment = try #require(Timestamp.date(example.moment))

        #expect(try words(.dutch, at: Self.now).by(moment) == example.dutch)
        #expect(try words(.english, at: Self.now).by(moment) == example.english)
    }

    @Test(arguments: [
        Example(
            moment: "2026-11-20T07:30:00Z", dutch: "zojuist bevestigd (08.30 uur)",
            english: "confirmed just now (08:30)"),
        Example(
            moment: "2026-11-20T07:00:00Z", dutch: "bevestigd: vandaag 08.00 uur", english: "confirmed: today 08:00"),
        Example(
            moment: "2026-11-19T19:00:00Z", dutch: "bevestigd: gisteren 20.00 uur",
            english: "confirmed: yesterday 20:00"),
        Example(
            moment: "2026-11-16T19:00:00Z", dutch: "bevestigd: maandag 16 november, 20.00 uur",
            english: "confirmed: Monday 16 November, 20:00"),
    ])
    func confirmed(_ example: Example) throws {
        let moment = try #require(Timestamp.date(example.moment))

        #expect(try words(.dutch, at: Self.now).confirmed(moment) == example.dutch)
        #expect(try words(.english, at: Self.now).confirmed(moment) == example.english)
    }

    /// The clock goes back on 25 October and on again on 29 March; days are days all the same.
    @Test(arguments: [
        ("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "02.30 uur"),
        ("2026-10-24T21:30:00Z", "2026-10-24T22:30:00Z", "morgen 00.30 uur"),
        ("2026-03-28T23:30:00Z", "2026-03-29T01:30:00Z", "03.30 uur"),
    ])
    func clockChanges(_ now: String, _ moment: String, _ expected: String) throws {
        #expect(try words(.dutch, at: now).by(try #require(Timestamp.date(moment))) == expected)
    }

    @Test(arguments: [
        (3_600.0, "Nog 60 minuten"), (3_599, "Nog 59 minuten"), (120, "Nog 2 minuten"), (119, "Nog 1 minuut"),
        (59, "Nog minder dan 1 minuut"), (0, "Nog minder dan 1 minuut"), (-5, "Nog minder dan 1 minuut"),
    ])
    func left(_ seconds: Double, _ expected: String) throws {
        let words = try words(.dutch, at: Self.now)

        #expect(words.left(until: words.now.addingTimeInterval(seconds)) == expected)
    }
}
