import Foundation

/// Which set of rows says what of all services: the bits and numbers of ``Criteria``, turned on their side.
enum Plane {
    static let rejects = 0
    static let consults = 64
    static let wishes = 128
    static let forms = 192
    static let onlyFor = 208
    static let danger = 240
    static let dangerPart = 272
    static let servedWhole = 288
    static let servedPart = 304
    static let traits = 320
    static let kinds = 328
    /// By the age of a person.
    static let outsideAge = 344
    /// By the age of the oldest son.
    static let sonTooOld = outsideAge + ages
    /// Whoever comes must have one of some circumstances.
    static let asksForOne = sonTooOld + ages
    /// By weight, from open to closed.
    static let restriction = asksForOne + 1
    static let expertise = restriction + 4
    static let marks = expertise + 3
    static let count = marks + 64

    /// Ages from 0 on, each with its own; nobody is older.
    static let ages = 128
    static func age(_ age: some BinaryInteger) -> Int { min(Int(age), ages - 1) }

    static func trait(_ trait: Criteria.Traits) -> Int { traits + trait.rawValue.trailingZeroBitCount }
    static func kind(_ kind: Criteria.KindClass) -> Int { kinds + Int(kind.rawValue) }
}

/// The sets of rows of a table, by ``Plane``. Those that are equal share their memory.
struct Planes: Sendable {
    let rowCount: Int
    private let sets: [RowSet]

    subscript(_ plane: Int) -> RowSet { sets[plane] }

    init(_ criteria: [Criteria]) {
        rowCount = criteria.count
        var writer = PlaneWriter(rowCount: rowCount)
        for (row, service) in criteria.enumerated() { writer.write(service, row) }
        var shared: Set<RowSet> = []
        sets = (0..<Plane.count).map { shared.insert(writer.plane($0)).memberAfterInsert }
    }

    /// The rows that are in any of the planes from `base` on that `bits` name.
    func union(_ base: Int, _ bits: some FixedWidthInteger) -> RowSet {
        var found = RowSet(of: rowCount)
        var rest = UInt64(truncatingIfNeeded: bits)
        while rest != 0 {
            found.formUnion(sets[base + rest.trailingZeroBitCount])
            rest &= rest - 1
        }
        return found
    }
}

/// Writes the planes, service by service.
private struct PlaneWriter {
    private let wordCount: Int
    private var words: [UInt64]

    init(rowCount: Int) {
        wordCount = (rowCount + 63) / 64
        words = [UInt64](repeating: 0, count: wordCount * Plane.count)
    }

    func plane(_ plane: Int) -> RowSet { RowSet(words: Array(words[plane * wordCount..<(plane + 1) * wordCount])) }

    mutating func write(_ service: Criteria, _ row: Int) {
        set(Plane.rejects, service.rejects, row)
        set(Plane.consults, service.consults, row)
        set(Plane.wishes, service.attributes, row)
        set(Plane.forms, UInt64(service.forms), row)
        set(Plane.onlyFor, UInt64(service.onlyFor), row)
        set(Plane.danger, UInt64(service.danger), row)
        set(Plane.dangerPart, UInt64(service.dangerPart), row)
        set(Plane.servedWhole, UInt64(service.servedWhole), row)
        set(Plane.servedPart, UInt64(service.servedPart), row)
        set(Plane.traits, UInt64(service.traits.rawValue), row)
        set(Plane.kind(service.kind), 1, row)
        for age in 0..<Plane.ages where age < Plane.age(service.minimumAge) || age > Plane.age(service.maximumAge) {
            set(Plane.outsideAge + age, 1, row)
        }
        for age in 0..<Plane.ages where age > Plane.age(service.sonsMaximumAge) { set(Plane.sonTooOld + age, 1, row) }
        set(Plane.restriction + Int(min(service.restriction, 3)), 1, row)
        set(Plane.expertise + Int(min(service.expertise, 2)), 1, row)
        set(Plane.marks, service.marks, row)
        if service.onlyFor != 0 { set(Plane.asksForOne, 1, row) }
    }

    private mutating func set(_ base: Int, _ bits: UInt64, _ row: Int) {
        var rest = bits
        while rest != 0 {
            words[(base + rest.trailingZeroBitCount) * wordCount + row >> 6] |= 1 << UInt64(row & 63)
            rest &= rest - 1
        }
    }
}
