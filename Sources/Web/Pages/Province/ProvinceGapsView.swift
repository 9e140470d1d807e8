import Coverage
import Domain
import Foundation
import Hypertext
import Matching
import Registry

/// What is missing in a province, as sentences, with the nearest place elsewhere (screen S2, block D; feature F27).
///
/// Gaps are those of the matrix (screen S14). Help without a bed that is missing stands below them and is no gap.
struct ProvinceGapsView: Sendable {
    let call: PageCall
    let province: Province

    private var say: Words { call.say }
    private var words: GapWords { GapWords(call: call) }

    func html() -> HTML {
        let gaps = call.snapshot.gaps(in: province.code, at: call.now)
        return .element(
            "section", ["class": "ok-part", "id": "gaten"],
            .heading(2, say("Gaten in deze provincie", "Gaps in this province")), count(gaps), groups(gaps), pillars)
    }

    // MARK: Shelter

    private func count(_ gaps: [TargetGroup]) -> HTML {
        let count = words.gaps(gaps.count)
        let all: HTML = .link(
            say("Bekijk alle groepen in \(province.name)", "See all groups in \(province.name)"),
            call.href(GapPages.path)
                + "?\(GapQuestion.Name.province)=\(Slug(of: province.name).text)#\(GapMatrixPage.provinceID)")
        return .joined([
            .element(
                "p", [:],
                .element(
                    "strong", [:],
                    .text(say("\(province.name) heeft \(count).", "\(province.name) has \(count)."))),
                .text(" " + words.definition)), .element("p", [:], all),
        ])
    }

    private func groups(_ gaps: [TargetGroup]) -> HTML {
        guard !gaps.isEmpty else {
            return .paragraph(
                say(
                    "Voor elke groep is er opvang in \(province.name). Of er plek is, weet de zorgcoördinator.",
                    "There is shelter for every group in \(province.name). The care co-ordinator knows if there is room."
                ))
        }
        return .element("ul", ["class": "ok-gaps"], gaps.map(group))
    }

    private func group(_ group: TargetGroup) -> HTML {
        let who = group.phrase[call.language]
        let text = say(
            "Voor \(who) vonden we in \(province.name) geen opvang. Dat is een gat.",
            "For \(who) we found no shelter in \(province.name). That is a gap.")
        guard let nearest = nearest(for: group) else {
            return .element("li", [:], .text(text))
        }
        let words = call.words(of: call.view(of: nearest))
        return .element(
            "li", [:], .text(text + " " + say("Dichtstbijzijnde landelijke plek: ", "Nearest national place: ")),
            .link(words.fullName, call.href("/diensten/\(nearest.id.rawValue)")), ".")
    }

    // MARK: Help without a bed

    private var pillars: HTML {
        let missing = call.snapshot.socialMaps.map(of: province.code).missing
        guard !missing.isEmpty else { return .empty }
        return .joined([
            .heading(3, say("Hulp die ontbreekt", "Help that is missing")),
            .paragraph(say("Dit tellen we niet als gat in de opvang.", "We do not count this as a gap in shelter.")),
            .element("ul", ["class": "ok-gaps"], missing.map(pillar)),
        ])
    }

    private func pillar(_ pillar: Pillar) -> HTML {
        let name = call.label(pillar)
        return .element(
            "li", [:],
            .text(
                say(
                    "\(name): hulp zonder verblijf ontbreekt in \(province.name).",
                    "\(name): help without a bed is missing in \(province.name).")))
    }

    // MARK: Elsewhere

    /// Of the places in the national column of the matrix, the nearest by the capitals of the provinces: of a secret
    /// place nobody knows more than its province.
    private func nearest(for group: TargetGroup) -> Service? {
        let places = call.snapshot.supply(SupplyFilter(), at: call.now).services(taking: group, in: .national)
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
