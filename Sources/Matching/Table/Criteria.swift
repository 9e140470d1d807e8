import Domain
import Foundation

/// What one service asks of a person, as bits and numbers: what the rules say of it, worked out once per registry, in 72
/// bytes. Turned on its side (see ``Planes``) it screens all services at once; row by row it says what is shown.
struct Criteria: Sendable {
    /// Facts (see ``FactBit``) with which a person cannot come.
    var rejects: UInt64 = 0
    /// Facts that are to be talked over first.
    var consults: UInt64 = 0
    /// Wishes that the service meets, by the numbers of ``WishBit``.
    var attributes: UInt64 = 0
    /// Whom it is special for, by the numbers of ``MarkBit``.
    var marks: UInt64 = 0
    /// Answers (see ``AskBit``) that leave something to ask.
    var asks: UInt64 = 0
    /// Circumstances of which one is needed; 0 for no such rule.
    var onlyFor: UInt32 = 0
    /// Low half: provinces that are dangerous here when named. High half: provinces of which any municipality is.
    var danger: UInt32 = 0
    /// Where its two lists of single municipalities start: how many are dangerous, how many are served, then these.
    var lists: UInt32 = 0
    /// Provinces of which some municipalities are dangerous here: see the list.
    var dangerPart: UInt16 = 0
    /// Provinces that are served as a whole; all sixteen bits where everybody may come.
    var servedWhole: UInt16 = 0
    /// Provinces of which some municipalities are served: see the list.
    var servedPart: UInt16 = 0
    /// Forms of exploitation by number; see ``FormBit``.
    var forms: UInt16 = 0
    var minimumAge = UInt8.min
    var maximumAge = UInt8.max
    /// The oldest a son may be.
    var sonsMaximumAge = UInt8.max
    var traits: Traits = []
    var province: UInt8 = 0
    var kind = KindClass.ordinary
    /// Which limits count for the age of its count: quick kinds, other beds, help without a bed.
    var limits: UInt8 = 0
    var restriction: UInt8 = 0
    var strength: UInt8 = 0
    var expertise: UInt8 = 0

    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8

        static let ambulatory = Traits(rawValue: 1)
        static let hidesMunicipality = Traits(rawValue: 1 << 1)
        /// For adults, and somebody who turns eighteen may wait for it.
        static let awaitsEighteen = Traits(rawValue: 1 << 2)
        static let spansEighteen = Traits(rawValue: 1 << 3)
        /// May have a municipality and names none.
        static let hasNoMunicipality = Traits(rawValue: 1 << 4)
        /// For its own area only.
        static let isRegional = Traits(rawValue: 1 << 5)
    }

    /// What decides on the section beside the person.
    enum KindClass: UInt8, CaseIterable, Sendable {
        case ordinary, unsuitable, planned, plannedShort, omp, ompShort, timeOutShort, emergencyShort, otherShort
    }
}

extension Criteria.KindClass {
    init(of service: Service) {
        let (kind, isShort) = (service.shelterKind, service.isShortStay)
        if kind?.isUnsuitable ?? false {
            self = .unsuitable
        } else if kind?.isPlanned ?? false {
            self = isShort ? .plannedShort : .planned
        } else if kind == .omp {
            self = isShort ? .ompShort : .omp
        } else if !isShort {
            self = .ordinary
        } else if kind == .timeOut {
            self = .timeOutShort
        } else {
            self = kind?.isEmergencyBed ?? false ? .emergencyShort : .otherShort
        }
    }
}

/// Which bit stands for which wish; wishes for one service have none.
enum WishBit {
    static let wishes: [Wish] =
        ProvinceCode.allCases.map(Wish.province) + ShelterKind.allCases.map(Wish.shelterKind)
        + Restriction.allCases.map(Wish.restriction) + SecurityLevel.allCases.map(Wish.securityLevel)

    static let numbers: [Wish: Int] = Dictionary(uniqueKeysWithValues: wishes.enumerated().map { ($1, $0) })

    static func bits(of wishes: [Wish]) -> UInt64 {
        wishes.reduce(0) { bits, wish in numbers[wish].map { bits | 1 << UInt64($0) } ?? bits }
    }
}

/// Which bit stands for which mark of `specialFor`: circumstances first.
enum MarkBit {
    static let marks: [SpecialMark] =
        Circumstance.allCases.map(SpecialMark.circumstance) + SpecialTarget.allCases.map(SpecialMark.target)

    static func bits(of marks: [SpecialMark]) -> UInt64 {
        marks.reduce(0) { $0 | 1 << UInt64(number(of: $1)) }
    }

    static func number(of mark: SpecialMark) -> Int {
        switch mark {
        case .circumstance(let circumstance): circumstance.number
        case .target(let target): Circumstance.allCases.count + target.number
        }
    }
}

/// How forms of exploitation are compared: those of a place and those of a person must share a bit.
enum FormBit {
    /// Serious disadvantage and no other form is served elsewhere than beside others (contract section 4).
    static let seriousDisadvantageAlone: UInt16 = 1 << 9
    /// Nothing is known of the form: every place has this bit.
    static let notKnown: UInt16 = 1 << 15

    static func bit(_ form: ExploitationForm) -> UInt16 { 1 << UInt16(form.number) }

    static func bits(of known: Set<ExploitationForm>) -> UInt16 {
        if known.isEmpty { return notKnown }
        if known == [.seriousDisadvantage] { return seriousDisadvantageAlone }
        return known.reduce(0) { $0 | bit($1) }
    }
}
