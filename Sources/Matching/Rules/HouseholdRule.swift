package import Domain
import Foundation

/// Couples, families and groups only where that kind of household is taken in (rule R6).
package struct HouseholdRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        guard let households = place.service.admission.households else {
            return profile.household == nil ? [] : [.ask(.notStated(.households))]
        }
        guard let household = profile.household else {
            let takesAll = Household.allCases.allSatisfy(households.contains)
            return takesAll ? [] : [.ask(.unknown(.household))]
        }
        return households.contains(household) ? [] : [.excluded(.household)]
    }
}
