import Coverage
import Domain
import Foundation
import Matching
import Registry

/// What is missing in a province, as sentences, with the nearest place elsewhere (screen S2, block D; feature F27).
struct ProvinceGapsView: Sendable {
    let call: PageCall
    let province: Province
    let map: ProvinceMap

    func html() -> HTML {
        .element(
            "section", ["class": "ok-part", "id": "gaten"],
            .heading(2, call.say("Gaten in deze provincie", "Gaps in this province")), content)
    }

    private var content: HTML {
        let groups = map.groups.filter(\.services.isEmpty).map { group($0.group) }
        let pillars = map.pillars.filter(\.services.isEmpty).map { pillar($0.pillar) }
        guard !groups.isEmpty || !pillars.isEmpty else {
            return .paragraph(
                call.say(
                    "Voor elke groep is er opvang in \(province.name). Of er plek is, weet de zorgcoördinator.",
                    "There is shelter for every group in \(province.name). The care co-ordinator knows if there is room."
                ))
        }
        return .element("ul", ["class": "ok-gaps"], groups + pillars)
    }

    private func group(_ group: TargetGroup) -> HTML {
        let who = TargetGroupWords.inline(group, in: call.language)
        let text = call.say(
            "Voor \(who) vonden we in \(province.name) geen opvang. Dat is een gat.",
            "For \(who) we found no shelter in \(province.name). That is a gap.")
        guard let nearest = nearest(for: group) else {
            return .element("li", [:], .text(text))
        }
        let words = call.words(of: call.view(of: nearest))
        return .element(
            "li", [:], .text(text + " " + call.say("Dichtstbijzijnde landelijke plek: ", "Nearest national place: ")),
            .link(words.fullName, call.href("/diensten/\(nearest.id.rawValue)")), ".")
    }

    private func pillar(_ pillar: Pillar) -> HTML {
        let name = call.label(pillar)
        return .element(
            "li", [:],
            .text(
                call.say(
                    "\(name): hulp zonder verblijf ontbreekt in \(province.name).",
                    "\(name): help without a bed is missing in \(province.name).")))
    }

    /// The nearest by the capitals of the provinces: of a secret place nobody knows more than its province.
    private func nearest(for group: TargetGroup) -> Service? {
        let (geography, now) = (call.registry.geography, call.now)
        let places = call.registry.services.filter { service in
            guard service.reach == .national, service.status == .active, call.registry.isCurrent(service),
                Place.takesPart(service), let kind = service.shelterKind, !kind.isUnsuitable, !kind.needsCourtOrder
            else { return false }
            return ProvinceFilter.takes(service, group, on: geography, at: now)
        }
        return places.min { (distance($0), $0.id) < (distance($1), $1.id) }
    }

    /// Squared, in degrees of latitude: for comparing only.
    private func distance(_ service: Service) -> Double {
        guard let here = capital(of: province.code), let there = capital(of: service.site.province) else {
            return .infinity
        }
        let (up, right) = (here.latitude - there.latitude, (here.longitude - there.longitude) * 0.61)
        return up * up + right * right
    }

    private func capital(of code: ProvinceCode) -> Municipality? {
        let name = call.registry.geography.province(code)?.capital
        return call.registry.geography.municipalities.first { $0.name == name && $0.province == code }
    }
}
