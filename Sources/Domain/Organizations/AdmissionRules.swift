import Foundation

/// What a shelter may change itself of one of its services: whom it takes in, for how long and with what help
/// (screen S13).
///
/// Whole, never a part: who saves it has seen all of it, and what stood before can be put back.
package struct AdmissionRules: Hashable, Sendable {
    package let admission: Admission
    /// Empty for an OMP place, which has none (rule R8).
    package let contraIndications: [ContraIndication]
    package let stay: Stay?
    package let aftercare: Answer?
    /// ISO 639-1 codes.
    package let languages: [String]
    package let interpreter: Bool?
    /// Never below that of the files once it is applied; see ``Service/applying(_:on:)``.
    package let securityLevel: SecurityLevel?

    package init(
        admission: Admission = Admission(), contraIndications: [ContraIndication] = [], stay: Stay? = nil,
        aftercare: Answer? = nil, languages: [String] = [], interpreter: Bool? = nil,
        securityLevel: SecurityLevel? = nil
    ) {
        (self.admission, self.contraIndications) = (admission, contraIndications)
        (self.stay, self.aftercare, self.languages) = (stay, aftercare, languages)
        (self.interpreter, self.securityLevel) = (interpreter, securityLevel)
    }

    package func contraIndication(_ circumstance: Circumstance) -> ContraIndication? {
        contraIndications.first { $0.circumstance == circumstance }
    }
}

extension AdmissionRules {
    /// Ages in completed years and days of a stay, both ends included: what the files may say too.
    package static let ages = 0...120
    package static let days = 0...36_500
    /// The most bytes of one condition.
    package static let mostConditionBytes = 2_000

    /// Whether they can be kept and read again: numbers within their bounds, no text empty or too long, nothing twice.
    ///
    /// Not whether they are sensible for a service: that is for the readers of the registry, and for
    /// ``Service/conflict(with:)``.
    package var arePossible: Bool {
        let limits = [admission.minimumAge, admission.maximumAge, admission.sonsMaximumAge]
        let stays = [stay?.minimumDays, stay?.usualDays, stay?.maximumDays]
        let circumstances = contraIndications.map(\.circumstance)
        return limits.compactMap(\.years).allSatisfy(Self.ages.contains)
            && stays.compactMap(\.self).allSatisfy(Self.days.contains)
            && Set(circumstances).count == circumstances.count
            && contraIndications.allSatisfy(\.isPossible) && languages.count <= 200
            && languages.allSatisfy(LanguageCode.isWellFormed)
            && admission.genders?.isEmpty != true && admission.households?.isEmpty != true
    }
}

extension ContraIndication {
    fileprivate var isPossible: Bool {
        let texts = [condition, editedBy].compactMap(\.self)
        return (condition == nil || hardness == .conditional)
            && texts.allSatisfy { !$0.isEmpty && $0.utf8.count <= AdmissionRules.mostConditionBytes }
            && since.map { CalendarDate(text: $0.text) == $0 } ?? true
    }
}

extension Service {
    /// What its shelter may change, as it stands.
    package var rules: AdmissionRules {
        AdmissionRules(
            admission: admission, contraIndications: contraIndications, stay: stay, aftercare: aftercare,
            languages: languages, interpreter: interpreter, securityLevel: securityLevel)
    }

    /// Why `rules` cannot be those of this service, whatever stands in them otherwise.
    package enum RulesConflict: Hashable, Sendable {
        /// An OMP place has no contra-indications (feature F06).
        case multiProblemShelterRefuses
    }

    package func conflict(with rules: AdmissionRules) -> RulesConflict? {
        shelterKind == .omp && !rules.contraIndications.isEmpty ? .multiProblemShelterRefuses : nil
    }

    /// The areas of a secret place name provinces alone; where they do, they stay as they are.
    private static func provinces(of areas: [Area], on map: Geography) -> [Area] {
        let isNearer = areas.contains { if case .municipality = $0 { true } else { false } }
        return isNearer ? map.provinces(of: areas) : areas
    }

    /// The same service with other rules.
    ///
    /// Its address is kept at least as well as the files say: what they hide cannot be made known by a change of
    /// rules. Where it is kept better from now on, what may not be known any more is taken out (feature F16).
    package func applying(_ rules: AdmissionRules, on map: Geography) -> Service {
        let level = Self.stricter(securityLevel, rules.securityLevel)
        let isSecret = level == .secret
        return Service(
            id: id, organization: organization, organizationName: organizationName, isExample: isExample, name: name,
            description: description, shelterKind: shelterKind, helpKinds: helpKinds, status: status, phases: phases,
            site: isSecret ? site.secret(on: map) : site, reach: reach,
            serviceArea: isSecret ? serviceArea.map { Self.provinces(of: $0, on: map) } : serviceArea,
            securityLevel: level, restriction: restriction, admission: rules.admission,
            contraIndications: rules.contraIndications, specialFor: specialFor, expertiseLevel: expertiseLevel,
            livedExperience: livedExperience, languages: rules.languages, interpreter: rules.interpreter,
            referral: referral, stay: rules.stay, waiting: waiting, aftercare: rules.aftercare, funding: funding,
            fundingTerm: fundingTerm, fundingEndsOn: fundingEndsOn, startingCapacity: startingCapacity)
    }

    private static func stricter(_ one: SecurityLevel?, _ other: SecurityLevel?) -> SecurityLevel? {
        guard let one, let other else { return one ?? other }
        return other.strength > one.strength ? other : one
    }
}

extension Site {
    /// What a secret place may say of where it is.
    fileprivate func secret(on map: Geography) -> Site {
        Site(province: province, unsafeForAreas: map.provinces(of: unsafeForAreas))
    }
}

extension Geography {
    /// The provinces of `areas`, each once, in the order of the map.
    fileprivate func provinces(of areas: [Area]) -> [Area] {
        let found = Set(areas.compactMap(province(of:)))
        return ProvinceCode.allCases.filter(found.contains).map(Area.province)
    }
}
