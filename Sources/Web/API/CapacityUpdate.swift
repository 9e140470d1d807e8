import Domain
import Foundation
import JSONText
import Ledger

/// What a shelter sends to set its count: `{total, free, expectedFreeOn?, paused?, pausedUntil?, pauseReason?}`.
enum CapacityUpdate {
    static let schema = Schema.Named(
        "CapacityUpdate", .object(properties),
        example: [
            "total": 6, "free": 2, "expectedFreeOn": .null, "paused": true, "pausedUntil": "2026-12-01",
            "pauseReason": "staffing",
        ])

    static let properties = [
        Schema.Property("total", .integer(minimum: 0, maximum: Capacity.mostPlaces)),
        Schema.Property("free", .integer(minimum: 0, maximum: Capacity.mostPlaces), "Vrij; van 0 tot en met total."),
        Schema.Property("expectedFreeOn", .orNull(.date), required: false, "Niet in het verleden."),
        Schema.Property("paused", .boolean, required: false, "Tijdelijk geen opname."),
        Schema.Property(
            "pausedUntil", .orNull(.date), required: false,
            "De laatste dag van de pauze, niet in het verleden. Alleen met ‘paused: true’. "
                + "De pauze eindigt niet vanzelf."),
        Schema.Property(
            "pauseReason", .orNull(.code(PauseReason.self)), required: false,
            "Waarom er een pauze is. Alleen met ‘paused: true’."),
    ]

    static let names: Set<String> = ["total", "free", "expectedFreeOn", "paused", "pausedUntil", "pauseReason"]

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
        let pause = pause(object, at: now)
        guard let total, let free else { return nil }
        guard free <= total else {
            object.fault(.outOfRange(free, allowed: 0...total), at: "free")
            return nil
        }
        // What it would throw is asked for above, but for years that no date can be read in.
        return try? CapacityStatement(
            total: total, free: free, expectedFreeOn: expected, isPaused: pause.isPaused, pausedUntil: pause.until,
            pauseReason: pause.reason)
    }

    /// Where there is no pause, an end or a reason of one is a fault, and not passed over: whoever sent it means that
    /// there is one.
    private static func pause(
        _ object: JSONObjectReader, at now: Date
    ) -> (isPaused: Bool, until: CalendarDate?, reason: PauseReason?) {
        let isPaused = object.boolean("paused") ?? false
        let until = object["pausedUntil"]?.parsed(.date, CalendarDate.init(text:))
        let reason = object["pauseReason"]?.code(PauseReason.self)
        if let until, until < CalendarDate(now) {
            object.fault(.rule(CapacityRule.pauseInThePast), at: "pausedUntil")
        }
        guard !isPaused else { return (true, until, reason) }
        if until != nil { object.fault(.rule(CapacityRule.notPaused), at: "pausedUntil") }
        if reason != nil { object.fault(.rule(CapacityRule.notPaused), at: "pauseReason") }
        return (false, nil, nil)
    }
}

/// Rules of a count beyond its bounds.
enum CapacityRule: InputRule {
    case expectedInThePast, pauseInThePast, notPaused

    var code: String {
        switch self {
        case .expectedInThePast: "expected_in_the_past"
        case .pauseInThePast: "pause_in_the_past"
        case .notPaused: "not_paused"
        }
    }

    var sentence: String {
        switch self {
        case .expectedInThePast, .pauseInThePast: "Deze dag is al geweest. Geef vandaag of een latere dag."
        case .notPaused: "Dit kan alleen samen met ‘paused: true’."
        }
    }
}
