package import Domain
import Foundation
package import Matching

/// What the cells of the gap matrix show (screen S14, "Kijk naar").
package enum GapMeasure: Hashable, Sendable {
    /// All places there are.
    case total
    /// Those that are free; only for who signed in.
    case free
    /// Those whose money ends within twelve months, or has ended.
    case ending
    /// Those without aftercare.
    case withoutAftercare
    /// Those that only take people from their own region.
    case ownRegion
    /// Those that do not take the group for this reason and no other.
    case excluded(ExclusionKind)

    /// As it stands in an address.
    package var code: String {
        switch self {
        case .total: "totaal"
        case .free: "vrij"
        case .ending: "eindigt"
        case .withoutAftercare: "nazorg"
        case .ownRegion: "regio"
        case .excluded(let kind): kind.rawValue
        }
    }

    package init?(code: String) {
        guard let measure = Self.all.first(where: { $0.code == code }) else { return nil }
        self = measure
    }

    /// In the order in which one can choose. Of the reasons those that a group can meet: the others need a wish, a
    /// danger or a person's own place.
    package static let all: [GapMeasure] =
        [.total, .free, .ending, .withoutAftercare, .ownRegion]
        + [
            .age, .gender, .household, .sonsAge, .capacityTooSmall, .residence, .formNotServed, .notTargetGroup,
            .contraIndication, .closedNeedsCourtOrder, .paused,
        ].map { .excluded($0) }

    /// Whether it counts some of the places that take the group, and not others.
    package var isPart: Bool {
        switch self {
        case .ending, .withoutAftercare, .ownRegion: true
        case .total, .free, .excluded: false
        }
    }

    /// Whether `found` is one of the places it counts: of those that take the group, or of those that do not.
    package func isMet(by found: Assessment, on today: CalendarDate) -> Bool {
        let service = found.place.service
        return switch self {
        case .total, .free: found.exclusions.isEmpty
        case .ending: found.exclusions.isEmpty && service.fundingEnds(within: 12, monthsOf: today)
        case .withoutAftercare: found.exclusions.isEmpty && service.aftercare == .no
        case .ownRegion: found.exclusions.isEmpty && !service.isOpenToAllProvinces
        case .excluded(let kind): found.exclusions.count > 0 && found.exclusions.allSatisfy { $0.kind == kind }
        }
    }
}

extension Service {
    /// Whether the money is stated to end by the same day so many months on; also where that day has passed.
    package func fundingEnds(within months: Int, monthsOf today: CalendarDate) -> Bool {
        fundingEndsOn.map { $0 <= today.adding(months: months) } ?? false
    }

    /// Whether the money is stated to end before that day; on its last day a place is still paid.
    package func fundingEnds(before day: CalendarDate) -> Bool { fundingEndsOn.map { $0 < day } ?? false }
}

extension CalendarDate {
    /// The same day so many months later, or the last of that month where it is shorter.
    package func adding(months: Int) -> CalendarDate {
        let (year, month, day) = civil
        let count = year * 12 + month - 1 + months
        for last in stride(from: day, through: max(1, day - 3), by: -1) {
            if let date = CalendarDate(year: count / 12, month: count % 12 + 1, day: last) { return date }
        }
        return adding(days: months * 30)
    }
}
