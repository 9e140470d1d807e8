import Foundation

/// An axis of regions beside the province (domain section 3.4).
package enum RegionKind: String, Code {
    package static let listName = "regionKind"

    case safetyRegion = "safety_region"
    case veiligThuisArea = "veilig_thuis_area"
    case policeUnit = "police_unit"
    case centreMunicipality = "centre_municipality"
}
