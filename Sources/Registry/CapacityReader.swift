import Domain
import Foundation
import JSONText

/// Reads the count a service starts from.
struct CapacityReader {
    /// Whether the count may be given as so long ago; only examples may (contract section 2).
    let maySayHowLongAgo: Bool
    /// From which examples count.
    let now: Date

    private static let names: Set<String> = [
        "unit", "total", "free", "confirmedAt", "expectedFreeOn", "confirmedMinutesAgo", "expectedFreeInDays",
    ]

    func read(_ reader: JSONReader) -> Capacity? {
        guard let object = reader.object(Self.names) else { return nil }
        let places = 0...Capacity.mostPlaces
        let (total, free) = (object.integer("total", in: places), object.integer("free", in: places))
        if let total, let free, free > total {
            object.fault(.rule(RegistryRule.freeAboveTotal), at: "free")
        }
        checkExamples(object)
        let minutes = object.integer("confirmedMinutesAgo", in: 0...5_256_000)
        let days = object.integer("expectedFreeInDays", in: 0...3_650)
        return Capacity(
            unit: object.code("unit", CapacityUnit.self) ?? .bed, total: total, free: free,
            confirmedAt: object["confirmedAt"]?.timestamp()
                ?? minutes.map { now.addingTimeInterval(-60 * Double($0)) },
            expectedFreeOn: object["expectedFreeOn"]?.date() ?? days.map { CalendarDate(now).adding(days: $0) })
    }

    private func checkExamples(_ object: JSONObjectReader) {
        let pairs = [("confirmedMinutesAgo", "confirmedAt"), ("expectedFreeInDays", "expectedFreeOn")]
        for (relative, absolute) in pairs where object[relative] != nil {
            if !maySayHowLongAgo { object.fault(.rule(RegistryRule.onlyForExamples), at: relative) }
            if object[absolute] != nil { object.fault(.rule(RegistryRule.twoTimes), at: relative) }
        }
    }
}
