package import Domain
import Foundation
import Matching

/// A group of people for whom a province has shelter or has a gap (features F01 and F27), by a profile that
/// stands for the group and asks for nothing more.
package struct TargetGroup: Sendable {
    /// Stable, lower case with underscores: it stands in addresses and tables.
    package let code: String
    /// As a heading or the head of a row.
    package let name: Bilingual
    /// Inside a sentence, behind "for".
    package let phrase: Bilingual
    package let profile: Profile

    /// The name in Dutch.
    package var label: String { name.dutch }

    private init(
        _ code: String, _ dutch: String, _ english: String, age: Int, _ gender: Gender,
        _ household: Household = .single, _ change: (inout Profile) -> Void = { _ in }
    ) {
        self.code = code
        name = Bilingual(dutch: dutch, english: english)
        phrase = Bilingual(
            dutch: dutch.prefix(1).lowercased() + dutch.dropFirst(),
            english: english.prefix(1).lowercased() + english.dropFirst())
        var profile = Profile(age: age, gender: gender, urgency: .now, threat: .green)
        profile.household = household
        change(&profile)
        self.profile = profile
    }

    package static func group(_ code: String) -> TargetGroup? { all.first { $0.code == code } }

    /// The rows of the gap matrix (screen S14) and the groups of a province (screen S2).
    package static let all: [TargetGroup] = [
        TargetGroup("women", "Vrouwen", "Women", age: 30, .female),
        TargetGroup("men", "Mannen", "Men", age: 30, .male),
        TargetGroup("girls", "Meisjes van 12 tot en met 17 jaar", "Girls aged 12 to 17", age: 15, .female),
        TargetGroup("boys", "Jongens van 12 tot en met 17 jaar", "Boys aged 12 to 17", age: 15, .male),
        TargetGroup(
            "parents_with_children", "Ouders met kinderen", "Parents with children", age: 30, .female, .withChildren
        ) {
            $0.children = [Child(age: 6, gender: .female)]
        },
        TargetGroup("couples", "Stellen", "Couples", age: 30, .female, .couple),
        TargetGroup("families", "Gezinnen", "Families", age: 30, .female, .family) {
            $0.children = [Child(age: 6, gender: .female)]
        },
        TargetGroup("groups", "Groepen van zes mensen", "Groups of six people", age: 30, .male, .group) {
            $0.persons = 6
        },
        TargetGroup(
            "intellectual_disability", "Mensen met een licht verstandelijke beperking",
            "People with a mild intellectual disability", age: 25, .female
        ) {
            $0.circumstances = [.intellectualDisability]
        },
        TargetGroup(
            "active_addiction", "Mensen die middelen gebruiken", "People who use substances", age: 30, .female
        ) {
            $0.circumstances = [.activeAddiction]
        },
        TargetGroup(
            "psychiatric_problem", "Mensen met psychische problemen", "People with mental health problems", age: 30,
            .female
        ) {
            $0.circumstances = [.psychiatricProblem]
        },
        TargetGroup(
            "unaccompanied_minors", "Alleenstaande minderjarige vreemdelingen", "Unaccompanied minors from abroad",
            age: 16, .male
        ) {
            $0.residence = .unaccompaniedMinor
        },
        TargetGroup(
            "trans_non_binary", "Transgender en non-binaire mensen", "Transgender and non-binary people", age: 30,
            .nonBinary
        ) {
            $0.transgender = true
        },
    ]
}

extension TargetGroup {
    /// Whether a service is one of those that are asked about at all: shelter that is meant for who was trafficked.
    ///
    /// Shelter for the homeless is not suitable (domain section 2, no. 8), help without a bed is no place, OMP is kept
    /// for who has more problems at once (rule R8), and reception during the asylum procedure, with a hundred beds in
    /// one place, is for who is in that procedure and would hide every gap of all others.
    ///
    /// - Parameter includesAsylum: where it is asked about people in that procedure.
    func concerns(_ service: Service, includesAsylum: Bool = false) -> Bool {
        guard let kind = service.shelterKind, Place.takesPart(service), !kind.isUnsuitable else { return false }
        if kind == .asylumReception { return includesAsylum }
        return !kind.isScarce || profile.hasMultiProblemMark
    }
}
