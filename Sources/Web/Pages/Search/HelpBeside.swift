import Domain
import Foundation
import Hypertext
import Matching
import Registry

/// Help beside the place, for each need that was ticked (features F17 and F43; rule R12).
struct HelpBeside: Sendable {
    let outcome: Outcome

    /// How many are named for one need.
    static let most = 3

    private var call: PageCall { outcome.call }
    private var say: Words { outcome.say }

    func html() -> HTML {
        let needs = outcome.asked.needs
        guard !needs.isEmpty else { return .empty }
        return .panel(say("Hulp erbij", "Extra help"), needs.map(need))
    }

    private func need(_ kind: HelpKind) -> HTML {
        let found = services(for: kind)
        let gap = say(
            "Geen aanbod gevonden. Vraag de zorgcoördinator.", "Nothing found. Ask the care co-ordinator.")
        let list: HTML = found.isEmpty ? .paragraph(gap) : .list(found.map(line), class: "ok-help-list")
        return .joined([.heading(3, call.label(kind)), list])
    }

    private func line(_ service: Service) -> HTML {
        let view = call.view(of: service)
        let phone = outcome.phone(for: view)
        let link = AnswersForm(call: call).button(
            Outcome.name(of: service), to: ListBehind.address("/diensten/", service.id), class: "ok-linkbutton",
            lang: say.ofNames)
        return .joined([link, phone.map { .joined([" ", .phone($0)]) } ?? .empty])
    }

    /// Help alone before shelters that also give it; of each from near to far: what says that it serves where the person
    /// is, then what serves the whole country.
    func services(for kind: HelpKind) -> [Service] {
        let all = call.registry.services.filter { service in
            service.helpKinds.contains(kind) && !service.offersPerpetratorHelp && service.status == .active
                && call.registry.isCurrent(service)
        }
        var found: [Service] = []
        // Only as many are held against the map as are named.
        for (isAlone, isNational) in [(true, false), (true, true), (false, false), (false, true)] {
            for service in all where service.isAmbulatory == isAlone && (service.reach == .national) == isNational {
                guard found.count < Self.most else { return found }
                if isNational || serves(service) { found.append(service) }
            }
        }
        return found
    }

    private func serves(_ service: Service) -> Bool {
        let (profile, map) = (outcome.profile, call.registry.geography)
        let here: Area?
        if let municipality = profile.currentMunicipality {
            here = .municipality(municipality)
        } else {
            here = profile.currentProvince.map(Area.province)
        }
        guard let here else { return false }
        // What is public of a place decides, not where it really is.
        let areas = call.view(of: service).serviceArea ?? [.province(service.site.province)]
        return areas.contains { map.overlap($0, here) }
    }
}
