import Foundation

/// ISO 639 codes: two or three lower-case letters. Which of them exist is not ours to keep.
package enum LanguageCode {
    package static func isWellFormed(_ text: String) -> Bool {
        (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
}
