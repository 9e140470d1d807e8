import Domain
import Foundation

extension Profile {
    /// The profile as the API takes it; what is not known is left out.
    var json: String {
        get throws {
            let data = try JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys])
            return String(decoding: data, as: UTF8.self)
        }
    }

    private var fields: [String: Any] {
        var fields: [String: Any] = [
            "age": age, "gender": gender.rawValue, "urgency": urgency.rawValue, "threat": threat.rawValue,
        ]
        fields["transgender"] = transgender
        fields["household"] = household?.rawValue
        fields["children"] = children?.map { ["age": $0.age, "gender": $0.gender.rawValue] as [String: Any] }
        fields["persons"] = persons
        fields["residence"] = residence?.rawValue
        fields["exploitationForms"] = exploitationForms?.sorted().map(\.rawValue)
        fields["circumstances"] = circumstances.sorted().map(\.rawValue)
        fields["circumstancesRuledOut"] = circumstancesRuledOut.sorted().map(\.rawValue)
        fields["dangerAreas"] = dangerAreas?.map(\.code)
        fields["currentMunicipality"] = currentMunicipality?.rawValue
        fields["currentProvince"] = currentProvince?.rawValue
        fields["housing"] = housing?.rawValue
        (fields["wheelchair"], fields["pet"]) = (wheelchair, pet)
        let marks = [
            "turns18Within6Months": turns18Within6Months, "victimStatusUnclear": victimStatusUnclear,
            "foundByInspectorate": foundByInspectorate, "courtAuthorisation": courtAuthorisation,
            "onwardPlaceWanted": onwardPlaceWanted,
        ]
        for (name, value) in marks where value { fields[name] = value }
        (fields["prefers"], fields["mustNot"]) = (prefers.map(\.code), mustNot.map(\.code))
        return fields
    }
}

extension Wish {
    var code: String {
        switch self {
        case .province(let province): province.rawValue
        case .shelterKind(let kind): kind.rawValue
        case .restriction(let restriction): restriction.rawValue
        case .securityLevel(let level): level.rawValue
        case .service(let id): id.rawValue
        }
    }
}
