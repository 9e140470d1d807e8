import Coverage
import Domain
import Foundation
import Hypertext
import Registry

/// For whom is there a place where? A choice of examples, the municipalities as dots, and the same as lists.
struct CoverageView: Sendable {
    let call: PageCall
    let views: MapViews
    /// The example that was chosen, with what it finds; `nil` before a choice.
    let found: (reference: ReferenceProfile, coverage: TownCoverage)?
    /// Whether only places that are free now count.
    let isFree: Bool
    let path: String

    /// The example that the address names.
    static func chosen(_ call: PageCall) -> ReferenceProfile? {
        call.values["profiel"].flatMap { id in call.registry.referenceProfiles.first { $0.id == id } }
    }

    /// Empty where the registry has no examples.
    func html() -> HTML {
        guard !call.registry.referenceProfiles.isEmpty else { return .empty }
        return .element(
            "section", ["class": "ok-part", "id": "voor-wie"],
            .heading(2, call.say("Voor wie is er waar een plek?", "For whom is there a place, and where?")),
            .paragraph(
                call.say(
                    "Kies een voorbeeld. Dat is iemand die op veel mensen lijkt, en niet één persoon.",
                    "Choose an example. That is somebody who is like many people, and not one person.")), form, result)
    }

    private var form: HTML {
        let options = call.registry.referenceProfiles.map { (value: $0.id, label: $0.label[call.language]) }
        let first = (value: "", label: call.say("Kies een voorbeeld", "Choose an example"))
        return .element(
            "form", ["method": "get", "action": call.href(path) + "#voor-wie", "class": "ok-filter"],
            call.fields().select(
                call.say("Voorbeeld", "Example"), "profiel", [first] + options),
            .button(call.say("Toon op de kaart", "Show on the map")))
    }

    private var result: HTML {
        guard let (reference, coverage) = found else { return .empty }
        let rest =
            isFree
            ? call.say("Een plek telt mee als hij past en nu vrij is.", "A place counts if it fits and is free now.")
            : call.say(
                "Een plek telt mee als de regels passen, ook als hij nu bezet is.",
                "A place counts if the rules fit, even if it is taken now.")
        return .joined([
            .heading(3, reference.label[call.language]), .paragraph(rest),
            views.view(of: coverage, for: reference, isFree: isFree).html(), lists(coverage),
        ])
    }

    /// The dots in words: the municipalities of each kind, but for the largest, which is all the others.
    private func lists(_ coverage: TownCoverage) -> HTML {
        let map = call.registry.geography
        let largest = TownCoverage.Answer.allCases.max { coverage.count($0) < coverage.count($1) }
        let lists = TownCoverage.Answer.allCases.filter { $0 != largest && coverage.count($0) > 0 }.map { answer in
            let towns = map.municipalities.filter { coverage.answers[$0.code] == answer }
            let title = "\(towns.count) \(views.legend(answer, isFree: isFree))"
            return HTML.details(
                call.say("Gemeenten: ", "Municipalities: ") + title,
                [.list(towns.map(\.name).sorted().map { .text($0) }, class: "ok-columns")])
        }
        return .joined(lists)
    }
}
