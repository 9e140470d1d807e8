package import Domain
import Foundation

/// What one record did to the rules of one service: what stood and what stands, or that both are the same still.
package struct RulesChange: Hashable, Sendable {
    package let service: ServiceID
    /// The version that stands afterwards.
    package let version: Int
    /// The day on which the rules were looked at, in the Netherlands.
    package let reviewedOn: CalendarDate
    /// All of the rules before and after; `nil` where somebody only found that they are still right.
    package let sets: Sets?

    package struct Sets: Hashable, Sendable {
        package let before: AdmissionRules
        package let after: AdmissionRules

        package init(before: AdmissionRules, after: AdmissionRules) { (self.before, self.after) = (before, after) }
    }

    init(service: ServiceID, version: Int, reviewedOn: CalendarDate, sets: Sets? = nil) {
        (self.service, self.version, self.reviewedOn, self.sets) = (service, version, reviewedOn, sets)
    }

    /// Whether a record of this kind may say what it says.
    func fits(_ kind: RecordKind) -> Bool { (sets != nil) == (kind == .admissionChanged) }

    /// Whether a reader takes it.
    var isPossible: Bool {
        version >= 1 && CalendarDate(text: reviewedOn.text) == reviewedOn
            && (sets.map { $0.before.arePossible && $0.after.arePossible } ?? true)
    }
}
