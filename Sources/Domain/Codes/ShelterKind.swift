import Foundation

/// A kind of place to stay (domain section 3.2).
package enum ShelterKind: String, Code {
    package static let listName = "shelterKind"

    case timeOut = "time_out"
    case emergencyBed = "emergency_bed"
    case emergencyBedDisadvantaged = "emergency_bed_disadvantaged"
    case crisisShelter = "crisis_shelter"
    case womensShelter = "womens_shelter"
    case mensShelter = "mens_shelter"
    case familyShelter = "family_shelter"
    case cosm
    case omp
    case labourExploitationShelter = "labour_exploitation_shelter"
    case youthCrisis = "youth_crisis"
    case fosterCare = "foster_care"
    case youthResidential = "youth_residential"
    case closedYouthCare = "closed_youth_care"
    case protectedReceptionMinors = "protected_reception_minors"
    case lvbTreatment = "lvb_treatment"
    case addictionRecoveryHome = "addiction_recovery_home"
    case protectedHousing = "protected_housing"
    case supportedHousing = "supported_housing"
    case asylumReception = "asylum_reception"
    case homelessShelter = "homeless_shelter"
    case hotelEmergency = "hotel_emergency"
    case mentalHealthAdmission = "mental_health_admission"
}

extension ShelterKind {
    /// Few places for those who fit nowhere else (rule R8).
    package var isScarce: Bool { self == .omp }

    /// Not for tonight: a follow-up place unless the search is for later.
    package var isPlanned: Bool { [.lvbTreatment, .protectedHousing, .supportedHousing].contains(self) }

    /// Shelter for the homeless: only as a last resort, with a warning (domain section 2, no. 8).
    package var isUnsuitable: Bool { self == .homelessShelter }

    /// Closed youth care: never shown without a court authorisation (rule R11).
    package var needsCourtOrder: Bool { self == .closedYouthCare }

    /// On the map, but never an answer to a search (domain section 3.2).
    package var isNeverAResult: Bool { [.hotelEmergency, .mentalHealthAdmission].contains(self) }

    /// Time-out places and both emergency beds: short by nature, with a purpose of their own.
    package var isShortByNature: Bool { self == .timeOut || isEmergencyBed }

    /// Either kind of emergency bed.
    package var isEmergencyBed: Bool { [.emergencyBed, .emergencyBedDisadvantaged].contains(self) }

    /// Kinds whose counts age within a day (rule R15).
    package var agesQuickly: Bool { isShortByNature || [.crisisShelter, .youthCrisis].contains(self) }
}
