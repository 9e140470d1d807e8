import Domain
import Foundation
import Hypertext
import Registry

/// A service in a list: what it is, for whom, how to register, and when that was checked (screen S2).
struct ServiceItemView: Sendable {
    let call: PageCall
    let view: ServiceView
    let checkedOn: CalendarDate?

    func html() -> HTML {
        let words = call.words(of: view)
        return .element(
            "li", ["class": "ok-item"],
            .element(
                "p", ["class": "ok-item-name"],
                .link(words.fullName, call.href("/diensten/\(view.id.rawValue)"), lang: call.say.ofNames)),
            .element("ul", ["class": "ok-badges"], words.badges.map { .element("li", [:], $0) }),
            .element("p", [:], .text(words.admission.forWhom.prefix(2).joined(separator: " "))),
            .element("p", ["class": "ok-item-meta"], meta(words)))
    }

    private func meta(_ words: ServiceWords) -> [HTML] {
        let route = words.routes.map { call.say("Aanmelden: ", "To register: ") + $0 + "." }
        let checked = checkedOn.map { day in
            call.say("Nagekeken op", "Checked on") + " " + DutchTime.day(day, in: call.language) + "."
        }
        let phone: [HTML] = (view.referral?.phone).map { [.phone($0), ". "] } ?? []
        return [route.map { .text($0 + " ") } ?? .empty] + phone + [.text(checked ?? "")]
    }
}

extension PageCall {
    /// What is told of a service in the language of the page.
    func words(of view: ServiceView) -> ServiceWords {
        let namesakes = registry.organization(view.organization)?.services.count { $0.name == view.name } ?? 1
        return ServiceWords(
            view: view, codes: registry.codeLists, map: registry.geography, language: language,
            isOneOfMore: namesakes > 1)
    }

    /// Text as the registry has it, which is Dutch: on an English page it says so.
    func asWritten(_ text: String) -> HTML { .dutch(text, on: say) }

    /// What stands where nothing was stated: never nothing.
    var notStated: HTML {
        .element("span", ["class": "ok-not-stated"], .text(say("Nog niet opgegeven.", "Not stated yet.")))
    }
}
