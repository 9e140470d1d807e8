import Access
import Domain
import Foundation
import TestTools
import Testing

@Suite("Last day of a key, Europe/Amsterdam")
struct KeyExpiryTests {
    /// The last moment of a day in the Netherlands, written in UTC; summer time begins and ends on two of them.
    @Test(arguments: [
        ("2026-11-20", "2026-11-20T22:59:59.999Z"),
        ("2026-07-01", "2026-07-01T21:59:59.999Z"),
        ("2026-03-28", "2026-03-28T22:59:59.999Z"),
        ("2026-03-29", "2026-03-29T21:59:59.999Z"),
        ("2026-10-24", "2026-10-24T21:59:59.999Z"),
        ("2026-10-25", "2026-10-25T22:59:59.999Z"),
        ("2026-12-31", "2026-12-31T22:59:59.999Z"),
    ])
    func validThroughThatDay(day: String, last: String) throws {
        let directory = TemporaryDirectory()
        let store = try KeyStore(directory: directory.path)
        let date = try #require(CalendarDate(text: day))
        let end = try #require(Timestamp.date(last))
        var random = SystemRandomNumberGenerator()

        let issued = try store.issue(role: .policy, expiresOn: date, at: end, using: &random)

        #expect(issued.key.expiresOn == date)
        #expect(store.principal(for: issued.secret, at: end) != nil)
        #expect(store.principal(for: issued.secret, at: end.addingTimeInterval(-86_400)) != nil)
        #expect(store.principal(for: issued.secret, at: end.addingTimeInterval(0.001)) == nil)
        #expect(store.principal(for: issued.secret, at: end.addingTimeInterval(3_600)) == nil)
        #expect(throws: KeyStoreError.alreadyExpired(date)) {
            try store.issue(role: .policy, expiresOn: date, at: end.addingTimeInterval(0.001), using: &random)
        }
    }

    @Test func keyWithoutLastDayDoesNotEnd() throws {
        let directory = TemporaryDirectory()
        let store = try KeyStore(directory: directory.path)
        var random = SystemRandomNumberGenerator()

        let issued = try store.issue(role: .policy, at: Date(timeIntervalSince1970: 0), using: &random)

        #expect(store.principal(for: issued.secret, at: Date(timeIntervalSince1970: 7e9)) != nil)
    }
}
