package import Domain
import Foundation

/// Says in Dutch what the rules found. Texts are made here and only for what is shown; everything below works
/// with codes. They speak of the place, never of the person (rule R20).
///
/// Made once per registry: what depends on a code alone is worked out then, for a search may show thousands of them.
package final class Sentences: Sendable {
    let codes: CodeLists
    let map: Geography
    private let words: Words
    /// What is asked of a circumstance that a place cannot take in, and of one that it takes in consultation.
    private let absoluteQuestions: [String]
    private let conditionalQuestions: [String]
    private let closedTo: [String]

    package init(codes: CodeLists, map: Geography) {
        (self.codes, self.map) = (codes, map)
        let words = Words(codes)
        self.words = words
        absoluteQuestions = Circumstance.allCases.map { "Vraag na: \(words.inline($0)). Dat kan hier niet." }
        conditionalQuestions = Circumstance.allCases.map { "Vraag na: \(words.inline($0)). Dat kan hier in overleg." }
        closedTo = Circumstance.allCases.map { "Deze plek kan nu geen opvang bieden bij: \(words.inline($0))." }
    }

    /// A label inside a sentence: without its capital, unless the word is an abbreviation.
    func inline<Kind: Code>(_ code: Kind) -> String { words.inline(code) }

    /// What to ask of `circumstance` at a place to which it is as `hardness` says.
    func question(_ circumstance: Circumstance, _ hardness: Hardness?) -> String {
        hardness == .absolute ? absoluteQuestions[circumstance.number] : conditionalQuestions[circumstance.number]
    }

    func closed(to circumstance: Circumstance) -> String { closedTo[circumstance.number] }

    /// `een`, `een en twee`, `een, twee en drie`.
    func joined(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " en " + last
    }
}

/// The labels as they stand inside sentences, by list and number of the code.
private struct Words {
    private let codes: CodeLists
    private let labels: [ObjectIdentifier: [String]]

    init(_ codes: CodeLists) {
        self.codes = codes
        func labels<Kind: Code>(_ kind: Kind.Type) -> (ObjectIdentifier, [String]) {
            (ObjectIdentifier(kind), kind.allCases.map { Self.inline(codes.label($0)) })
        }
        self.labels = Dictionary(
            [
                labels(Circumstance.self), labels(ShelterKind.self), labels(SpecialTarget.self),
                labels(Restriction.self), labels(SecurityLevel.self), labels(AccessDecision.self),
                labels(ExploitationForm.self),
            ], uniquingKeysWith: { first, _ in first })
    }

    /// Lists that are left out above stand in few sentences, and are looked up each time.
    func inline<Kind: Code>(_ code: Kind) -> String {
        labels[ObjectIdentifier(Kind.self)]?[code.number] ?? Self.inline(codes.label(code))
    }

    private static func inline(_ label: String) -> String {
        let second = label.dropFirst().first
        guard let first = label.first, !(second?.isUppercase ?? false) else { return label }
        return first.lowercased() + label.dropFirst()
    }
}
