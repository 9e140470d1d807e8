import Domain
import Foundation
import Matching
import Registry

/// Makes services out of real ones.
struct ServiceVariation {
    private let withBeds: [Service]
    private let withoutBeds: [Service]
    /// All services that take part, so that the mix stays.
    private let models: [Service]
    private let municipalities: [ProvinceCode: [MunicipalityCode]]
    private let now: Date
    private var random: SampleRandom

    init(of real: Registry, random: SampleRandom, now: Date) throws(BenchmarkFailure) {
        let models = real.services.filter { real.isCurrent($0) && Place.takesPart($0) }
        let municipalities = Dictionary(grouping: real.geography.municipalities, by: \.province)
            .mapValues { $0.map(\.code) }
        let (beds, others) = (models.filter { !$0.isAmbulatory }, models.filter(\.isAmbulatory))
        guard !beds.isEmpty, !others.isEmpty, ProvinceCode.allCases.allSatisfy({ municipalities[$0] != nil }) else {
            throw BenchmarkFailure("the data has too little to make samples of.")
        }
        (self.models, withBeds, withoutBeds, self.municipalities) = (models, beds, others, municipalities)
        (self.random, self.now) = (random, now)
    }

    mutating func organization(_ number: Int, services count: Int) throws(BenchmarkFailure) -> Organization {
        let text = "voorbeeld-\(String(1_000_000 + number).dropFirst())"
        guard let id = OrganizationID(rawValue: text) else { throw BenchmarkFailure("\(text) is no id.") }
        let name = "Voorbeeld \(number)"
        var services: [Service] = []
        for index in 0..<count {
            guard let service = ServiceID(rawValue: "\(text)-\(index)") else {
                throw BenchmarkFailure("\(text) is no id.")
            }
            services.append(self.service(service, of: id, named: name).withOwnMemory())
        }
        return Organization(
            id: id, name: name, kind: .shelterProvider, province: services.first?.site.province, isExample: true,
            services: services)
    }

    private mutating func service(_ id: ServiceID, of organization: OrganizationID, named name: String) -> Service {
        let model = random.one(of: models)
        let donors = model.isAmbulatory ? withoutBeds : withBeds
        let security = mixed(\.securityLevel, model, donors, percent: 15)
        let site = site(security, donors)
        let reach = mixed(\.reach, model, donors)
        return Service(
            id: id, organization: organization, organizationName: name, isExample: true, name: model.name,
            shelterKind: model.shelterKind, helpKinds: model.helpKinds, status: status(), phases: model.phases,
            site: site, reach: reach, serviceArea: area(reach, of: site, security),
            securityLevel: security, restriction: mixed(\.restriction, model, donors, percent: 10),
            admission: admission(model, donors),
            contraIndications: model.shelterKind == .omp ? [] : contraIndications(model, donors),
            specialFor: mixed(\.specialFor, model, donors), expertiseLevel: mixed(\.expertiseLevel, model, donors),
            livedExperience: model.livedExperience, languages: mixed(\.languages, model, donors),
            interpreter: model.interpreter, referral: model.referral, stay: mixed(\.stay, model, donors),
            waiting: model.isAmbulatory ? waiting() : nil, aftercare: model.aftercare, funding: model.funding,
            fundingTerm: model.fundingTerm, startingCapacity: model.isAmbulatory ? nil : capacity())
    }

    /// The model's, or in so many cases out of a hundred that of another.
    private mutating func mixed<Value>(
        _ field: KeyPath<Service, Value>, _ model: Service, _ donors: [Service], percent: Int = 30
    ) -> Value {
        (random.chance(percent) ? random.one(of: donors) : model)[keyPath: field]
    }

    private mutating func status() -> ServiceStatus {
        random.chance(94) ? .active : random.one(of: [.paused, .temporarilyClosed])
    }

    // MARK: Where

    private mutating func site(_ security: SecurityLevel?, _ donors: [Service]) -> Site {
        let province = random.one(of: donors).site.province
        let isNamed = security != .secret && random.chance(85)
        let unsafe = random.chance(8) ? [anyArea(), anyArea()] : []
        return Site(
            province: province, municipality: isNamed ? municipality(in: province) : nil, unsafeForAreas: unsafe)
    }

    private mutating func municipality(in province: ProvinceCode) -> MunicipalityCode? {
        municipalities[province].map { random.one(of: $0) }
    }

    private mutating func anyArea() -> Area {
        let province = random.one(of: ProvinceCode.allCases)
        guard random.chance(50), let municipality = municipality(in: province) else { return .province(province) }
        return .municipality(municipality)
    }

    private mutating func area(_ reach: Reach?, of site: Site, _ security: SecurityLevel?) -> [Area]? {
        guard reach == .regional || reach == .local, random.chance(90) else { return nil }
        switch random.number(0...3) {
        case 0: return [.province(site.province), .province(random.one(of: ProvinceCode.allCases))]
        case 1 where security != .secret:
            let chosen = random.some(of: municipalities[site.province] ?? [], atMost: 12)
            return chosen.map(Area.municipality)
        default: return [.province(site.province)]
        }
    }

    // MARK: Whom

    private mutating func admission(_ model: Service, _ donors: [Service]) -> Admission {
        let ages = mixed(\.admission, model, donors)
        let sons: Admission.Limit =
            random.chance(25) ? .years(random.number(8...17)) : mixed(\.admission.sonsMaximumAge, model, donors)
        let residence = mixed(\.admission, model, donors)
        return Admission(
            genders: mixed(\.admission.genders, model, donors, percent: 20),
            welcomesTransgender: mixed(\.admission.welcomesTransgender, model, donors),
            minimumAge: ages.minimumAge, maximumAge: orUnlimited(ages.maximumAge),
            households: mixed(\.admission.households, model, donors), sonsMaximumAge: orUnlimited(sons),
            residence: residence.residence, residenceReasons: residence.residenceReasons,
            exploitationForms: mixed(\.admission.exploitationForms, model, donors), onlyFor: model.admission.onlyFor,
            wheelchair: mixed(\.admission.wheelchair, model, donors), pets: mixed(\.admission.pets, model, donors),
            requiresPoliceReport: model.admission.requiresPoliceReport, accessDecision: model.admission.accessDecision)
    }

    private mutating func orUnlimited(_ limit: Admission.Limit) -> Admission.Limit {
        limit == .notStated && random.chance(40) ? .unlimited : limit
    }

    private mutating func contraIndications(_ model: Service, _ donors: [Service]) -> [ContraIndication] {
        var list = mixed(\.contraIndications, model, donors)
        if random.chance(30), !list.isEmpty { list.remove(at: random.number(0...list.count - 1)) }
        let circumstance = random.one(of: Circumstance.allCases)
        if random.chance(40), !list.contains(where: { $0.circumstance == circumstance }) {
            list.append(ContraIndication(circumstance, random.one(of: Hardness.allCases)))
        }
        return list
    }

    // MARK: When

    private mutating func waiting() -> Waiting? {
        guard random.chance(80) else { return nil }
        let stated = CalendarDate(now).adding(days: -random.number(0...45))
        return Waiting(days: random.number(0...60), statedOn: random.chance(90) ? stated : nil)
    }

    private mutating func capacity() -> Capacity? {
        guard random.chance(94) else { return nil }
        let total = random.number(1...24)
        // Never a whole number of hours, so that no count changes its freshness while it is searched.
        let minute = random.number(5...55)
        let isFull = random.chance(45)
        let free = random.chance(12) ? nil : isFull ? 0 : random.number(1...min(total, 8))
        return Capacity(
            unit: random.chance(70) ? .bed : .unit, total: random.chance(96) ? total : nil, free: free,
            confirmedAt: hoursAgo().map { now.addingTimeInterval(-60 * Double(60 * $0 + minute)) },
            expectedFreeOn: isFull && random.chance(60)
                ? CalendarDate(now).adding(days: random.number(-5...120)) : nil)
    }

    /// Fresh, ageing and stale ones, as in a working week; `nil` where nobody ever confirmed.
    private mutating func hoursAgo() -> Int? {
        switch random.number(0...99) {
        case ..<50: random.number(0...11)
        case ..<65: random.number(12...23)
        case ..<85: random.number(24...71)
        case ..<96: random.number(72...400)
        default: nil
        }
    }
}
