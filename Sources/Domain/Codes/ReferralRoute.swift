import Foundation

/// The way a registration goes (domain section 3.4; feature F22).
package enum ReferralRoute: String, Code {
    package static let listName = "referralRoute"

    case selfReferral = "self_referral"
    case direct
    case viaCareCoordinator = "via_care_coordinator"
    case viaComensha = "via_comensha"
    case viaMunicipality = "via_municipality"
    case viaYouthAccess = "via_youth_access"
    case viaCourt = "via_court"
    case viaVeiligThuis = "via_veilig_thuis"
    case viaPolice = "via_police"
    case viaInspectorate = "via_inspectorate"
    case viaNidos = "via_nidos"
    case viaCoa = "via_coa"
    case viaMentalHealthCrisis = "via_mental_health_crisis"
}
