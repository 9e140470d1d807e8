import Foundation

/// Who looks, as far as that decides what they may see (feature F36; contract section 5).
package enum Audience: Hashable, Sendable {
    /// Anybody, without signing in.
    case everyone
    /// Signed in without a part in placing people: policy staff, and shelters at the places of others.
    case professional
    /// Who places people, or runs the place: co-ordinators, CoMensha, admins, and a shelter at its own places.
    case placement

    /// Free places are for professionals who signed in (domain section 2, no. 10).
    package var seesCounts: Bool { self != .everyone }

    /// The municipality of a sheltered place is for those who place people (feature F16).
    package var seesShelteredMunicipality: Bool { self == .placement }
}
