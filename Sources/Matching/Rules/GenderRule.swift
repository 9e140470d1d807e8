package import Domain
import Foundation

/// Match on the gender a person goes by. Whoever is transgender or non-binary is never excluded on that ground: the
/// place is asked first (rule R5, contract section 4).
package struct GenderRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        let admission = place.service.admission
        guard let genders = admission.genders else {
            // Whatever the place would state, it could neither exclude nor add a condition.
            let isWelcome = profile.gender == .nonBinary && admission.welcomesTransgender == true
            return isWelcome ? [] : [.ask(.notStated(.genders))]
        }
        var findings: [Finding] = []
        switch profile.gender {
        case .female, .male:
            if !genders.contains(profile.gender) { return [.excluded(.gender)] }
        case .nonBinary: break
        case .unknown:
            if admission.restrictsGender { findings.append(.condition(.unknown(.gender))) }
        }
        let isOutsideTheList = profile.gender == .nonBinary && !genders.contains(.nonBinary)
        let meetsSingleSex = profile.transgender == true && admission.isSingleSex
        if isOutsideTheList || meetsSingleSex, admission.welcomesTransgender != true {
            findings.append(.condition(.genderCheck))
        }
        return findings
    }
}
