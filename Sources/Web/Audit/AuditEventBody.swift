import Domain
import Foundation
import Hashing
import Ledger

/// One record of the journal, for whoever checks afterwards who did what (NEN 7513, conventions section 8).
///
/// It is about places and keys, never about a person.
struct AuditEventBody: Encodable, Sendable {
    let sequence: Int
    let at: String
    let eventType: String
    @OrNull var actorId: String?
    @OrNull var organizationId: String?
    @OrNull var role: String?
    /// Nobody acts for another here; the standard asks for the place.
    @OrNull var onBehalfOf: String?
    @OrNull var resource: String?
    let changes: [AuditChange]
    @OrNull var requestId: String?
    let result: String
    /// Of a refusal.
    @OrNull var status: Int?
    /// How many events this row stands for.
    let count: Int
    /// When the first of them came; only where they were counted.
    @OrNull var since: String?
    let hash: String
    let previous: String

    init(_ sealed: SealedRecord) {
        let record = sealed.record
        (sequence, at, eventType) = (record.sequence, Timestamp.preciseText(record.date), record.kind.rawValue)
        (actorId, role) = (record.actor?.keyID, record.actor?.role.rawValue)
        organizationId = record.actor?.organization?.rawValue
        (resource, changes) = (record.resource, AuditChange.all(in: record))
        requestId = record.request?.uuidString.lowercased()
        (result, status, count) = (record.result.rawValue, record.note?.status, record.note?.count ?? 1)
        since = record.note?.since.map(Timestamp.preciseText)
        (hash, previous) = (sealed.hash.hex, record.previous.hex)
    }

    enum Result: String, CaseIterable {
        case success, failure, refused
    }
}

extension Record {
    /// What it is about: the address of a place, a hold or a list, the template of a route, or a key.
    var resource: String? {
        if let hold { return "/v1/holds/\(hold.reference.rawValue)" }
        if let rules { return "/v1/services/\(rules.service.rawValue)" }
        if let note { return note.keyID ?? note.resource }
        return capacities.count == 1 ? capacities.first.map { "/v1/services/\($0.service.rawValue)/capacity" } : nil
    }

    /// The places it is about.
    var places: [ServiceID] { (hold?.service ?? rules?.service).map { [$0] } ?? capacities.map(\.service) }

    fileprivate var result: AuditEventBody.Result {
        switch kind {
        case .signInFailed: .failure
        case .accessRefused: .refused
        case .capacityReported, .capacityConfirmed, .capacityReverted, .holdOpened, .holdExtended, .holdAccepted,
            .holdDeclined, .holdPlaced, .holdWithdrawn, .holdExpired, .admissionChanged, .admissionReviewed, .signedIn,
            .signedOut,
            .sessionsEnded, .keyIssued, .keyRotated, .keyChanged, .keyRevoked, .dataViewed, .dataExported,
            .serviceStarted:
            .success
        }
    }
}

extension AuditEventBody {
    static let schema = Schema.Named(
        "AuditEvent",
        .object([
            Schema.Property("sequence", .integer(minimum: 1), "Het volgnummer in het journaal."),
            Schema.Property("at", .moment),
            Schema.Property("eventType", .string(allowed: RecordKind.allCases.map(\.rawValue))),
            .optional("actorId", .text, "Het id van de toegangssleutel. Leeg: het programma zelf, of niet bekend."),
            .optional("organizationId", .text), .optional("role", .code(AccessRole.self)),
            .optional("onBehalfOf", .text, "Altijd leeg: niemand handelt hier voor een ander."),
            .optional("resource", .text, "Waarover het gaat. Leeg bij meer plekken tegelijk; zie dan ‘changes’."),
            Schema.Property("changes", .array(.named(AuditChange.schema))),
            .optional("requestId", .text, "Het kenmerk van het verzoek."),
            Schema.Property("result", .string(allowed: Result.allCases.map(\.rawValue))),
            .optional("status", .integer(minimum: 400, maximum: 599), "De HTTP-status van een weigering."),
            Schema.Property("count", .integer(minimum: 1), "Voor hoeveel gebeurtenissen deze regel staat."),
            .optional("since", .moment, "Vanaf wanneer ze zijn geteld. Leeg bij één gebeurtenis."),
            Schema.Property("hash", hash, "SHA-256 van de regel in het journaal."),
            Schema.Property("previous", hash, "De hash van de regel ervoor."),
        ]), example: example)

    private static let hash = Schema.string(pattern: "^[0-9a-f]{64}$")

    private static let example: JSONTree = [
        "sequence": 18, "at": "2026-11-20T08:00:00.123Z", "eventType": "capacity_reported",
        "actorId": "key-abcdefgh", "organizationId": "voorbeeld-de-zilverwilg", "role": "shelter",
        "onBehalfOf": .null, "resource": "/v1/services/voorbeeld-de-zilverwilg-crisisopvang/capacity",
        "changes": [
            [
                "serviceId": "voorbeeld-de-zilverwilg-crisisopvang", "field": "free", "old": 2, "new": 1,
            ]
        ],
        "requestId": "7f4df7a0-5f0b-4b8b-9d6f-0a4b6c6f3b1e", "result": "success", "status": .null, "count": 1,
        "since": .null, "hash": .string(String(repeating: "0a", count: 32)),
        "previous": .string(String(repeating: "0b", count: 32)),
    ]

    // MARK: As a table

    static let columns = [
        "sequence", "at", "eventType", "actorId", "organizationId", "role", "onBehalfOf", "resource", "changes",
        "requestId", "result", "status", "count", "since", "hash", "previous",
    ]

    var row: [String] {
        [
            String(sequence), at, eventType, actorId ?? "", organizationId ?? "", role ?? "", onBehalfOf ?? "",
            resource ?? "", changes.map(\.text).joined(separator: ";"), requestId ?? "", result,
            status.map(String.init) ?? "", String(count), since ?? "", hash, previous,
        ]
    }
}
