import Domain
import Foundation
import Hypertext
import Matching
import Registry

/// Beside the list, on a phone below it: who co-ordinates, who is responsible, and what other help there is.
struct ResultSide: Sendable {
    let outcome: Outcome

    private var call: PageCall { outcome.call }
    private var say: Words { outcome.say }

    func html() -> HTML {
        .element("div", ["class": "ok-result-side"], coordinator, responsibility, HelpBeside(outcome: outcome).html())
    }

    private var coordinator: HTML {
        let all = outcome.result.contacts + Contact.alwaysThere
        let items = all.map { contact in
            HTML.joined([
                .strong(contact.name, lang: say.ofNames),
                .element("span", ["class": "ok-tap-note"], .text(" \(call.label(contact.role))")),
                .void("br", [:]), .phone(contact.phone),
                contact.hours.map { .joined([" · ", .dutch($0, on: say)]) } ?? .empty,
            ])
        }
        return .panel(
            say("Zorgcoördinator", "Care co-ordinator"), id: "zorgcoordinator", [.list(items, class: "ok-contacts")])
    }

    private var responsibility: HTML {
        let found = outcome.result.responsibility
        let map = call.registry.geography
        var rows: [(name: String, value: HTML)] = []
        if let municipality = found.municipality.flatMap(map.municipality) {
            rows.append((say("Gemeente", "Municipality"), .text(municipality.name)))
        }
        if let centre = found.centreMunicipality {
            rows.append((say("Centrumgemeente", "Centre municipality"), .text(centre)))
        }
        if let law = found.law { rows.append((say("Wet", "Law"), .text(name(of: law)))) }
        if let region = found.riskScreeningRegion {
            rows.append((say("Risicoscreening", "Risk screening"), .text(say("regio \(region)", "region \(region)"))))
        }
        return .panel(
            say("Verantwoordelijke gemeente", "Responsible municipality"),
            [.paragraph(found.text(in: call.language)), rows.isEmpty ? .empty : .facts(rows)])
    }

    private func name(of law: Responsibility.Law) -> String {
        switch law {
        case .socialSupport: say("Wmo 2015", "Social Support Act (Wmo 2015)")
        case .youth: say("Jeugdwet", "Youth Act")
        case .guardian: "Nidos"
        case .state: say("Rijk via CoMensha", "State, through CoMensha")
        }
    }
}
