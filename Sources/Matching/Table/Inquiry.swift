import Domain
import Foundation

/// A profile at a moment in the same bits and numbers as ``Criteria``, worked out once per search.
struct Inquiry: Sendable {
    let profile: Profile
    let now: Date

    /// What is known of the person, as ``FactBit``.
    private(set) var facts: UInt64 = 0
    /// The same, with the bits that only conditions have.
    private(set) var consultFacts: UInt64 = 0
    /// What was answered and what was not, as ``AskBit``.
    private(set) var answers: UInt64 = 0
    let circumstances: UInt32
    let forms: UInt16
    let age: UInt8
    /// The age of the oldest son who comes along; -1 for none.
    let oldestSon: Int16
    let bedsNeeded: Int32
    let unitsNeeded: Int32

    let mustNot: UInt64
    let prefers: UInt64
    /// Rows that a wish names: those that must not be, and those that are preferred.
    let forbiddenRows: [Int]
    let preferredRows: [Int]
    let marks: UInt64

    let danger: DangerInquiry
    let location: LocationInquiry

    let mayWaitForBirthday: Bool
    let turnsEighteen: Bool
    let requiredStrength: Int
    let horizon: Int32
    let today: Int32
    let moment: Double
    /// For how many seconds a count may be relied on, by ``Criteria/limits``.
    let reliableFor: [Double]
    /// By ``Criteria/KindClass``: the section that stands whatever the count, and the one that stands when it is free;
    /// 0 for none.
    let early: [UInt8]
    let late: [UInt8]

    init(_ profile: Profile, in table: ServiceTable, at now: Date) {
        (self.profile, self.now) = (profile, now)
        circumstances = UInt32(truncatingIfNeeded: FactBit.bits(of: profile.circumstances))
        forms = FormBit.bits(of: profile.knownForms)
        age = UInt8(clamping: profile.age)
        let sons = (profile.children ?? []).filter { $0.gender == .male }.map(\.age)
        oldestSon = Int16(clamping: sons.max() ?? -1)
        (bedsNeeded, unitsNeeded) = (
            Int32(clamping: profile.placesNeeded(of: .bed)), Int32(clamping: profile.placesNeeded(of: .unit))
        )
        (mustNot, prefers) = (WishBit.bits(of: profile.mustNot), WishBit.bits(of: profile.prefers))
        forbiddenRows = Self.rows(named: profile.mustNot, in: table)
        preferredRows = Self.rows(named: profile.prefers, in: table)
        marks = MarkBit.bits(of: MarkBit.marks.filter { $0.applies(to: profile) })
        danger = DangerInquiry(profile, in: table)
        location = LocationInquiry(profile, in: table)
        turnsEighteen = profile.turns18Within6Months
        mayWaitForBirthday = profile.age == 17 && profile.turns18Within6Months
        requiredStrength = profile.threat.requiredSecurity.strength
        horizon = Int32(profile.urgency.horizonDays)
        today = Int32(clamping: CalendarDate(now).daysSinceEpoch)
        moment = now.timeIntervalSinceReferenceDate
        reliableFor = FreshnessLimits.byNumber.map(\.ageing)
        let sections = KindSections(profile)
        (early, late) = (sections.early, sections.late)
        takeFacts()
        takeAnswers()
    }

    private static func rows(named wishes: [Wish], in table: ServiceTable) -> [Int] {
        var rows: [Int] = []
        for case .service(let id) in wishes {
            if let row = table.row(of: id), !rows.contains(row) { rows.append(row) }
        }
        return rows
    }

    private mutating func takeFacts() {
        facts = UInt64(circumstances) << FactBit.circumstance | 1 << FactBit.paused
        facts |= 1 << UInt64(FactBit.gender + profile.gender.number)
        facts |= 1 << UInt64(FactBit.threat + profile.threat.number)
        if let household = profile.household { facts |= 1 << UInt64(FactBit.household + household.number) }
        if let status = profile.residence { facts |= 1 << UInt64(FactBit.residence + status.number) }
        if profile.wheelchair == true { facts |= 1 << FactBit.wheelchair }
        if profile.pet == true { facts |= 1 << FactBit.pet }
        if !profile.courtAuthorisation { facts |= 1 << FactBit.noCourtOrder }
        if profile.housing != .safeOwnPlace { facts |= 1 << FactBit.noSafeHome }
        if profile.onwardPlaceWanted { facts |= 1 << FactBit.onward }
        // The check on gender has the bits that stand for something else among the facts.
        consultFacts = facts & ~(7 << FactBit.genderCheck)
        switch (profile.gender == .nonBinary, profile.transgender == true) {
        case (true, false): consultFacts |= 1 << FactBit.genderCheck
        case (false, true): consultFacts |= 1 << (FactBit.genderCheck + 1)
        case (true, true): consultFacts |= 1 << (FactBit.genderCheck + 2)
        case (false, false): break
        }
    }

    private mutating func takeAnswers() {
        let settled = FactBit.bits(of: profile.circumstancesRuledOut) | UInt64(circumstances)
        answers = ~settled & (1 << UInt64(Circumstance.allCases.count) - 1)
        answers |= 1 << UInt64(AskBit.gender + profile.gender.number)
        answers |= 1 << UInt64(AskBit.household + (profile.household.map { $0.number + 1 } ?? 0))
        answers |= 1 << UInt64(AskBit.residence + (profile.residence.map { $0.number + 1 } ?? 0))
        answers |= 1 << UInt64(AskBit.wheelchair + (profile.wheelchair.map { $0 ? 2 : 1 } ?? 0))
        answers |= 1 << UInt64(AskBit.pet + (profile.pet.map { $0 ? 2 : 1 } ?? 0))
        answers |= 1 << AskBit.minimumAge | 1 << AskBit.maximumAge | 1 << AskBit.reach
        if profile.knownForms.isEmpty { answers |= 1 << AskBit.forms }
        let mayBringSons = profile.household == .withChildren || profile.household == .family
        if profile.children == nil, mayBringSons { answers |= 1 << AskBit.children }
        if oldestSon >= 0 { answers |= 1 << AskBit.sons }
        if profile.threat != .green, profile.dangerAreas == nil { answers |= 1 << AskBit.danger }
    }
}
