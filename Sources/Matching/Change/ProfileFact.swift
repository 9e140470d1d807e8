package import Domain
import Foundation

/// One thing that a search says, or does not say, of a person, and on which a place may turn.
package enum ProfileFact: Hashable, Sendable {
    /// An area in which somebody is in danger. Of a secret place always a whole province (domain section 2, no. 3).
    case dangerArea(Area)
    case threat
    case courtAuthorisation
    case age
    case gender
    /// How many people, given or implied by who comes along.
    case persons
    case household
    case children
    case residence
    case exploitationForms
    case circumstance(Circumstance)
    /// None of the circumstances is there that the place is made for.
    case targetGroup
    case wheelchair
    case pet
    case location
    case housing
    case onwardPlace
    case mustNot(Wish)

    /// The key of a profile that says it (contract section 3).
    package var field: String {
        switch self {
        case .dangerArea: "dangerAreas"
        case .threat: "threat"
        case .courtAuthorisation: "courtAuthorisation"
        case .age: "age"
        case .gender: "gender"
        case .persons: "persons"
        case .household: "household"
        case .children: "children"
        case .residence: "residence"
        case .exploitationForms: "exploitationForms"
        case .circumstance, .targetGroup: "circumstances"
        case .wheelchair: "wheelchair"
        case .pet: "pet"
        case .location: "currentMunicipality"
        case .housing: "housing"
        case .onwardPlace: "onwardPlaceWanted"
        case .mustNot: "mustNot"
        }
    }

    /// Which of several, where the key holds a list.
    package var value: String? {
        switch self {
        case .dangerArea(let area): area.code
        case .circumstance(let circumstance): circumstance.rawValue
        case .mustNot(let wish): wish.code
        case .threat, .courtAuthorisation, .age, .gender, .persons, .household, .children, .residence,
            .exploitationForms, .targetGroup, .wheelchair, .pet, .location, .housing, .onwardPlace:
            nil
        }
    }

    /// Whether it is something that is not there, and would have to be.
    package var isMissing: Bool {
        switch self {
        case .courtAuthorisation, .targetGroup, .housing: true
        case .dangerArea, .threat, .age, .gender, .persons, .household, .children, .residence, .exploitationForms,
            .circumstance, .wheelchair, .pet, .location, .onwardPlace, .mustNot:
            false
        }
    }
}

extension Wish {
    /// As a profile writes it.
    package var code: String {
        switch self {
        case .province(let province): province.rawValue
        case .shelterKind(let kind): kind.rawValue
        case .restriction(let restriction): restriction.rawValue
        case .securityLevel(let level): level.rawValue
        case .service(let id): id.rawValue
        }
    }
}
