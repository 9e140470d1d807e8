package import Domain
import Foundation

/// The keys that order places inside a section; the first difference decides (domain section 5).
/// Every key is written so that less is better.
package struct RankingKeys: Hashable, Sendable, Comparable {
    /// 1 where safety must be talked over first.
    package let safety: Int
    /// Open conditions.
    package let conditions: Int
    /// Soft wishes met, negative.
    package let wishes: Int
    /// 0 for a place that spans the eighteenth birthday, 1 for others; 0 where that does not matter.
    package let continuity: Int
    package let restriction: Int
    /// Specialisation and expertise, negative.
    package let specialisation: Int
    /// 0 in the own province when that is safe, else 1.
    package let region: Int
    /// Levels of security above what is needed.
    package let overSecurity: Int
    /// Days until free; unknown last.
    package let wait: Int
    /// Hours since the count was confirmed; unknown last.
    package let freshness: Int
    package let id: ServiceID

    package static func < (left: Self, right: Self) -> Bool {
        if left.safety != right.safety { return left.safety < right.safety }
        if left.conditions != right.conditions { return left.conditions < right.conditions }
        if left.wishes != right.wishes { return left.wishes < right.wishes }
        if left.continuity != right.continuity { return left.continuity < right.continuity }
        if left.restriction != right.restriction { return left.restriction < right.restriction }
        if left.specialisation != right.specialisation { return left.specialisation < right.specialisation }
        if left.region != right.region { return left.region < right.region }
        if left.overSecurity != right.overSecurity { return left.overSecurity < right.overSecurity }
        if left.wait != right.wait { return left.wait < right.wait }
        if left.freshness != right.freshness { return left.freshness < right.freshness }
        return left.id < right.id
    }
}

extension RankingKeys {
    package init(_ assessment: Assessment, for profile: Profile, on map: Geography) {
        let service = assessment.place.service
        safety = assessment.conditions.contains(.dangerRegion) ? 1 : 0
        conditions = assessment.conditions.count
        wishes = -service.wishesMet(of: profile).count
        continuity = profile.turns18Within6Months && !service.spansEighteen ? 1 : 0
        restriction = service.effectiveRestriction.weight
        specialisation = -service.specialisation(for: profile)
        region = service.isInSafeOwnRegion(of: profile, on: map) ? 0 : 1
        overSecurity = service.effectiveSecurity.strength - profile.threat.requiredSecurity.strength
        wait = assessment.availability.daysUntilFree ?? .max
        freshness = assessment.availability.ageInHours ?? .max
        id = service.id
    }
}
