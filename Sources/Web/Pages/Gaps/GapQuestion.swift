import Coverage
import Domain
import Foundation
import HTTP
import Registry

/// What somebody asks of the gap matrix, as it stands in the address (screen S14): nothing in it is about a person.
struct GapQuestion: Sendable {
    /// The fields as the form shows them; what nobody knows is not asked and not said again.
    let values: FormValues
    let filter: SupplyFilter
    let measure: GapMeasure
    /// The province to list on its own, which is how a phone shows the matrix.
    let province: Province?
    /// The column by which the rows are put in order; most gaps first without it.
    let rowsBy: GapColumn?
    /// The group by which the columns are put in order; as on the map without it.
    let columnsBy: TargetGroup?
    let day: GapDay
    /// What is wrong with the day that was sent; unlike a code, somebody types it.
    let fault: GapDay.Fault?

    /// Names of fields in addresses.
    enum Name {
        static let (measure, kind, form, residence) = ("kijk", "soort", "vorm", "verblijf")
        static let (reach, province, rows, columns) = ("landelijk", "provincie", "rijen", "kolommen")
        static let day = "datum"
    }

    /// - Parameter today: the day in the Netherlands.
    init(_ sent: FormValues, registry: Registry, today: CalendarDate) {
        filter = SupplyFilter(
            kind: sent[Name.kind].flatMap(ShelterKind.init).flatMap { Self.kinds.contains($0) ? $0 : nil },
            form: sent[Name.form].flatMap(ExploitationForm.init).flatMap {
                SupplyFilter.forms.contains($0) ? $0 : nil
            },
            residence: sent[Name.residence].flatMap(ResidenceGroup.init),
            reach: sent[Name.reach].flatMap(Self.reach) ?? .all)
        measure = sent[Name.measure].flatMap(GapMeasure.init) ?? .total
        province = sent[Name.province].flatMap { registry.geography.province(slug: $0) }
        rowsBy = sent[Name.rows].flatMap { Self.column($0, registry) }
        columnsBy = sent[Name.columns].flatMap(Self.group)
        let written = sent[Name.day].map(CalendarDate.init(written:))
        let read = GapDay(written ?? nil, today: today)
        let isTooFar = read.date.map { today.days(until: $0) > GapDay.mostDays } ?? false
        day = isTooFar ? .today : read
        fault = isTooFar ? .tooFar : written.map { $0 == nil } == true ? .unreadable : nil
        values = FormValues(
            items: Self.items(
                filter, measure, province, day, rows: rowsBy.map { Self.slug(of: $0, registry) },
                columns: columnsBy.map(Self.slug)))
    }

    /// Kinds that may be in the matrix at all.
    static let kinds = ShelterKind.allCases.filter { !$0.isNeverAResult && !$0.isUnsuitable }

    // MARK: Addresses

    /// The same question, with some fields left out or another way.
    func address(
        _ path: String, without: Set<String> = [], with changes: [String: String] = [:], to place: String? = nil
    ) -> String {
        let kept = values.items.filter { !without.contains($0.name) && changes[$0.name] == nil }
        let pairs =
            kept.map { "\($0.name)=\($0.value)" } + changes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let query = pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
        return path + query + (place.map { "#\($0)" } ?? "")
    }

    /// The list behind a cell: what is looked at, without the order.
    func address(of group: TargetGroup, _ column: GapColumn, _ registry: Registry) -> String {
        address(
            "/gaten/\(Self.slug(of: group))/\(Self.slug(of: column, registry))",
            without: [Name.rows, Name.columns, Name.province])
    }

    /// Whether any filter is set.
    var isFiltered: Bool { filter != SupplyFilter() }

    /// Every value here is a code, a day or made of letters and hyphens, so it needs no escaping in an address.
    private static func items(
        _ filter: SupplyFilter, _ measure: GapMeasure, _ province: Province?, _ day: GapDay, rows: String?,
        columns: String?
    ) -> [QueryItem] {
        var items: [QueryItem] = []
        func add(_ name: String, _ value: String?) {
            if let value { items.append(QueryItem(name: name, value: value)) }
        }
        add(Name.measure, measure == .total ? nil : measure.code)
        add(Name.province, province.map { Slug(of: $0.name).text })
        add(Name.day, day.date?.text)
        add(Name.kind, filter.kind?.rawValue)
        add(Name.form, filter.form?.rawValue)
        add(Name.residence, filter.residence?.rawValue)
        add(Name.reach, filter.reach == .all ? nil : reachCode(filter.reach))
        add(Name.rows, rows)
        add(Name.columns, columns)
        return items
    }

    static func reachCode(_ choice: SupplyFilter.ReachChoice) -> String {
        switch choice {
        case .all: "alles"
        case .national: "alleen"
        case .own: "zonder"
        }
    }

    private static func reach(_ code: String) -> SupplyFilter.ReachChoice? {
        SupplyFilter.ReachChoice.allCases.first { reachCode($0) == code }
    }

    // MARK: Rows and columns in addresses

    static let nationalSlug = "landelijk"

    static func slug(of group: TargetGroup) -> String { Slug(of: group.label).text }

    static func group(_ slug: String) -> TargetGroup? { TargetGroup.all.first { Self.slug(of: $0) == slug } }

    static func slug(of column: GapColumn, _ registry: Registry) -> String {
        guard case .province(let code) = column, let province = registry.geography.province(code) else {
            return nationalSlug
        }
        return Slug(of: province.name).text
    }

    static func column(_ slug: String, _ registry: Registry) -> GapColumn? {
        if slug == nationalSlug { return .national }
        return registry.geography.province(slug: slug).map { .province($0.code) }
    }
}
