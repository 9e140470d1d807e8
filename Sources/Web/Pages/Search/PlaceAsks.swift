import Domain
import Foundation
import Hypertext
import Matching

/// What to clear and to ask before a place is certain: conditions always, questions up to a few, the rest folded.
struct PlaceAsks: Sendable {
    let outcome: Outcome
    let placement: Placement

    /// How many questions stand open.
    static let most = 3

    private var say: Words { outcome.say }

    func html() -> HTML {
        let (first, rest) = items()
        guard !first.isEmpty else { return .empty }
        let more: HTML =
            rest.isEmpty
            ? .empty
            : .details(
                say("Nog \(rest.count) dingen om na te vragen", "\(rest.count) more things to ask"),
                class: "ok-more-asks", [.list(rest)])
        return .joined([
            .heading(4, say("Nog navragen", "Still to ask")), .list(first, class: "ok-asks"), more,
        ])
    }

    /// In words without markup, for print: the conditions, and the first questions.
    func texts(atMost most: Int) -> [String] {
        let service = placement.service
        let conditions = placement.assessment.conditionList.map { outcome.sentences.text(of: $0, at: service) }
        let questions = placement.assessment.questions.map { outcome.sentences.text(of: $0, at: service) }
        return conditions + questions.prefix(max(0, most - conditions.count))
    }

    private func items() -> (first: [HTML], rest: [HTML]) {
        let (service, assessment) = (placement.service, placement.assessment)
        let conditions = assessment.conditionList.map { condition -> HTML in
            let words = outcome.sentences.words(of: condition, at: service)
            let own: HTML = words.own.map { .joined([" ", .dutch($0, on: say)]) } ?? .empty
            return .joined([.strong(words.text), own])
        }
        let questions = assessment.questions.map { HTML.text(outcome.sentences.text(of: $0, at: service)) }
        // One that is left is no reason to fold.
        let shown = questions.count <= Self.most + 1 ? questions.count : Self.most
        return (conditions + questions.prefix(shown), Array(questions.dropFirst(shown)))
    }
}
