import Foundation

/// What a co-ordinator knows of somebody during one search. It lives in memory for that search alone:
/// never stored, never logged, never in an address (feature F26). A field that is `nil` is not known.
package struct Profile: Sendable {
    /// Completed years, 0 to 120.
    package var age: Int
    package var gender: Gender
    package var urgency: Urgency
    package var threat: ThreatLevel
    package var transgender: Bool?
    package var turns18Within6Months: Bool
    package var household: Household?
    /// Children who come along.
    package var children: [Child]?
    /// How many people need a place together, children counted; `nil` takes what the household implies.
    package var persons: Int?
    package var residence: ResidenceStatus?
    package var exploitationForms: Set<ExploitationForm>? {
        didSet { knownForms = (exploitationForms ?? []).subtracting([.unknown]) }
    }
    /// Forms that say something; `unknown` beside others leaves the decision to the others (contract section 8).
    package private(set) var knownForms: Set<ExploitationForm> = []
    package var circumstances: Set<Circumstance>
    package var circumstancesRuledOut: Set<Circumstance>
    package var dangerAreas: [Area]?
    package var currentMunicipality: MunicipalityCode?
    package var currentProvince: ProvinceCode?
    package var registeredMunicipality: MunicipalityCode?
    package var foundMunicipality: MunicipalityCode?
    package var housing: HousingSituation?
    package var wheelchair: Bool?
    package var pet: Bool?
    package var victimStatusUnclear: Bool
    package var foundByInspectorate: Bool
    package var courtAuthorisation: Bool
    package var onwardPlaceWanted: Bool
    package var prefers: [Wish]
    package var mustNot: [Wish]
    package var languages: [String]
    package var needs: [HelpKind]

    package init(age: Int, gender: Gender, urgency: Urgency, threat: ThreatLevel) {
        (self.age, self.gender, self.urgency, self.threat) = (age, gender, urgency, threat)
        (turns18Within6Months, victimStatusUnclear, foundByInspectorate) = (false, false, false)
        (courtAuthorisation, onwardPlaceWanted) = (false, false)
        (circumstances, circumstancesRuledOut) = ([], [])
        (prefers, mustNot, languages, needs) = ([], [], [], [])
    }

    /// The most people one search may be for (contract section 9).
    package static let mostPersons = 1_000
}

/// A child who comes along: age in completed years and gender, nothing else.
package struct Child: Hashable, Sendable {
    package let age: Int
    package let gender: Gender

    package init(age: Int, gender: Gender) {
        (self.age, self.gender) = (age, gender)
    }
}

/// What somebody wants or does not want of a place (contract section 3: `prefers` and `mustNot`).
package enum Wish: Hashable, Sendable {
    case province(ProvinceCode)
    case shelterKind(ShelterKind)
    case restriction(Restriction)
    case securityLevel(SecurityLevel)
    case service(ServiceID)

    /// Reads a code of any of the five lists. No code stands in two of them, and no service may have one as its id.
    package init?(code: String) {
        if let province = ProvinceCode(rawValue: code) {
            self = .province(province)
        } else if let kind = ShelterKind(rawValue: code) {
            self = .shelterKind(kind)
        } else if let restriction = Restriction(rawValue: code) {
            self = .restriction(restriction)
        } else if let level = SecurityLevel(rawValue: code) {
            self = .securityLevel(level)
        } else if let service = ServiceID(rawValue: code) {
            self = .service(service)
        } else {
            return nil
        }
    }

    /// Whether `service` is what is meant.
    package func isMet(by service: Service) -> Bool {
        switch self {
        case .province(let province): service.site.province == province
        case .shelterKind(let kind): service.shelterKind == kind
        case .restriction(let restriction): service.effectiveRestriction == restriction
        case .securityLevel(let level): service.effectiveSecurity == level
        case .service(let id): service.id == id
        }
    }
}
