import Foundation

/// A circumstance that a place cannot take in, or only in consultation (domain section 3.3).
package struct ContraIndication: Hashable, Sendable {
    package let circumstance: Circumstance
    package let hardness: Hardness
    /// Under which condition it is possible, in the words of the place; only with `.conditional`.
    package let condition: String?
    package let since: CalendarDate?
    /// The function of who changed it last, never a name.
    package let editedBy: String?

    package init(
        _ circumstance: Circumstance, _ hardness: Hardness, condition: String? = nil, since: CalendarDate? = nil,
        editedBy: String? = nil
    ) {
        (self.circumstance, self.hardness, self.condition) = (circumstance, hardness, condition)
        (self.since, self.editedBy) = (since, editedBy)
    }
}
