import Domain
import Matching
import Testing

@Suite("Gender (R5)")
struct GenderTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let genders: [Gender]?
        let gender: Gender
        var transgender: Bool? = false
        var welcomes: Bool?
        var excluded = false
        var conditions: Set<String> = []
        var testDescription: String {
            let place = genders.map { $0.map(\.rawValue).joined(separator: "+") } ?? "not stated"
            return "\(gender.rawValue), trans \(transgender.map(String.init) ?? "?"), at \(place), "
                + "welcomes \(welcomes.map(String.init) ?? "?")"
        }
    }

    @Test(arguments: [
        Example(genders: [.female], gender: .female),
        Example(genders: [.female], gender: .male, excluded: true),
        Example(genders: [.female, .male], gender: .male),
        Example(genders: nil, gender: .male),
        Example(genders: [.female], gender: .female, transgender: true, conditions: ["gender_check"]),
        Example(genders: [.female], gender: .female, transgender: true, welcomes: false, conditions: ["gender_check"]),
        Example(genders: [.female], gender: .female, transgender: true, welcomes: true),
        Example(genders: [.female], gender: .female, transgender: nil),
        Example(genders: [.female, .nonBinary], gender: .female, transgender: true, conditions: ["gender_check"]),
        Example(genders: [.female, .male], gender: .female, transgender: true),
        Example(genders: nil, gender: .female, transgender: true),
        Example(genders: [.male], gender: .female, transgender: true, welcomes: true, excluded: true),
        Example(genders: [.female], gender: .nonBinary, conditions: ["gender_check"]),
        Example(genders: [.female], gender: .nonBinary, welcomes: true),
        Example(genders: [.female, .male], gender: .nonBinary, conditions: ["gender_check"]),
        Example(genders: [.female, .male, .nonBinary], gender: .nonBinary),
        Example(genders: [.female, .nonBinary], gender: .nonBinary, transgender: true, conditions: ["gender_check"]),
        Example(genders: [.female], gender: .unknown, conditions: ["unknown:gender"]),
        Example(genders: [.female, .male], gender: .unknown, conditions: ["unknown:gender"]),
        Example(genders: [.female, .male, .nonBinary], gender: .unknown),
        Example(genders: nil, gender: .unknown),
    ])
    func placeForSome(_ example: Example) {
        let place = PlaceDraft.make { ($0.genders, $0.welcomesTransgender) = (example.genders, example.welcomes) }
        let profile = Profile.make { ($0.gender, $0.transgender) = (example.gender, example.transgender) }

        let verdict = place.verdict(for: profile)

        #expect(verdict.exclusions == (example.excluded ? ["gender"] : []))
        if !example.excluded { #expect(verdict.conditions == example.conditions) }
    }

    @Test(arguments: [Gender.female, .male, .nonBinary, .unknown])
    func aPlaceThatStatesNothingIsAsked(gender: Gender) {
        let place = PlaceDraft.make { $0.genders = nil }

        #expect(place.asks(for: .make { $0.gender = gender }) == ["not_stated:genders"])
    }

    @Test func aPlaceThatWelcomesEverybodyIsNotAskedForWhoIsNonBinary() {
        let place = PlaceDraft.make { ($0.genders, $0.welcomesTransgender) = (nil, true) }

        #expect(place.asks(for: .make { $0.gender = .nonBinary }).isEmpty)
    }

    /// Not asking is respectful, and it excludes nobody.
    @Test func whetherSomebodyIsTransgenderIsNeverAsked() {
        let place = PlaceDraft.make { $0.genders = [.female] }

        #expect(place.asks(for: .make { $0.transgender = nil }).isEmpty)
    }
}
