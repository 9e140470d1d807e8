import Domain
import Foundation
import Matching

/// What was asked in one search: the profile, and what the form said that a profile has no field for. In memory for
/// one request (feature F26).
struct Asked: Sendable {
    var profile: Profile
    /// "Weet ik niet" at the threat: it is met with care, as orange.
    var isThreatGuessed = false
    /// "Weet ik niet" at the moment: it is met with haste, as today.
    var isUrgencyGuessed = false
    /// Abroad too: it shuts no place here, but it is told.
    var isInDangerAbroad = false

    /// How many people come together.
    var persons: Int { profile.placesNeeded(of: .bed) }

    /// Needs that somebody ticked, and help at home for whom help without a bed is no place (rule R12).
    var needs: [HelpKind] {
        guard profile.housing != .safeOwnPlace else { return profile.needs }
        return profile.needs + (profile.needs.contains(.ambulatorySupport) ? [] : [.ambulatorySupport])
    }
}
