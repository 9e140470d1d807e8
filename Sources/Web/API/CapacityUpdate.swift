import Domain
import Foundation
import JSONText
import Ledger

/// What a shelter sends to set its count: `{total, free, expectedFreeOn?, paused?}`.
enum CapacityUpdate {
    static let schema = Schema.Named(
        "CapacityUpdate", .object(properties),
        example: ["total": 6, "free": 2, "expectedFreeOn": .null, "paused": false])

    static let properties = [
        Schema.Property("total", .integer(minimum: 0, maximum: Capacity.mostPlaces)),
        Schema.Property("free", .integer(minimum: 0, maximum: Capacity.mostPlaces), "Vrij; van 0 tot en met total."),
        Schema.Property("expectedFreeOn", .orNull(.date), required: false, "Niet in het verleden."),
        Schema.Property("paused", .boolean, required: false, "Tijdelijk geen opname."),
    ]

    static let names: Set<String> = ["total", "free", "expectedFreeOn", "paused"]

    /// - Throws: a ``Problem`` with every fault.
    static func read(_ call: Call) throws -> CapacityStatement {
        let faults = InputFaults()
        let object = try call.document(faults).object(names)
        let statement = object.flatMap { Self.statement($0, at: call.now) }
        try call.refuse(faults)
        guard let statement else { throw Problem.internalFault }
        return statement
    }

    /// What stands in the members that every statement has; `nil` where there are faults in them.
    static func statement(_ object: JSONObjectReader, at now: Date) -> CapacityStatement? {
        let places = 0...Capacity.mostPlaces
        let total = object.required("total")?.integer(in: places)
        let free = object.required("free")?.integer(in: places)
        let expected = object["expectedFreeOn"]?.parsed(.date, CalendarDate.init(text:))
        if let expected, expected < CalendarDate(now) {
            object.fault(.rule(CapacityRule.expectedInThePast), at: "expectedFreeOn")
        }
        let paused = object.boolean("paused") ?? false
        guard let total, let free else { return nil }
        guard free <= total else {
            object.fault(.outOfRange(free, allowed: 0...total), at: "free")
            return nil
        }
        // What it would throw is asked for above, but for years that no date can be read in.
        return try? CapacityStatement(total: total, free: free, expectedFreeOn: expected, isPaused: paused)
    }
}

/// Rules of a count beyond its bounds.
enum CapacityRule: InputRule {
    case expectedInThePast

    var code: String { "expected_in_the_past" }

    var sentence: String { "Deze dag is al geweest. Geef vandaag of een latere dag." }
}
