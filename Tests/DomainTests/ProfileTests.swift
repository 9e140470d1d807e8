import Domain
import Testing

@Suite("Profile")
struct ProfileTests {
    private static func make(
        age: Int = 30, household: Household? = nil, children: Int? = nil, persons: Int? = nil,
        forms: Set<ExploitationForm>? = nil, circumstances: Set<Circumstance> = []
    ) -> Profile {
        var profile = Profile(age: age, gender: .female, urgency: .now, threat: .green)
        (profile.household, profile.persons) = (household, persons)
        profile.children = children.map { Array(repeating: Child(age: 6, gender: .male), count: $0) }
        (profile.exploitationForms, profile.circumstances) = (forms, circumstances)
        return profile
    }

    /// How many people a household is at least (contract sections 4 and 8).
    private static func people(_ household: Household?, children: Int) -> Int {
        switch household {
        case nil, .single: 1
        case .couple: 2
        case .withChildren: 1 + children
        case .family: 2 + children
        case .group: 3
        }
    }

    @Test(arguments: Household.allCases + [nil], [nil, 0, 1, 2, 5])
    func placesNeeded(household: Household?, children: Int?) {
        let derived = Self.people(household, children: children ?? 0)

        for persons in [nil, derived, derived + 1, 8, 1_000] {
            let profile = Self.make(household: household, children: children, persons: persons)
            #expect(profile.placesNeeded(of: .bed) == persons ?? derived, "persons \(String(describing: persons))")
            let units = household == .group ? persons ?? 3 : 1
            #expect(profile.placesNeeded(of: .unit) == units, "persons \(String(describing: persons))")
        }
    }

    @Test(arguments: Household.allCases, 0...6)
    func minimumOfAHousehold(household: Household, children: Int) {
        #expect(household.minimumPersons(children: children) == Self.people(household, children: children))
    }

    @Test(arguments: [(0, true), (17, true), (18, false), (120, false)])
    func minors(age: Int, isMinor: Bool) {
        #expect(Self.make(age: age).isMinor == isMinor)
    }

    /// Form `unknown` beside others: the others decide (contract section 8).
    @Test(
        arguments: [
            (nil, []), ([], []), ([.unknown], []), ([.sexual, .unknown], [.sexual]),
            ([.labour, .criminal], [.labour, .criminal]),
        ] as [(Set<ExploitationForm>?, Set<ExploitationForm>)])
    func knownForms(forms: Set<ExploitationForm>?, known: Set<ExploitationForm>) {
        #expect(Self.make(forms: forms).knownForms == known)
    }

    /// Rule R8.
    @Test(arguments: Circumstance.allCases)
    func marksOfMultipleProblems(circumstance: Circumstance) {
        let marks: Set<Circumstance> = [
            .activeAddiction, .psychiatricProblem, .acutePsychiatric, .intellectualDisability,
            .severeTraumaDysregulation, .aggression,
        ]
        #expect(Self.make(circumstances: [circumstance]).hasMultiProblemMark == marks.contains(circumstance))
        #expect(!Self.make().hasMultiProblemMark)
    }
}
