package import Domain
import Foundation

/// A group of people for whom a province has shelter or has a gap (features F01 and F27), by a profile that
/// stands for the group and asks for nothing more.
package struct TargetGroup: Sendable {
    package let code: String
    package let label: String
    package let profile: Profile

    private init(
        _ code: String, _ label: String, age: Int, _ gender: Gender, _ household: Household = .single,
        _ change: (inout Profile) -> Void = { _ in }
    ) {
        (self.code, self.label) = (code, label)
        var profile = Profile(age: age, gender: gender, urgency: .now, threat: .green)
        profile.household = household
        change(&profile)
        self.profile = profile
    }

    package static let all: [TargetGroup] = [
        TargetGroup("women", "Vrouwen", age: 30, .female),
        TargetGroup("men", "Mannen", age: 30, .male),
        TargetGroup("girls", "Meisjes van 12 tot en met 17 jaar", age: 15, .female),
        TargetGroup("boys", "Jongens van 12 tot en met 17 jaar", age: 15, .male),
        TargetGroup("parents_with_children", "Ouders met kinderen", age: 30, .female, .withChildren) {
            $0.children = [Child(age: 6, gender: .female)]
        },
        TargetGroup("couples", "Stellen", age: 30, .female, .couple),
        TargetGroup("families", "Gezinnen", age: 30, .female, .family) {
            $0.children = [Child(age: 6, gender: .female)]
        },
        TargetGroup("groups", "Groepen", age: 30, .male, .group) { $0.persons = 6 },
        TargetGroup("intellectual_disability", "Mensen met een licht verstandelijke beperking", age: 25, .female) {
            $0.circumstances = [.intellectualDisability]
        },
        TargetGroup("active_addiction", "Mensen die middelen gebruiken", age: 30, .female) {
            $0.circumstances = [.activeAddiction]
        },
        TargetGroup("unaccompanied_minors", "Alleenstaande minderjarige vreemdelingen", age: 16, .male) {
            $0.residence = .unaccompaniedMinor
        },
    ]
}
