import Domain
import Foundation
import JSONText
import Ledger

/// What a shelter sends to set its count: `{total, free, expectedFreeOn?, paused?}`.
enum CapacityUpdate {
    static let schema = Schema.Named(
        "CapacityUpdate",
        .object([
            Schema.Property("total", .integer(minimum: 0, maximum: Capacity.mostPlaces)),
            Schema.Property(
                "free", .integer(minimum: 0, maximum: Capacity.mostPlaces), "Vrij; van 0 tot en met total."),
            Schema.Property("expectedFreeOn", .orNull(.date), required: false, "Niet in het verleden."),
            Schema.Property("paused", .boolean, required: false, "Tijdelijk geen opname."),
        ]), example: ["total": 6, "free": 2, "expectedFreeOn": .null, "paused": false])

    /// - Throws: a ``Problem`` with every fault.
    static func read(_ call: Call) throws -> CapacityStatement {
        let faults = InputFaults()
        let reader = try call.document(faults)
        let names: Set<String> = ["total", "free", "expectedFreeOn", "paused"]
        let object = reader.object(names)
        let places = 0...Capacity.mostPlaces
        let total = object?.required("total")?.integer(in: places)
        let free = object?.required("free")?.integer(in: places)
        if let total, let free, free > total {
            object?.fault(.outOfRange(free, allowed: 0...total), at: "free")
        }
        let expected = object?["expectedFreeOn"]?.parsed(.date, CalendarDate.init(text:))
        if let expected, expected < CalendarDate(call.now) {
            object?.fault(.rule(CapacityRule.expectedInThePast), at: "expectedFreeOn")
        }
        let paused = object?.boolean("paused") ?? false
        try call.refuse(faults)
        guard let total, let free else { throw Problem.internalFault }
        return try CapacityStatement(total: total, free: free, expectedFreeOn: expected, isPaused: paused)
    }
}

/// Rules of a count beyond its bounds.
enum CapacityRule: InputRule {
    case expectedInThePast

    var code: String { "expected_in_the_past" }

    var sentence: String { "Deze dag is al geweest. Geef vandaag of een latere dag." }
}
