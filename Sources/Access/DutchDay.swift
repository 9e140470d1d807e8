import Domain
import Foundation

/// Tells on which day a moment falls in Europe/Amsterdam.
struct DutchDay: Sendable {
    private let zone: TimeZone

    static let zoneName = "Europe/Amsterdam"

    /// - Throws: ``KeyStoreError/missingTimeZone(_:)`` on a system without zone data; never a wrong zone instead.
    init() throws(KeyStoreError) {
        guard let zone = TimeZone(identifier: Self.zoneName) else { throw .missingTimeZone(Self.zoneName) }
        self.zone = zone
    }

    /// The day on the calendar there, whatever the offset is at that moment.
    func callAsFunction(_ moment: Date) -> CalendarDate {
        CalendarDate(moment.addingTimeInterval(TimeInterval(zone.secondsFromGMT(for: moment))))
    }
}
