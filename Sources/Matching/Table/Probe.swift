import Domain
import Foundation

/// A question put to one rule: what does it say of a person of whom one thing is known? The answers of all rules to
/// all probes are the criteria of a service, so that the rules are written once.
struct Probe: Sendable {
    let rule: any PlacementRule
    let profile: Profile
    /// The bit of ``FactBit`` for the thing that is known; `nil` where nothing that is known could exclude.
    let fact: Int?
    /// The bit of ``FactBit`` for a check on gender.
    let check: Int?
    /// The bit of ``AskBit`` for this answer.
    let ask: Int?

    init(
        _ rule: any PlacementRule, fact: Int? = nil, check: Int? = nil, ask: Int? = nil,
        _ change: (inout Profile) -> Void
    ) {
        // Each rule looks at its own fields alone, so the others may be anything.
        var profile = Profile(age: 30, gender: .unknown, urgency: .now, threat: .orange)
        change(&profile)
        (self.rule, self.profile, self.fact, self.check, self.ask) = (rule, profile, fact, check, ask)
    }

    static let all: [Probe] = genders + households + residence + comforts + single

    private static var genders: [Probe] {
        let check = FactBit.genderCheck
        let plain = Gender.allCases.map { gender in
            Probe(
                GenderRule(), fact: FactBit.gender + gender.number, check: check, ask: AskBit.gender + gender.number
            ) { $0.gender = gender }
        }
        let transgender = [(Gender.unknown, check + 1), (.nonBinary, check + 2)].map { gender, bit in
            Probe(GenderRule(), fact: FactBit.gender + gender.number, check: bit) {
                ($0.gender, $0.transgender) = (gender, true)
            }
        }
        return plain + transgender
    }

    private static var households: [Probe] {
        [Probe(HouseholdRule(), ask: AskBit.household) { $0.household = nil }]
            + Household.allCases.map { household in
                Probe(
                    HouseholdRule(), fact: FactBit.household + household.number,
                    ask: AskBit.household + 1 + household.number
                ) { $0.household = household }
            }
    }

    private static var residence: [Probe] {
        [Probe(ResidenceRule(), ask: AskBit.residence) { $0.residence = nil }]
            + ResidenceStatus.allCases.map { status in
                Probe(
                    ResidenceRule(), fact: FactBit.residence + status.number, ask: AskBit.residence + 1 + status.number
                ) { $0.residence = status }
            }
    }

    private static var comforts: [Probe] {
        [
            Probe(AccessibilityRule(), ask: AskBit.wheelchair) { $0.wheelchair = nil },
            Probe(AccessibilityRule(), ask: AskBit.wheelchair + 1) { $0.wheelchair = false },
            Probe(AccessibilityRule(), fact: FactBit.wheelchair, ask: AskBit.wheelchair + 2) { $0.wheelchair = true },
            Probe(PetRule(), ask: AskBit.pet) { $0.pet = nil },
            Probe(PetRule(), ask: AskBit.pet + 1) { $0.pet = false },
            Probe(PetRule(), fact: FactBit.pet, ask: AskBit.pet + 2) { $0.pet = true },
        ]
    }

    private static var single: [Probe] {
        [
            Probe(StatusRule(), fact: FactBit.paused) { _ in },
            Probe(CourtOrderRule(), fact: FactBit.noCourtOrder) { $0.courtAuthorisation = false },
            Probe(SafeHomeRule(), fact: FactBit.noSafeHome) { $0.housing = nil },
            Probe(PhaseRule(), fact: FactBit.onward) { $0.onwardPlaceWanted = true },
            Probe(ExploitationRule(), ask: AskBit.forms) { $0.exploitationForms = nil },
            Probe(DangerAreaRule(), ask: AskBit.danger) { $0.dangerAreas = nil },
            Probe(SonsAgeRule(), ask: AskBit.children) { $0.household = .family },
            Probe(SonsAgeRule(), ask: AskBit.sons) { $0.children = [Child(age: 0, gender: .male)] },
        ]
            + ThreatLevel.allCases.map { level in
                Probe(SecurityRule(), fact: FactBit.threat + level.number) { $0.threat = level }
            }
    }
}
