import Domain
import Foundation

/// A contra-indication of a place.
struct ContraIndicationBody: Encodable, Sendable {
    let code: String
    let hardness: String
    @OrNull var condition: String?
    @OrNull var since: String?

    init(_ contraIndication: ContraIndication) {
        (code, hardness) = (contraIndication.circumstance.rawValue, contraIndication.hardness.rawValue)
        (condition, since) = (contraIndication.condition, contraIndication.since?.text)
    }

    static let schema = Schema.Named(
        "ContraIndication",
        .object([
            Schema.Property("code", .code(Circumstance.self)), Schema.Property("hardness", .code(Hardness.self)),
            .optional("condition", .text), .optional("since", .date),
        ]))
}

/// How somebody is registered at a place.
struct ReferralBody: Encodable, Sendable {
    let routes: [String]
    @OrNull var phone: String?
    @OrNull var hours: String?
    @OrNull var intakeAroundTheClock: Bool?
    let steps: [String]
    @OrNull var decisionWithinHours: Int?
    let documents: [String]

    init(_ referral: Referral) {
        (routes, phone, hours) = (referral.routes.map(\.rawValue), referral.phone, referral.hours)
        (intakeAroundTheClock, steps) = (referral.intakeAroundTheClock, referral.steps)
        (decisionWithinHours, documents) = (referral.decisionWithinHours, referral.documents)
    }

    static let schema = Schema.Named(
        "Referral",
        .object([
            Schema.Property("routes", .array(.code(ReferralRoute.self))), .optional("phone", .text),
            .optional("hours", .text), .optional("intakeAroundTheClock", .boolean),
            Schema.Property("steps", .array(.text)), .optional("decisionWithinHours", .integer(minimum: 0)),
            Schema.Property("documents", .array(.text)),
        ]))
}

/// How long somebody may stay.
struct StayBody: Encodable, Sendable {
    @OrNull var minimumDays: Int?
    @OrNull var usualDays: Int?
    @OrNull var maximumDays: Int?
    @OrNull var extensible: Bool?

    init(_ stay: Stay) {
        (minimumDays, usualDays) = (stay.minimumDays, stay.usualDays)
        (maximumDays, extensible) = (stay.maximumDays, stay.extensible)
    }

    static let schema = Schema.Named(
        "Stay",
        .object([
            .optional("minimumDays", .integer(minimum: 0)), .optional("usualDays", .integer(minimum: 0)),
            .optional("maximumDays", .integer(minimum: 0)), .optional("extensible", .boolean),
        ]))
}

/// The stated waiting time.
struct WaitingBody: Encodable, Sendable {
    let days: Int
    @OrNull var statedOn: String?

    init(_ waiting: Waiting) {
        (days, statedOn) = (waiting.days, waiting.statedOn?.text)
    }

    static let schema = Schema.Named(
        "Waiting", .object([Schema.Property("days", .integer(minimum: 0)), .optional("statedOn", .date)]))
}

/// The count inside a service, for who signed in.
struct CountBody: Encodable, Sendable {
    let unit: String
    @OrNull var total: Int?
    @OrNull var free: Int?
    let held: Int
    let paused: Bool
    @OrNull var pausedUntil: String?
    @OrNull var pauseReason: String?
    let freshness: String
    @OrNull var confirmedAt: String?
    @OrNull var expectedFreeOn: String?

    init(_ capacity: Capacity, freshness: Freshness) {
        (unit, total, free, held) = (capacity.unit.rawValue, capacity.total, capacity.free, capacity.held)
        (paused, self.freshness) = (capacity.isPaused, freshness.rawValue)
        (pausedUntil, pauseReason) = (capacity.pausedUntil?.text, capacity.pauseReason?.rawValue)
        (confirmedAt, expectedFreeOn) = (capacity.confirmedAt.map(Timestamp.text), capacity.expectedFreeOn?.text)
    }

    static let properties: [Schema.Property] = [
        Schema.Property("unit", .code(CapacityUnit.self)),
        .optional("total", .integer(minimum: 0, maximum: Capacity.mostPlaces)),
        .optional("free", .integer(minimum: 0), "Wat nu weg te geven is; wat vastgehouden wordt, is er al af."),
        Schema.Property("held", .integer(minimum: 0)), Schema.Property("paused", .boolean, "Tijdelijk geen opname."),
        .optional(
            "pausedUntil", .date, "De laatste dag van de pauze, zoals opgegeven. De pauze eindigt niet vanzelf."),
        .optional("pauseReason", .code(PauseReason.self), "Waarom er een pauze is."),
        Schema.Property("freshness", .code(Freshness.self)), .optional("confirmedAt", .moment),
        .optional("expectedFreeOn", .date),
    ]

    static let schema = Schema.Named("Count", .object(properties))
}
