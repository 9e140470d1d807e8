import Domain
import Foundation
import Hypertext
import Registry

/// All municipalities, by province: for who would rather choose than type, and to find the way when typing went wrong.
struct MunicipalityIndex: Sendable {
    let call: PageCall
    /// Where a municipality leads, without a language.
    let address: @Sendable (Municipality) -> String

    /// - Parameter open: the province that is asked about.
    func html(open: ProvinceCode? = nil) -> HTML {
        let map = call.registry.geography
        let byProvince = Dictionary(grouping: map.municipalities, by: \.province)
        let parts = map.provinces.map { province in
            let municipalities = (byProvince[province.code] ?? []).sorted { Self.key($0) < Self.key($1) }
            let links = municipalities.map { HTML.link($0.name, call.href(address($0))) }
            let count = call.say("\(links.count) gemeenten", "\(links.count) municipalities")
            return HTML.details(
                "\(province.name) (\(count))", isOpen: province.code == open, class: "ok-index",
                [.list(links, class: "ok-index__list")])
        }
        return .element(
            "section", ["class": "ok-section"],
            [.heading(2, call.say("Kies uit de lijst", "Choose from the list"))] + parts)
    }

    /// `'s-Gravenhage` stands under its letter, as in any list of names here.
    private static func key(_ municipality: Municipality) -> String {
        let name = municipality.name
        let plain = name.hasPrefix("'s-") ? String(name.dropFirst(3)) : name
        return plain.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}
