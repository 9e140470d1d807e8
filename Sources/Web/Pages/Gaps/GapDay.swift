import Domain
import Foundation

/// The day for which the gaps are looked at (screen S14).
enum GapDay: Hashable, Sendable {
    case today
    /// A day to come: what is known now of the supply of then.
    case later(CalendarDate)
    /// A day that is over: what stood at its end.
    case past(CalendarDate)

    init(_ day: CalendarDate?, today: CalendarDate) {
        switch day {
        case let day? where day > today: self = .later(day)
        case let day? where day < today: self = .past(day)
        case _?, nil: self = .today
        }
    }

    /// `nil` for today, which stands in no address.
    var date: CalendarDate? {
        switch self {
        case .today: nil
        case .later(let day), .past(let day): day
        }
    }

    var isLater: Bool { if case .later = self { true } else { false } }
    var isPast: Bool { if case .past = self { true } else { false } }

    /// Days ahead that can be asked for, ten years: beyond that somebody mistyped.
    static let mostDays = 3_653

    enum Fault: Error, Hashable, Sendable {
        /// No day at all.
        case unreadable
        case tooFar
        /// The journal has nothing of it; with the day on which it begins, where it has begun.
        case beforeRecords(CalendarDate?)
    }

    /// The last moment of a day, in whole milliseconds.
    static func end(of day: CalendarDate) -> Date {
        DutchTime.start(of: day.adding(days: 1)).addingTimeInterval(-0.001)
    }
}
