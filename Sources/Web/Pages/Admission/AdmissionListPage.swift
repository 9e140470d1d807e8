import Access
import Domain
import Foundation
import HTTP
import Hypertext
import Ledger
import Registry

/// The services whose rules somebody may change, with when each was last looked at (screen S13).
struct AdmissionListPage: Sendable {
    let call: PageCall

    func response() -> Response {
        let say = call.say
        let title = say("Opnameregels", "Admission rules")
        let groups = organizations
        let body =
            groups.isEmpty ? [empty] : groups.map { part($0.organization, $0.services, isOnly: groups.count == 1) }
        return call.page(
            title,
            [
                .heading(1, title),
                .paragraph(
                    say(
                        "Hier staat voor wie uw plekken zijn. Anderen zien een wijziging meteen.",
                        "Here you see whom your places are for. Others see a change at once.")), done,
            ] + body)
    }

    private typealias Group = (organization: Organization, services: [Service])

    /// Those with services that go on, in the order of their names.
    private var organizations: [Group] {
        guard let principal = call.principal else { return [] }
        let own = call.registry.organizations.filter { principal.may(.changeAdmission, of: $0.id) }
        let groups = own.map { ($0, $0.services.filter(call.registry.isCurrent)) }
        return groups.filter { !$0.1.isEmpty }.sorted { ($0.0.name, $0.0.id) < ($1.0.name, $1.0.id) }
    }

    /// That somebody just found the rules of a service right.
    private var done: HTML {
        guard let service = call.values["nagekeken"].flatMap(ServiceID.init(rawValue:)).flatMap(call.registry.service),
            call.principal?.may(.changeAdmission, of: service.organization) == true,
            call.snapshot.state.rules(of: service.id)?.reviewedOn == DutchTime.today(call.now)
        else { return .empty }
        let text = call.say("Nagekeken vandaag: \(service.name).", "Checked today: \(service.name).")
        return .alert(.success, [.paragraph(text)], role: "status", id: "gedaan")
    }

    private var empty: HTML {
        .paragraph(
            call.say(
                "U heeft nog geen plekken. Vraag de beheerder om de eerste plek toe te voegen.",
                "You have no places yet. Ask the administrator to add the first place."))
    }

    private func part(_ organization: Organization, _ services: [Service], isOnly: Bool) -> HTML {
        let sorted = services.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        let rows = zip(sorted, names(of: sorted)).map(row)
        // An administrator sees those of everybody: each behind its name.
        let lang = call.say.ofNames
        guard !isOnly else { return .panel(organization.name, lang: lang, rows) }
        return .details("\(organization.name) (\(services.count))", lang: lang, rows)
    }

    /// What each is called on this page: with its kind, and if need be a number, where others have the same name.
    private func names(of services: [Service]) -> [String] {
        let byName = Dictionary(grouping: services, by: \.name)
        var seen: [String: Int] = [:]
        return services.map { service in
            guard byName[service.name, default: []].count > 1 else { return service.name }
            let kind = service.shelterKind.map { call.label($0) } ?? service.helpKinds.first.map { call.label($0) }
            let name = "\(service.name), \(kind ?? service.id.rawValue)"
            seen[name, default: 0] += 1
            let number = seen[name, default: 1]
            return number == 1 ? name : "\(name) (\(number))"
        }
    }

    private func row(_ service: Service, _ name: String) -> HTML {
        let review = AdmissionReview(call: call, service: service, name: name)
        let say = call.say
        let badge: HTML =
            review.isDue
            ? .badge(say("Nakijken", "To be checked"), .wait, sign: "◷")
            : .badge(say("Nagekeken", "Checked"), .good, sign: "✓")
        return .element(
            "div", ["class": "ok-rules-row"],
            .paragraph(.link(name, call.href(AdmissionPages.path(of: service)), lang: say.ofNames), .text(" "), badge),
            review.html())
    }
}
