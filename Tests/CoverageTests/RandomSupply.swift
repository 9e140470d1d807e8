import Coverage
import Domain
import Foundation
import TestTools

extension TestSupply {
    /// Places of every kind and state in three provinces.
    static func random(using random: inout SeededGenerator) -> TestSupply {
        let count = Int.random(in: 0...25, using: &random)
        return TestSupply((0..<count).map { number in .random(number, using: &random) })
    }
}

extension SupplyDraft {
    private static let provinces: [ProvinceCode] = [.overijssel, .fryslan, .limburg]

    static func random(_ number: Int, using random: inout SeededGenerator) -> SupplyDraft {
        var draft = SupplyDraft()
        draft.id = "plek-\(number)"
        draft.owner = "huis-\(number % 7)"
        draft.kind = random.chance(10) ? nil : random.one(of: ShelterKind.allCases)
        draft.status = random.chance(85) ? .active : random.one(of: ServiceStatus.allCases)
        draft.province = random.one(of: provinces)
        draft.reach = random.one(of: [nil, .national, .regional, .local])
        if random.chance(40) { draft.serviceArea = random.some(of: provinces.map(Area.province), 50) }
        draft.restriction = random.chance(5) ? .closed : .open
        draft.aftercare = random.one(of: [nil, .yes, .no, .unknown])
        if random.chance(40) {
            draft.fundingEndsOn = today.adding(days: random.one(of: [-400, -1, 0, 364, 365, 366, 900]))
        }
        draft.admission = Admission(
            genders: random.chance(40) ? nil : random.some(of: [.female, .male, .nonBinary], 60),
            minimumAge: random.one(of: [.notStated, .unlimited, .years(12), .years(18)]),
            maximumAge: random.one(of: [.notStated, .unlimited, .years(17), .years(22)]),
            households: random.chance(50) ? nil : random.some(of: Household.allCases, 50),
            residence: random.chance(50) ? nil : residence(using: &random),
            exploitationForms: random.chance(60) ? [] : random.some(of: SupplyFilter.forms, 50),
            onlyFor: random.chance(90) ? [] : [random.one(of: [.intellectualDisability, .activeAddiction])])
        if draft.kind != .omp {
            draft.contraIndications = random.some(
                of: [.intellectualDisability, .activeAddiction, .psychiatricProblem, .runningAway], 30
            ).map { ContraIndication($0, random.one(of: [.absolute, .conditional, .none])) }
        }
        draft.unit = random.chance(75) ? .bed : .unit
        draft.total = random.chance(80) ? Int.random(in: 1...12, using: &random) : nil
        draft.free = draft.total.flatMap { random.chance(80) ? Int.random(in: 0...$0, using: &random) : nil }
        draft.isPaused = random.chance(10)
        draft.hoursAgo = random.one(of: [0, 1, 12, 13, 24, 25, 72, 73, 1_000])
        return draft
    }

    private static func residence(using random: inout SeededGenerator) -> [ResidenceStatus: ResidenceAnswer] {
        var answers: [ResidenceStatus: ResidenceAnswer] = [:]
        for status in ResidenceStatus.stated { answers[status] = random.one(of: [.yes, .yes, .conditional, .no]) }
        return answers
    }
}
