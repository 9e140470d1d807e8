import Domain
import Foundation

extension Criteria {
    /// What `service` asks, found by putting every ``Probe`` to its rule.
    init(of service: Service, on map: Geography) {
        let place = Place(service: service)
        for probe in Probe.all {
            for finding in probe.rule.evaluate(probe.profile, for: place, on: map) { take(finding, of: probe) }
        }
        takeContraIndications(of: place, on: map)
        takeForms(of: service)
        takeLimits(of: service)
        attributes = WishBit.wishes.enumerated().reduce(0) { bits, wish in
            wish.element.isMet(by: service) ? bits | 1 << UInt64(wish.offset) : bits
        }
        marks = MarkBit.bits(of: service.specialFor)
        onlyFor = UInt32(truncatingIfNeeded: FactBit.bits(of: service.admission.onlyFor))
        province = UInt8(service.site.province.number)
        kind = KindClass(of: service)
        limits = service.isAmbulatory ? 2 : service.shelterKind?.agesQuickly ?? false ? 0 : 1
        restriction = UInt8(service.effectiveRestriction.weight)
        strength = UInt8(service.effectiveSecurity.strength)
        expertise = UInt8(service.expertiseLevel?.weight ?? 0)
        traits = Traits(of: service)
    }

    private mutating func take(_ finding: Finding, of probe: Probe) {
        switch finding {
        case .excluded: rejects |= Self.word(probe.fact)
        case .condition(.genderCheck): consults |= Self.word(probe.check)
        case .condition: consults |= Self.word(probe.fact)
        case .ask: asks |= Self.word(probe.ask)
        }
    }

    private static func word(_ bit: Int?) -> UInt64 { bit.map { 1 << UInt64($0) } ?? 0 }

    /// All circumstances at once, and none: the rule looks at each by itself.
    private mutating func takeContraIndications(of place: Place, on map: Geography) {
        let rule = ContraIndicationRule()
        for profile in [Self.everyCircumstance, Self.noCircumstance] {
            for finding in rule.evaluate(profile, for: place, on: map) {
                switch finding {
                case .excluded(.contraIndication(let circumstance)): rejects |= Self.word(circumstance.number)
                case .condition(.contraIndication(let circumstance)): consults |= Self.word(circumstance.number)
                case .ask(.contraIndication(let circumstance)): asks |= Self.word(circumstance.number)
                default: break
                }
            }
        }
    }

    private static let noCircumstance = Profile(age: 30, gender: .unknown, urgency: .now, threat: .orange)
    private static let everyCircumstance: Profile = {
        var profile = noCircumstance
        profile.circumstances = Set(Circumstance.allCases)
        return profile
    }()

    private mutating func takeForms(of service: Service) {
        let known = ExploitationForm.allCases.filter { $0 != .unknown }
        let others = known.filter { $0 != .seriousDisadvantage }
        forms = FormBit.notKnown
        for form in others where ExploitationRule.serves([form], service) { forms |= FormBit.bit(form) }
        if ExploitationRule.serves([.seriousDisadvantage], service) { forms |= FormBit.seriousDisadvantageAlone }
        // Where it is listed it is enough beside any other form.
        if others.allSatisfy({ ExploitationRule.serves([.seriousDisadvantage, $0], service) }) {
            forms |= FormBit.bit(.seriousDisadvantage)
        }
    }

    private mutating func takeLimits(of service: Service) {
        let admission = service.admission
        if let minimum = admission.minimumAge.years { minimumAge = UInt8(clamping: minimum) }
        if let maximum = admission.maximumAge.years { maximumAge = UInt8(clamping: maximum) }
        if let oldest = admission.sonsMaximumAge.years { sonsMaximumAge = UInt8(clamping: oldest) }
        if admission.minimumAge == .notStated { asks |= Self.word(AskBit.minimumAge) }
        if admission.maximumAge == .notStated { asks |= Self.word(AskBit.maximumAge) }
        if service.reach == nil { asks |= Self.word(AskBit.reach) }
    }
}

extension Criteria.Traits {
    fileprivate init(of service: Service) {
        self = []
        if service.isAmbulatory { insert(.ambulatory) }
        if service.effectiveSecurity.hidesMunicipality { insert(.hidesMunicipality) }
        if service.awaitsEighteen { insert(.awaitsEighteen) }
        if service.spansEighteen { insert(.spansEighteen) }
        if service.site.municipality == nil, service.effectiveSecurity != .secret { insert(.hasNoMunicipality) }
        if service.reach == .regional || service.reach == .local { insert(.isRegional) }
    }
}
