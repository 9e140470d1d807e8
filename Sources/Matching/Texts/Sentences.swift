package import Domain
import Foundation

/// Says in Dutch what the rules found. Texts are made here and only for what is shown; everything below works
/// with codes. They speak of the place, never of the person (rule R20).
package struct Sentences: Sendable {
    let codes: CodeLists
    let map: Geography

    package init(codes: CodeLists, map: Geography) {
        (self.codes, self.map) = (codes, map)
    }

    /// A label inside a sentence: without its capital, unless the word is an abbreviation.
    func inline<Kind: Code>(_ code: Kind) -> String {
        let label = codes.label(code)
        let second = label.dropFirst().first
        guard let first = label.first, !(second?.isUppercase ?? false) else { return label }
        return first.lowercased() + label.dropFirst()
    }

    /// `een`, `een en twee`, `een, twee en drie`.
    func joined(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " en " + last
    }
}
