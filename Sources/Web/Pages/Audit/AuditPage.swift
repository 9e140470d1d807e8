import Access
import Domain
import Foundation
import HTTP
import Hypertext
import Ledger
import Registry

/// The log for admins: who saw and changed what, newest first, and whether the chain is whole.
struct AuditPage: Sendable {
    let filter: AuditFilter
    let registry: Registry
    /// Those that were issued, also those that have ended.
    let keys: [AccessKey]
    let now: Date
    let frame: Frame

    /// Not one of the numbered screens.
    static let screen = "logboek"

    func html(_ found: AuditReader.Found, chain: ChainCheck.Finding) -> HTML {
        frame.page([
            .element("h1", ["class": "nl-heading"], "Logboek"),
            .element(
                "p", [:],
                "Wie bekeek of veranderde wat? Het nieuwste staat bovenaan. Er komt alleen bij, er gaat niets weg."),
            state(of: chain), form, count(found.total),
            .element(
                "ol", ["class": "ok-cards"],
                found.records.map { AuditCard(sealed: $0, page: self).html() }), pages(found.total),
        ])
    }

    /// The form with what is wrong in it.
    func faults() -> HTML {
        frame.page([
            .element(
                "div",
                ["class": "nl-alert nl-alert--error", "role": "alert", "tabindex": "-1", "id": "fouten"],
                .element("h2", ["class": "nl-heading"], "Deze dagen kunnen we niet lezen."),
                .element(
                    "ul", [:],
                    filter.faults.map { fault in
                        .element("li", [:], .element("a", ["href": "#\(fault.field)"], .text(fault.text)))
                    })), .element("h1", ["class": "nl-heading"], "Logboek"), form,
        ])
    }

    // MARK: The chain

    private func state(of chain: ChainCheck.Finding) -> HTML {
        let line = AuditSentence.number(chain.soundUpTo)
        let moment = DutchTime.moment(chain.lookedAt, now: now)
        if let broken = chain.brokenAt {
            return .element(
                "div", ["class": "nl-alert nl-alert--error", "role": "alert"],
                .element(
                    "p", [:],
                    .element("strong", [:], .text("De keten klopt niet bij regel \(AuditSentence.number(broken)).")),
                    " Er is iets veranderd of weggehaald."),
                .element("p", [:], "Bewaar een kopie van de map. Kijk dan na met ‘opvangkaart journal verify’."))
        }
        let rest = chain.isAll ? "Dat is de nieuwste." : "De rest kijken we nu na. Ververs straks de pagina."
        return .element(
            "p", ["class": "nl-alert", "role": "status"],
            .element("strong", [:], .text("De keten klopt tot en met regel \(line).")), .text(" \(rest)"),
            .text(" Nagekeken: \(moment)."))
    }

    // MARK: The question

    private var form: HTML {
        // A field for a day takes nothing else.
        let faulty = Set(filter.faults.map(\.field))
        let values = FormValues(items: filter.values.items.filter { !faulty.contains($0.name) })
        let fields = FieldBuilder(values: values, faults: filter.faults)
        return .element(
            "form", ["method": "get", "action": ProtectedReads.log.path, "class": "ok-group", "novalidate": ""],
            fields.select("Wie", "who", people),
            fields.select("Wat", "what", [("", "Alles")] + AuditTopic.allCases.map { ($0.rawValue, $0.label) }),
            fields.text(
                "Waarover (niet verplicht)", "about",
                hint: "Het id van een plek, organisatie, sleutel of vastgehouden plek. Een adres mag ook."),
            .element(
                "div", ["class": "ok-child"],
                fields.text("Vanaf (niet verplicht)", "from", type: "date"),
                fields.text("Tot en met (niet verplicht)", "to", type: "date")),
            .element("button", ["class": "nl-button nl-button--primary"], "Toon regels"))
    }

    private var people: [(value: String, label: String)] {
        var people = keys.map { ($0.id, "\($0.name ?? registry.codeLists.label($0.role)) (\($0.id))") }
        // One that the file does not have (any more) is still asked for.
        if let asked = filter.values["who"], !keys.contains(where: { $0.id == asked }) { people.append((asked, asked)) }
        return [("", "Iedereen")] + people
    }

    private func count(_ total: Int) -> HTML {
        let text = total == 1 ? "1 regel." : "\(AuditSentence.number(total)) regels."
        return .element(
            "p", ["role": "status"], .text("\(text) "),
            .element("a", ["class": "nl-link", "href": filter.address("/logboek.csv")], "Download als CSV"))
    }

    // MARK: Pages

    private func pages(_ total: Int) -> HTML {
        let last = max(1, (total + AuditFilter.pageSize - 1) / AuditFilter.pageSize)
        guard last > 1 || filter.page > 1 else { return .empty }
        func link(_ page: Int, _ text: String) -> HTML {
            guard (1...last).contains(page) else { return .empty }
            return .element(
                "a", ["class": "nl-button", "href": filter.address(ProtectedReads.log.path, ["page": String(page)])],
                .text(text))
        }
        let place = "Pagina \(AuditSentence.number(filter.page)) van \(AuditSentence.number(last))."
        return .element(
            "nav", ["aria-label": "Pagina’s van het logboek", "class": "ok-section"], .element("p", [:], .text(place)),
            link(min(last, filter.page - 1), "Nieuwere regels"), " ", link(filter.page + 1, "Oudere regels"))
    }
}
