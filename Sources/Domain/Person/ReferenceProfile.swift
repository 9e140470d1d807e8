import Foundation

/// Somebody who is typical of many and nobody in particular: what the program measures the supply with.
///
/// It names no place, so that the same profile can be asked about everywhere. Invariant, kept by the registry: its
/// profile has no location, no danger area and no wish for or against a province or a service.
package struct ReferenceProfile: Sendable {
    /// Stable, over all reference profiles once.
    package let id: String
    package let label: Bilingual
    package let profile: Profile

    package init(id: String, label: Bilingual, profile: Profile) {
        (self.id, self.label, self.profile) = (id, label, profile)
    }

    /// The same person where `other` is now.
    package func standing(where other: Profile) -> Profile {
        var moved = profile
        (moved.currentMunicipality, moved.currentProvince) = (other.currentMunicipality, other.currentProvince)
        return moved
    }
}
