import Domain
import Foundation
import Hypertext
import Matching

/// Which answers keep most places shut, as sentences (screen S7).
struct BlockerView: Sendable {
    let blockers: [Blocker]
    let profile: Profile
    let sentences: Sentences
    let say: Words

    /// How many are told where nothing fits, and how many otherwise.
    static let (mostWhereNothingFits, mostOtherwise) = (2, 5)

    /// Where nothing fits: the criteria that exclude most.
    func whereNothingFits() -> HTML {
        list(
            say("Kijk welke antwoorden de meeste plekken uitsluiten:", "See which answers shut out most places:"),
            most: Self.mostWhereNothingFits)
    }

    func otherwise() -> HTML {
        list(say("Wat meer plekken zou geven:", "What would give more places:"), most: Self.mostOtherwise)
    }

    /// Those that open most come first, single reasons before pairs.
    private func list(_ title: String, most: Int) -> HTML {
        guard !blockers.isEmpty else {
            return .element(
                "p", [:],
                .text(say("Kijk of een antwoord anders kan.", "See whether an answer can be different.")))
        }
        let texts = blockers.prefix(most).map { sentences.text(of: $0, for: profile) }
        return .joined([
            .element("p", [:], .text(title)),
            .element("ul", ["class": "ok-blockers"], texts.map { .element("li", [:], .text($0)) }),
        ])
    }
}
