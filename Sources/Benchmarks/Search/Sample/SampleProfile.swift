import Domain
import Foundation

/// A person to search for: the profile itself, and the same as the API takes it.
struct SampleProfile {
    let name: String
    let profile: Profile

    /// As the API takes it.
    var json: String { get throws { try profile.json } }

    /// The README's search first.
    static let all: [SampleProfile] = [readme, mother, girl, worker, group]

    static let readme: SampleProfile = {
        var profile = Profile(age: 24, gender: .female, urgency: .now, threat: .orange)
        profile.household = .single
        profile.exploitationForms = [.sexual]
        profile.dangerAreas = [Area(code: "NL-OV")].compactMap { $0 }
        return SampleProfile(name: "woman of 24, tonight (README)", profile: profile)
    }()

    private static let mother: SampleProfile = {
        var profile = Profile(age: 31, gender: .female, urgency: .days, threat: .red)
        profile.household = .withChildren
        profile.children = [Child(age: 4, gender: .female), Child(age: 13, gender: .male)]
        profile.residence = .undocumented
        profile.circumstances = [.latePregnancy]
        profile.dangerAreas = ["NL-NB", "GM0599"].compactMap(Area.init(code:))
        return SampleProfile(name: "mother with two children, red, this week", profile: profile)
    }()

    private static let girl: SampleProfile = {
        var profile = Profile(age: 17, gender: .female, urgency: .now, threat: .orange)
        profile.turns18Within6Months = true
        profile.circumstances = [.intellectualDisability]
        return SampleProfile(name: "girl of 17, nearly 18", profile: profile)
    }()

    private static let worker: SampleProfile = {
        var profile = Profile(age: 45, gender: .male, urgency: .planned, threat: .green)
        profile.household = .single
        profile.residence = .euEea
        profile.exploitationForms = [.labour, .seriousDisadvantage]
        profile.housing = .safeOwnPlace
        return SampleProfile(name: "man of 45, labour, later", profile: profile)
    }()

    private static let group: SampleProfile = {
        var profile = Profile(age: 30, gender: .unknown, urgency: .now, threat: .green)
        profile.household = .group
        profile.persons = 8
        return SampleProfile(name: "group of eight, little known", profile: profile)
    }()
}
