import Domain
import Foundation
import TestTools

/// Rules with anything in every field that may stand there.
struct RandomRules {
    var random: SeededGenerator
    /// Also those that JSON escapes.
    var hasControlCharacters = true

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func rules() -> AdmissionRules {
        AdmissionRules(
            admission: admission(), contraIndications: some(Circumstance.self).map { contraIndication($0) },
            stay: chance() ? stay() : nil, aftercare: one(Answer.self),
            languages: chance() ? ["nl", "en", "tir"] : [], interpreter: truth(), securityLevel: one(SecurityLevel.self)
        )
    }

    private mutating func chance() -> Bool { Bool.random(using: &random) }

    private mutating func truth() -> Bool? { chance() ? chance() : nil }

    private mutating func one<Kind: Code>(_ kind: Kind.Type) -> Kind? {
        chance() ? kind.allCases.randomElement(using: &random) : nil
    }

    /// In any order, each once.
    private mutating func some<Kind: Code>(_ kind: Kind.Type) -> [Kind] {
        let all = Array(kind.allCases).shuffled(using: &random)
        return Array(all.prefix(Int.random(in: 0...min(6, all.count), using: &random)))
    }

    private mutating func limit() -> Admission.Limit {
        switch Int.random(in: 0...2, using: &random) {
        case 0: .notStated
        case 1: .unlimited
        default: .years(Int.random(in: AdmissionRules.ages, using: &random))
        }
    }

    private mutating func text() -> String {
        let lowest: UInt32 = hasControlCharacters ? 0 : 0x20
        let scalars = (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in
            UnicodeScalar(UInt32.random(in: lowest...(chance() ? 0x7e : 0x10ffff), using: &random))
        }
        return "a" + String(String.UnicodeScalarView(scalars))
    }

    private mutating func admission() -> Admission {
        let (genders, households) = (some(Gender.self), some(Household.self))
        return Admission(
            genders: genders.isEmpty ? nil : genders, welcomesTransgender: truth(), minimumAge: limit(),
            maximumAge: limit(), households: households.isEmpty ? nil : households, sonsMaximumAge: limit(),
            residence: chance() ? answers(ResidenceAnswer.self) : nil,
            residenceReasons: answers(ResidenceReason.self), exploitationForms: some(ExploitationForm.self),
            onlyFor: some(Circumstance.self), wheelchair: truth(), pets: one(PetPolicy.self),
            requiresPoliceReport: truth(), accessDecision: one(AccessDecision.self))
    }

    private mutating func answers<Value: Code>(_ kind: Value.Type) -> [ResidenceStatus: Value] {
        var answers: [ResidenceStatus: Value] = [:]
        for status in some(ResidenceStatus.self) { answers[status] = kind.allCases.randomElement(using: &random) }
        return answers
    }

    private mutating func contraIndication(_ circumstance: Circumstance) -> ContraIndication {
        let hardness = Hardness.allCases.randomElement(using: &random) ?? .none
        let day = CalendarDate(daysSinceEpoch: Int.random(in: -25_567...84_005, using: &random))
        return ContraIndication(
            circumstance, hardness, condition: hardness == .conditional && chance() ? text() : nil,
            since: chance() ? day : nil, editedBy: chance() ? text() : nil)
    }

    private mutating func stay() -> Stay {
        func days() -> Int? { chance() ? Int.random(in: AdmissionRules.days, using: &random) : nil }
        return Stay(minimumDays: days(), usualDays: days(), maximumDays: days(), extensible: truth())
    }
}
