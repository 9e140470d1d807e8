import Domain
import Ledger

/// What the records are about, in sixteen bytes each: who looks for something need not read the whole journal.
struct AuditIndex {
    private struct Row {
        /// By its place in `RecordKind.allCases`.
        var kind = UInt8.max
        var actor: UInt32 = 0
        var resource: UInt32 = 0
        var place: UInt32 = 0
    }

    /// By sequence, from 1.
    private var rows: [Row] = []
    private var actors = Names<Actor?>(first: nil)
    private var resources = Names<String?>(first: nil)
    private var places = Names<ServiceID?>(first: nil)
    /// The other places of a record that has several.
    private var more: [Int: [UInt32]] = [:]

    /// How many records it knows.
    var count: Int { rows.count }

    /// Takes in the records after those it knows.
    ///
    /// - Parameter last: the last of them; those that are not in `records` are damaged, and nobody finds them.
    mutating func append(_ records: [Record], upTo last: Int) {
        let first = count + 1
        rows += Array(repeating: Row(), count: max(0, last - count))
        for record in records where (first...last).contains(record.sequence) {
            let numbers = record.places.map { places.number(of: $0) }
            rows[record.sequence - 1] = Row(
                kind: Self.number(of: record.kind), actor: actors.number(of: record.actor),
                resource: resources.number(of: record.resource), place: numbers.first ?? 0)
            if numbers.count > 1 { more[record.sequence] = Array(numbers.dropFirst()) }
        }
    }

    /// The sequences of the records that `query` wants, falling.
    func sequences(_ query: AuditQuery, in range: Range<Int>) -> [Int] {
        let kinds = RecordKind.allCases.map(query.wants)
        let actors = actors.all.map(query.wants)
        let resources = resources.all.map(query.wants(resource:))
        let places = places.all.map { place in place.map(query.wants(place:)) ?? false }
        return range.clamped(to: 1..<count + 1).reversed().filter { sequence in
            let row = rows[sequence - 1]
            guard Int(row.kind) < kinds.count, kinds[Int(row.kind)], actors[Int(row.actor)] else { return false }
            return resources[Int(row.resource)] || places[Int(row.place)]
                || more[sequence]?.contains { places[Int($0)] } == true
        }
    }

    private static func number(of kind: RecordKind) -> UInt8 { UInt8(clamping: order[kind] ?? Int(UInt8.max)) }

    private static let order = Dictionary(
        RecordKind.allCases.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
}

/// Numbers for values that come again and again, from 0.
private struct Names<Value: Hashable & Sendable>: Sendable {
    private(set) var all: [Value]
    private var numbers: [Value: UInt32]

    init(first: Value) { (all, numbers) = ([first], [first: 0]) }

    mutating func number(of value: Value) -> UInt32 {
        if let known = numbers[value] { return known }
        let number = UInt32(clamping: all.count)
        all.append(value)
        numbers[value] = number
        return number
    }
}
