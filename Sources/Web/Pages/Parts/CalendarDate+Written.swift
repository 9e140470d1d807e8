import Domain
import Foundation

extension CalendarDate {
    /// A day from a form: `2026-11-30`, as fields for a day send it, or `30-11-2026`, as people write it in browsers
    /// that have no such field.
    init?(written text: String) {
        if let day = CalendarDate(text: text) {
            self = day
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy(Self.isShortNumber), let day = Int(parts[0]),
            let month = Int(parts[1]),
            let year = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func isShortNumber(_ text: Substring) -> Bool {
        (1...4).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
