import Domain
import Matching
import TestTools

extension PlaceDraft {
    /// Any place the registry would accept, leaning towards one that takes people in, so that a fair share of the
    /// pairs passes the hard filter.
    static func random(_ id: String, on map: RandomMap, using random: inout SeededGenerator) -> PlaceDraft {
        var draft = PlaceDraft()
        draft.id = id
        draft.kind = random.chance(12) ? nil : random.one(of: ShelterKind.allCases)
        draft.helpKinds = random.some(of: HelpKind.allCases.filter { $0 != .perpetratorHelp }, 5)
        if draft.kind == nil, random.chance(90) { draft.helpKinds.append(.ambulatorySupport) }
        if random.chance(2) { draft.helpKinds.append(.perpetratorHelp) }
        draft.status = random.chance(92) ? .active : random.one(of: ServiceStatus.allCases)
        draft.phases = random.some(of: Phase.allCases, 50)
        draft.takeSite(on: map, using: &random)
        draft.takeAdmission(using: &random)
        draft.takeMarks(using: &random)
        draft.takeCounts(using: &random)
        return draft
    }

    /// Opens most of what the draft keeps shut, so that long lists arise to be put in order.
    mutating func soften(using random: inout SeededGenerator) {
        let open = PlaceDraft()
        if random.chance(70) { (status, isPaused, reach) = (open.status, open.isPaused, open.reach) }
        if random.chance(70) { (genders, households, residence) = (open.genders, open.households, open.residence) }
        if random.chance(70) { (minimumAge, maximumAge) = (open.minimumAge, open.maximumAge) }
        if random.chance(70) { (forms, onlyFor) = (open.forms, open.onlyFor) }
        if random.chance(70) { (wheelchair, pets) = (open.wheelchair, open.pets) }
        if random.chance(70) { contraIndications.removeAll { $0.hardness == .absolute } }
        if random.chance(70), total != nil { total = 20 }
    }

    private mutating func takeSite(on map: RandomMap, using random: inout SeededGenerator) {
        province = random.one(of: map.provinces)
        if kind == nil {
            security = random.chance(70) ? nil : .some(.none)
            restriction = random.chance(70) ? nil : .ambulatory
        } else {
            security = random.chance(10) ? SecurityLevel.none : random.one(of: [.openVisible, .sheltered, .secret])
            restriction = random.chance(5) ? .closed : random.one(of: [.open, .open, .semiOpen])
        }
        if security != .secret, random.chance(60) { municipality = random.one(of: map.municipalities(in: province)) }
        if random.chance(10) { unsafeForAreas = random.several(of: map.areas, 20) }
        reach = random.chance(10) ? nil : random.one(of: [.national, .national, .national, .regional, .local])
        if random.chance(50) { serviceArea = random.several(of: map.areas, 40) }
    }

    private mutating func takeAdmission(using random: inout SeededGenerator) {
        let bounds: [Admission.Limit] = [.notStated, .unlimited]
        genders = random.chance(15) ? nil : random.several(of: [.female, .male, .nonBinary], 75)
        welcomesTransgender = random.one(of: [nil, true, false])
        minimumAge =
            random.chance(50) ? random.one(of: bounds) : .years(random.one(of: [0, 11, 12, 16, 17, 18, 18, 21]))
        maximumAge =
            random.chance(60)
            ? random.one(of: bounds) : .years(random.one(of: [11, 17, 18, 22, 23, 64, 100]))
        households = random.chance(15) ? nil : random.several(of: Household.allCases, 85)
        sonsMaximumAge = random.chance(60) ? random.one(of: bounds) : .years(random.one(of: [0, 6, 12, 17]))
        residence = random.chance(25) ? nil : Self.everyStatus
        if residence != nil, random.chance(60) {
            for status in ResidenceStatus.stated where random.chance(25) {
                residence?[status] = random.one(of: [nil, .conditional, .conditional, .no])
            }
        }
        forms = random.chance(70) ? [] : random.several(of: ExploitationForm.allCases.filter { $0 != .unknown }, 60)
        onlyFor = random.chance(94) ? [] : Array(random.several(of: Circumstance.allCases, 15).prefix(2))
        wheelchair = random.one(of: [nil, true, true, false])
        pets = random.one(of: [nil, .yes, .foster, .no])
    }

    private mutating func takeMarks(using random: inout SeededGenerator) {
        if kind != .omp {
            contraIndications = random.some(of: Circumstance.allCases, 15).map { circumstance in
                let hardness = random.one(of: [Hardness.absolute, .conditional, .conditional, .none])
                return ContraIndication(circumstance, hardness, condition: hardness == .conditional ? "Kan." : nil)
            }
        }
        specialFor =
            random.some(of: SpecialTarget.allCases, 20).map(SpecialMark.target)
            + random.some(of: Circumstance.allCases, 5).map(SpecialMark.circumstance)
        expertise = random.one(of: [nil, .some(.none), .basic, .specialist])
        if kind != nil, random.chance(60) {
            stay = Stay(maximumDays: random.one(of: [nil, 3, 14, 15, 90, 365]))
        }
    }

    private mutating func takeCounts(using random: inout SeededGenerator) {
        let edges: [Double] = [0, 1, 12, 24, 72, 7 * 24, 30 * 24]
        isCounted = random.chance(96)
        unit = random.chance(75) ? .bed : .unit
        total = random.chance(90) ? random.number(1...8) : nil
        free = total.flatMap { total in random.chance(85) ? random.number(0...total) : nil }
        isPaused = random.chance(3)
        let age = random.one(of: edges) * 3_600 + random.one(of: [0, 0, 1, 1_800])
        confirmedAt = random.chance(92) ? TestMoment.secondsAgo(age) : nil
        expectedFreeOn =
            random.chance(50) ? TestMoment.inDays(random.one(of: [-3, -1, 0, 1, 6, 7, 8, 89, 90, 91])) : nil
        waiting = nil
        if random.chance(80) {
            waiting = Waiting(
                days: random.one(of: [0, 1, 7, 8, 90, 91]),
                statedOn: random.chance(90) ? TestMoment.inDays(-random.one(of: [0, 6, 7, 8, 29, 30, 31])) : nil)
        }
    }
}
