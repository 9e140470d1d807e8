package import Domain
import Foundation

/// What the journal has told of an access key.
package struct KeyMark: Hashable, Sendable {
    package var isRevoked: Bool
    /// The last day on which it is valid, as told last; `nil` where it has no end, or none was told.
    package var lastDay: CalendarDate?

    package init(isRevoked: Bool = false, lastDay: CalendarDate? = nil) {
        (self.isRevoked, self.lastDay) = (isRevoked, lastDay)
    }
}

extension [String: KeyMark] {
    /// Takes in what a record tells of a key.
    mutating func take(_ note: AccessNote?, of kind: RecordKind) {
        guard let note, let key = note.keyID else { return }
        if kind.beginsKey { self[key] = KeyMark(lastDay: note.lastDay) }
        if kind == .keyRevoked { self[key, default: KeyMark()].isRevoked = true }
        if kind == .keyChanged { self[key, default: KeyMark()].lastDay = note.lastDay }
    }
}
