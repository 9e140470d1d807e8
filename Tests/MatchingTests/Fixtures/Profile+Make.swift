import Domain

extension Profile {
    /// A woman of thirty in Zwolle of whom everything is known and nothing stands in the way.
    static func make(_ change: (inout Profile) -> Void = { _ in }) -> Profile {
        var profile = Profile(age: 30, gender: .female, urgency: .now, threat: .green)
        profile.transgender = false
        profile.household = .single
        profile.children = []
        profile.residence = .dutch
        profile.exploitationForms = [.sexual]
        profile.circumstancesRuledOut = Set(Circumstance.allCases)
        profile.dangerAreas = []
        profile.currentMunicipality = TestMap.zwolle
        profile.housing = .unsafeHome
        profile.wheelchair = false
        profile.pet = false
        change(&profile)
        return profile
    }

    /// Only what a search must have (contract section 3).
    static func minimal(_ change: (inout Profile) -> Void = { _ in }) -> Profile {
        var profile = Profile(age: 30, gender: .female, urgency: .now, threat: .green)
        change(&profile)
        return profile
    }

    /// Says that `circumstance` is there, and no longer that it is not.
    mutating func has(_ circumstance: Circumstance) {
        circumstances.insert(circumstance)
        circumstancesRuledOut.remove(circumstance)
    }
}
