import Domain
import Foundation
import Ledger
import Registry

/// Places kept for somebody, as whoever may know of them sees it: in answers, and in the events of `/v1/changes`.
struct HoldBody: Encodable, Sendable {
    /// Such as `K7-204`.
    let reference: String
    let serviceId: String
    let places: Int
    let state: String
    let createdAt: String
    let expiresAt: String
    let extended: Bool
    @OrNull var declineReason: String?
    @OrNull var closedAt: String?
    let holder: HolderBody
    /// What the service has free now; of the service, like the two that follow.
    @OrNull var free: Int?
    @OrNull var held: Int?
    @OrNull var version: Int?

    /// - Parameters:
    ///   - capacity: the count of the service as it stands with this hold; `nil` where it is not known.
    ///   - registry: to name the holder's organisation.
    ///   - namesKey: whether the reader may see which access key it is of.
    init(_ hold: Hold, capacity: LiveCapacity?, in registry: Registry, namesKey: Bool) {
        (reference, serviceId, places) = (hold.reference.rawValue, hold.service.rawValue, hold.places)
        (state, extended, declineReason) = (hold.state.rawValue, hold.isExtended, hold.declineReason?.rawValue)
        (createdAt, expiresAt) = (Timestamp.preciseText(hold.createdAt), Timestamp.preciseText(hold.expiresAt))
        closedAt = hold.closedAt.map(Timestamp.preciseText)
        holder = HolderBody(hold.holder, in: registry, namesKey: namesKey)
        (free, held, version) = (capacity?.capacity.free, capacity?.capacity.held, capacity?.version)
    }

    /// Who keeps the places: what somebody does and for whom, never who it is.
    struct HolderBody: Encodable, Sendable {
        let role: String
        @OrNull var organizationId: String?
        @OrNull var organizationName: String?
        /// Absent for everybody but an administrator.
        let keyId: String?

        init(_ actor: Actor, in registry: Registry, namesKey: Bool) {
            (role, organizationId) = (actor.role.rawValue, actor.organization?.rawValue)
            organizationName = actor.organization.flatMap(registry.organization)?.name
            keyId = namesKey ? actor.keyID : nil
        }
    }
}

extension HoldBody {
    static let schema = Schema.Named(
        "Hold",
        .object([
            Schema.Property("reference", .string(pattern: "^[A-Z][0-9]-[0-9]{3}(-[0-9]{3})?$")),
            Schema.Property("serviceId", .text), Schema.Property("places", .integer(minimum: 1, maximum: 1_000)),
            Schema.Property("state", .string(allowed: HoldState.allCases.map(\.rawValue))),
            Schema.Property("createdAt", .moment),
            Schema.Property("expiresAt", .moment, "Tot wanneer de plekken worden vastgehouden."),
            Schema.Property("extended", .boolean, "Eén keer verlengen kan."),
            .optional("declineReason", .code(DeclineReason.self), "Waarom de opvang nee zegt."),
            .optional("closedAt", .moment, "Sinds wanneer de plekken niet meer worden vastgehouden."),
            Schema.Property("holder", .named(HolderBody.schema)),
            .optional("free", .integer(minimum: 0), "Wat de dienst nu vrij heeft."),
            .optional("held", .integer(minimum: 0), "Hoeveel plekken van de dienst nu worden vastgehouden."),
            .optional("version", .integer(minimum: 0), "De versie van het aantal plekken van de dienst."),
        ]), example: example)

    private static let example: JSONTree = [
        "reference": "K7-204", "serviceId": "voorbeeld-de-zilverwilg-crisisopvang", "places": 1, "state": "open",
        "createdAt": "2026-11-20T08:00:00.123Z", "expiresAt": "2026-11-20T09:00:00.123Z", "extended": false,
        "declineReason": .null, "closedAt": .null,
        "holder": ["role": "coordinator", "organizationId": .null, "organizationName": .null], "free": 1, "held": 1,
        "version": 4,
    ]
}

extension HoldBody.HolderBody {
    static let schema = Schema.Named(
        "Holder",
        .object([
            Schema.Property("role", .code(AccessRole.self)), .optional("organizationId", .text),
            .optional("organizationName", .text),
            Schema.Property("keyId", .text, required: false, "Alleen voor een beheerder."),
        ]))
}
