import Domain
import Foundation
import Hypertext
import Matching

/// What does not fit and why: how many places each reason shuts, what would open more, and on request every place by
/// name (screen S7; feature F05).
struct LeftOut: Sendable {
    let outcome: Outcome

    private var call: PageCall { outcome.call }
    private var say: Words { outcome.say }

    /// The field that asks for every place by name.
    static let field = "pastNiet"

    func html() -> HTML {
        let result = outcome.result
        let title = "\(say("Past niet", "Does not fit")) (\(result.excludedTotal))"
        let isAsked = call.values.has(Self.field, "alle")
        return .element(
            "details", ["class": "ok-section ok-left-out", "open": isAsked ? "" : nil],
            .element("summary", [:], .element("h2", ["class": "nl-heading"], .text(title))),
            .element(
                "div", ["id": "past-niet", "class": "ok-section-body"],
                .paragraph(
                    say(
                        "Waarom plekken niet passen. Een plek kan meer redenen hebben.",
                        "Why places do not fit. A place can have more than one reason.")),
                .list(result.excludedSummary.map(reason), class: "ok-why-not"), closed,
                outcome.hasPlace ? blockers.otherwise() : .empty,
                isAsked ? .list(result.excluded.map(place), class: "ok-excluded") : button))
    }

    /// Rule R11: without a court authorisation closed youth care is never an answer, and that is told.
    private var closed: HTML {
        guard outcome.profile.isMinor, !outcome.profile.courtAuthorisation else { return .empty }
        return .paragraph(
            say(
                "Gesloten jeugdhulp tonen we niet. Dat kan alleen als de kinderrechter het heeft bepaald.",
                "We do not show closed youth care. That is only possible if the juvenile court has decided so."))
    }

    private var button: HTML {
        guard outcome.result.excludedTotal > 0 else { return .empty }
        return .element(
            "p", [:],
            .element(
                "button",
                [
                    "class": "nl-button nl-button--secondary", "type": "submit", "form": AnswersForm.id,
                    "name": Self.field, "value": "alle",
                ],
                .text(
                    say(
                        "Toon alle plekken die niet passen, met de reden",
                        "Show all places that do not fit, with the reason"))))
    }

    private var blockers: BlockerView {
        BlockerView(
            blockers: outcome.result.blockers, profile: outcome.profile, sentences: outcome.sentences, say: say)
    }

    private func reason(_ count: ExclusionCount) -> HTML {
        let places = count.services == 1 ? say("1 plek", "1 place") : "\(count.services) \(say("plekken", "places"))"
        return .text("\(label(count.exclusion)): \(places)")
    }

    private func label(_ exclusion: Exclusion) -> String {
        if case .contraIndication(let circumstance) = exclusion { return call.label(circumstance) }
        return call.label(exclusion.kind)
    }

    private func place(_ assessment: Assessment) -> HTML {
        let service = assessment.place.service
        let texts = assessment.exclusionList.map { exclusion in
            paused(exclusion, service)
                ?? outcome.sentences.text(of: exclusion, at: assessment.place, for: outcome.profile)
        }
        let head = "\(Outcome.name(of: service)), \(call.label(service.site.province)): "
        return .joined([.strong(head, lang: say.ofNames), .text(texts.joined(separator: " "))])
    }

    /// Until when and why, for who may see counts; otherwise the reason is told as any other.
    private func paused(_ exclusion: Exclusion, _ service: Service) -> String? {
        guard case .paused = exclusion, let pause = PauseWords(call.view(of: service).capacity, call),
            let known = pause.known
        else { return nil }
        return [known + ".", pause.over].compactMap { $0 }.joined(separator: " ")
    }
}
