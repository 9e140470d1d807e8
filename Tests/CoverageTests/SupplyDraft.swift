import Coverage
import Domain
import Foundation
import Matching

/// A place that a test changes before it is built: open to everybody, six beds of which two are free, confirmed an
/// hour ago. A test names only what it is about.
struct SupplyDraft {
    static let now = Date(timeIntervalSince1970: 1_795_167_000)
    static let today = CalendarDate(now)

    var id = "plek"
    var owner = "huis"
    var kind: ShelterKind? = .crisisShelter
    var status: ServiceStatus = .active
    var province: ProvinceCode = .overijssel
    var reach: Reach? = .national
    var serviceArea: [Area]?
    var admission = Admission()
    var contraIndications: [ContraIndication] = []
    var restriction: Restriction = .open
    var aftercare: Answer?
    var fundingEndsOn: CalendarDate?
    var unit: CapacityUnit = .bed
    var total: Int? = 6
    var free: Int? = 2
    var isPaused = false
    var hoursAgo: Double = 1

    static func make(_ change: (inout SupplyDraft) -> Void = { _ in }) -> SupplyDraft {
        var draft = SupplyDraft()
        change(&draft)
        return draft
    }

    var service: Service {
        Service(
            id: .make(id), organization: .make(owner), organizationName: owner, name: id, shelterKind: kind,
            helpKinds: kind == nil ? [.ambulatorySupport] : [], status: status, site: Site(province: province),
            reach: reach, serviceArea: serviceArea, securityLevel: kind == nil ? nil : .openVisible,
            restriction: kind == nil ? nil : restriction, admission: admission, contraIndications: contraIndications,
            aftercare: aftercare, fundingEndsOn: fundingEndsOn)
    }

    var capacity: Capacity? {
        guard kind != nil else { return nil }
        return Capacity(
            unit: unit, total: total, free: free, isPaused: isPaused,
            confirmedAt: Self.now.addingTimeInterval(-hoursAgo * 3_600))
    }
}

/// Some places as the program knows them.
struct TestSupply {
    static let geography = Geography(
        provinces: ProvinceCode.allCases.map { code in
            Province(
                code: code, cbsCode: "PV00", name: code.rawValue, capital: "Stad", population: 1, tileColumn: 1,
                tileRow: 1)
        }, municipalities: [], regions: [])

    let drafts: [SupplyDraft]

    init(_ drafts: [SupplyDraft]) { self.drafts = drafts }

    func capacity(_ id: ServiceID) -> Capacity? { drafts.first { $0.id == id.rawValue }?.capacity }

    func supply(_ filter: SupplyFilter = SupplyFilter()) -> Supply {
        let backup = NationalBackup(organization: .make("achtervang"), name: "Achtervang", phone: "0")
        let coordination = Coordination(coordinators: [], uncovered: [:], backup: backup)
        let finder = Finder(ServiceTable(drafts.map(\.service), on: Self.geography), coordination: coordination)
        return Supply(filter, finder: finder, at: SupplyDraft.now, capacity: capacity)
    }

    func matrix(_ measure: GapMeasure = .total, _ filter: SupplyFilter = SupplyFilter()) -> GapMatrix {
        GapMatrix(
            supply(filter), measure: measure, live: LivePlaces(at: SupplyDraft.now, capacity), on: SupplyDraft.today)
    }

    func cell(
        _ group: String, _ column: GapColumn = .province(.overijssel), _ measure: GapMeasure = .total,
        _ filter: SupplyFilter = SupplyFilter()
    ) -> GapCell? {
        matrix(measure, filter).rows.first { $0.group.code == group }?.cell(column)
    }
}
