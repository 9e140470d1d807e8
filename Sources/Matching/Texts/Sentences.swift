package import Domain
import Foundation

/// Says in Dutch or English what the rules found. Texts are made here and only for what is shown; everything below
/// works with codes. They speak of the place, never of the person (rule R20).
///
/// Made once per registry and language: what depends on a code alone is worked out then, for a search may show
/// thousands of them. The API always speaks Dutch.
package final class Sentences: Sendable {
    package let language: Language
    let codes: CodeLists
    let map: Geography
    private let words: InlineWords
    /// What is asked of a circumstance that a place cannot take in, and of one that it takes in consultation.
    private let absoluteQuestions: [String]
    private let conditionalQuestions: [String]
    private let closedTo: [String]

    package init(codes: CodeLists, map: Geography, language: Language = .dutch) {
        (self.codes, self.map, self.language) = (codes, map, language)
        let words = InlineWords(codes, language)
        let isDutch = language == .dutch
        self.words = words
        absoluteQuestions = Circumstance.allCases.map { circumstance in
            let word = words.inline(circumstance)
            return isDutch ? "Vraag na: \(word). Dat kan hier niet." : "Ask about: \(word). That is not possible here."
        }
        conditionalQuestions = Circumstance.allCases.map { circumstance in
            let word = words.inline(circumstance)
            return isDutch
                ? "Vraag na: \(word). Dat kan hier in overleg."
                : "Ask about: \(word). That is possible here after consultation."
        }
        closedTo = Circumstance.allCases.map { circumstance in
            let word = words.inline(circumstance)
            return isDutch
                ? "Deze plek kan nu geen opvang bieden bij: \(word)."
                : "This place cannot offer shelter now in case of: \(word)."
        }
    }

    /// The one of the two that is the language of these sentences. Only that one is put together.
    func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        language == .dutch ? dutch() : english()
    }

    func label<Kind: Code>(_ code: Kind) -> String { codes.label(code, in: language) }

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
        return words.dropLast().joined(separator: ", ") + say(" en ", " and ") + last
    }

    /// The name of a province or municipality; provinces have English names too.
    func name(of area: Area) -> String {
        switch area {
        case .province(let province):
            say(map.province(province)?.name ?? province.rawValue, label(province))
        case .municipality(let municipality): map.municipality(municipality)?.name ?? municipality.rawValue
        }
    }
}

/// The labels as they stand inside sentences, by list and number of the code.
private struct InlineWords {
    private let codes: CodeLists
    private let language: Language
    private let labels: [ObjectIdentifier: [String]]

    init(_ codes: CodeLists, _ language: Language) {
        (self.codes, self.language) = (codes, language)
        func labels<Kind: Code>(_ kind: Kind.Type) -> (ObjectIdentifier, [String]) {
            (ObjectIdentifier(kind), kind.allCases.map { Self.inline(codes.label($0, in: language)) })
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
        labels[ObjectIdentifier(Kind.self)]?[code.number] ?? Self.inline(codes.label(code, in: language))
    }

    private static func inline(_ label: String) -> String {
        let second = label.dropFirst().first
        guard let first = label.first, !(second?.isUppercase ?? false) else { return label }
        return first.lowercased() + label.dropFirst()
    }
}
