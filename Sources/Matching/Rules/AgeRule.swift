package import Domain
import Foundation

/// Age within the range of the place, and only that: youth kinds carry their own range (rule R4).
package struct AgeRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        let admission = place.service.admission
        if let minimum = admission.minimumAge.years, profile.age < minimum { return [.excluded(.age)] }
        if let maximum = admission.maximumAge.years, profile.age > maximum { return [.excluded(.age)] }
        var findings: [Finding] = []
        if admission.minimumAge == .notStated { findings.append(.ask(.notStated(.minimumAge))) }
        if admission.maximumAge == .notStated { findings.append(.ask(.notStated(.maximumAge))) }
        return findings
    }
}
