import Domain
import Matching

/// A small country: four provinces with two municipalities each.
enum TestMap {
    static let zwolle = municipality("GM0193")
    static let enschede = municipality("GM0153")
    static let eindhoven = municipality("GM0772")
    static let breda = municipality("GM0758")
    static let rotterdam = municipality("GM0599")
    static let leiden = municipality("GM0546")
    static let leeuwarden = municipality("GM0080")
    static let heerenveen = municipality("GM0074")

    static let geography = Geography(
        provinces: [
            province(.overijssel, "Overijssel"), province(.noordBrabant, "Noord-Brabant"),
            province(.zuidHolland, "Zuid-Holland"), province(.fryslan, "Fryslân"),
        ],
        municipalities: [
            place(zwolle, "Zwolle", .overijssel, safety: "IJsselland", centre: "Zwolle"),
            place(enschede, "Enschede", .overijssel, safety: "Twente", centre: "Enschede"),
            place(eindhoven, "Eindhoven", .noordBrabant, safety: "Brabant-Zuidoost", centre: "Eindhoven"),
            place(breda, "Breda", .noordBrabant, safety: "Midden- en West-Brabant", centre: "Breda"),
            place(rotterdam, "Rotterdam", .zuidHolland, safety: "Rotterdam-Rijnmond", centre: "Rotterdam"),
            place(leiden, "Leiden", .zuidHolland, safety: "Hollands Midden", centre: "Leiden"),
            place(leeuwarden, "Leeuwarden", .fryslan, safety: "Fryslân", centre: "Leeuwarden"),
            place(heerenveen, "Heerenveen", .fryslan, safety: "Fryslân", centre: "Leeuwarden"),
        ], regions: [])

    static let backup = Contact(role: .nationalBackup, name: "CoMensha", phone: "033-448 11 86")

    /// Zwolle and Enschede have a co-ordinator, and Zwolle's has a substitute; the others have nobody.
    static let coordination = Coordination(
        coordinators: [
            coordinator("ijsselland", zwolle, substitute: "Vervanger IJsselland"), coordinator("twente", enschede),
        ],
        uncovered: [eindhoven: .none],
        backup: NationalBackup(organization: organization("comensha"), name: backup.name, phone: backup.phone))

    static let matcher = matcher(on: geography)

    static func matcher(on map: Geography) -> BothForms { BothForms(map: map, coordination: coordination) }

    static func municipality(_ code: String) -> MunicipalityCode {
        guard let code = MunicipalityCode(rawValue: code) else { preconditionFailure("not a code: \(code)") }
        return code
    }

    static func province(_ code: ProvinceCode, _ name: String) -> Province {
        Province(
            code: code, cbsCode: "PV00", name: name, capital: name, population: 0, tileColumn: 1, tileRow: 1)
    }

    private static func place(
        _ code: MunicipalityCode, _ name: String, _ province: ProvinceCode, safety: String, centre: String
    ) -> Municipality {
        Municipality(code: code, name: name, province: province, safetyRegion: safety, centreMunicipality: centre)
    }

    private static func coordinator(
        _ id: String, _ municipality: MunicipalityCode, substitute: String? = nil
    ) -> Coordinator {
        Coordinator(
            id: id, organization: organization(id), name: "Zorgcoördinator \(id)", region: id,
            municipalities: [municipality], status: .full, phone: "038-000 00 00",
            substitute: substitute.map { Coordinator.Substitute(name: $0, phone: "038-000 00 01") })
    }

    private static func organization(_ id: String) -> OrganizationID {
        guard let id = OrganizationID(rawValue: id) else { preconditionFailure("not an id: \(id)") }
        return id
    }
}
