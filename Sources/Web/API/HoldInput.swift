import Domain
import Foundation
import HTTP
import JSONText
import Ledger

/// What somebody sends who wants places kept: how many, and nothing of the person they are for.
struct HoldOrder: Sendable {
    let places: Int
    /// What names the request where it is sent again.
    let idempotencyKey: String?

    static let schema = Schema.Named(
        "HoldOrder", .object([Schema.Property("places", .integer(minimum: 1, maximum: most))]),
        example: ["places": 1])

    static let parameter = Parameter(
        name: fieldName, kind: .text,
        description:
            "Kies per verzoek iets nieuws. Stuurt u hetzelfde nog eens, dan wordt er niets extra vastgehouden.",
        place: .header, example: "5f8a2c1e-4b7d-4a7e-9d8f-3c0f1a2b4d6e", pattern: "^[!-~]{1,255}$")

    /// - Throws: a ``Problem`` with every fault.
    static func read(_ call: Call) throws -> HoldOrder {
        let faults = InputFaults()
        let object = try call.document(faults).object(["places"])
        let places = object?.required("places")?.integer(in: 1...most)
        let key = call.request.fields.values("Idempotency-Key")
        try call.refuse(faults, and: key.allSatisfy(isKey) && key.count <= 1 ? [] : [wrongKey])
        guard let places else { throw Problem.internalFault }
        return HoldOrder(places: places, idempotencyKey: key.first)
    }

    /// 1 to 255 visible ASCII characters (contract section 9).
    private static func isKey(_ text: String) -> Bool {
        (1...255).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    private static let wrongKey = Problem.Entry(
        parameter: fieldName, code: "malformed_idempotency_key",
        detail: "Geef één keer 1 tot en met 255 zichtbare ASCII-tekens, zonder spaties.")

    private static let fieldName = "Idempotency-Key"
    private static let most = 1_000
}

/// What a shelter answers to a hold: yes, or no with one code.
enum HoldDecision: Sendable {
    case accepted
    case declined(DeclineReason)

    private enum Word: String, CaseIterable { case accepted, declined }

    static let schema = Schema.Named(
        "HoldDecision",
        .object([
            Schema.Property("decision", .string(allowed: Word.allCases.map(\.rawValue))),
            Schema.Property(
                "reason", .orNull(.code(DeclineReason.self)), required: false,
                "Nodig bij declined, en alleen daar."),
        ]), example: ["decision": "declined", "reason": "group_mix"])

    /// - Throws: a ``Problem`` with every fault.
    static func read(_ call: Call) throws -> HoldDecision {
        let faults = InputFaults()
        let object = try call.document(faults).object(["decision", "reason"])
        let word = object?.required("decision")?.code(Word.self)
        let reader = word == .declined ? object?.required("reason") : object?["reason"]
        let reason = reader?.code(DeclineReason.self)
        if word == .accepted, reader != nil { object?.fault(.rule(HoldRule.reasonWithoutNo), at: "reason") }
        try call.refuse(faults)
        switch (word, reason) {
        case (.accepted?, nil): return .accepted
        case (.declined?, let reason?): return .declined(reason)
        default: throw Problem.internalFault
        }
    }
}

/// How the holder ends a hold.
enum HoldClosure: String, CaseIterable, Sendable {
    case placed, withdrawn

    static let schema = Schema.Named(
        "HoldClosure",
        .object([
            Schema.Property(
                "outcome", .string(allowed: allCases.map(\.rawValue)),
                "placed: iemand komt er wonen, de plek blijft bezet. withdrawn: de plek is weer vrij.")
        ]), example: ["outcome": "placed"])

    /// - Throws: a ``Problem`` with every fault.
    static func read(_ call: Call) throws -> HoldClosure {
        let faults = InputFaults()
        let outcome = try call.document(faults).object(["outcome"])?.required("outcome")?.code(HoldClosure.self)
        try call.refuse(faults)
        guard let outcome else { throw Problem.internalFault }
        return outcome
    }
}

/// Rules of what is said of a hold, beyond its codes.
enum HoldRule: InputRule {
    case reasonWithoutNo

    var code: String { "reason_without_decline" }

    var sentence: String { "Geef alleen een reden als u nee zegt." }
}
