import Domain
import Foundation
import Ledger

/// One value that a record changed.
struct AuditChange: Encodable, Sendable {
    /// Whose value it is; `nil` where it is that of the hold or key itself.
    @OrNull var serviceId: String?
    let field: String
    /// Left out where the record does not say what stood before.
    let old: JSONTree?
    let new: JSONTree

    init(_ field: String, of service: ServiceID? = nil, from old: JSONTree?, to new: JSONTree) {
        (serviceId, self.field, self.old, self.new) = (service?.rawValue, field, old, new)
    }

    static func all(in record: Record) -> [AuditChange] {
        var changes: [AuditChange] = []
        if let hold = record.hold { changes += of(hold, in: record) }
        for capacity in record.capacities { changes += of(capacity) }
        if let rules = record.rules { changes += of(rules) }
        if let note = record.note { changes += of(note, record.kind) }
        return changes
    }

    /// The version is always another, so that every service is named, also where somebody said what stood already.
    private static func of(_ change: CapacityChange) -> [AuditChange] {
        let version = AuditChange(
            "version", of: change.service, from: .integer(change.version - 1), to: .integer(change.version))
        return zip(values(of: change.before), values(of: change.after)).compactMap { old, new in
            old.value.text == new.value.text
                ? nil : AuditChange(old.field, of: change.service, from: old.value, to: new.value)
        } + [version]
    }

    /// The day is named always, so that a look that changed nothing is seen too.
    private static func of(_ change: RulesChange) -> [AuditChange] {
        let fields = change.sets.map { RulesField.differences(from: $0.before, to: $0.after) } ?? []
        return fields.map { AuditChange($0.name, of: change.service, from: $0.old, to: $0.new) }
            + [AuditChange("reviewedOn", of: change.service, from: nil, to: .string(change.reviewedOn.text))]
    }

    private static func values(of figures: CapacityFigures) -> [(field: String, value: JSONTree)] {
        [
            ("total", .orNull(figures.total)), ("free", .orNull(figures.free)), ("held", .integer(figures.held)),
            ("paused", .boolean(figures.isPaused)), ("pausedUntil", .orNull(figures.pausedUntil?.text)),
            ("pauseReason", .orNull(figures.pauseReason?.rawValue)),
            ("expectedFreeOn", .orNull(figures.expectedFreeOn?.text)),
            ("confirmedAt", .orNull(figures.confirmedAt.map(Timestamp.preciseText))),
        ]
    }

    /// A record says what its hold became; what it was follows where there is but one way to it.
    private static func of(_ hold: Hold, in record: Record) -> [AuditChange] {
        let end = AuditChange("expiresAt", from: nil, to: .string(Timestamp.preciseText(hold.expiresAt)))
        func state(from old: JSONTree?) -> AuditChange {
            AuditChange("state", from: old, to: .string(hold.state.rawValue))
        }
        switch record.kind {
        case .holdOpened:
            return [
                state(from: .null), AuditChange("places", from: .null, to: .integer(hold.places)),
                AuditChange("expiresAt", from: .null, to: end.new),
            ]
        case .holdExtended: return [AuditChange("extended", from: false, to: true), end]
        case .holdAccepted: return [state(from: "open")]
        case .holdDeclined:
            return [
                state(from: "open"),
                AuditChange("declineReason", from: .null, to: .orNull(hold.declineReason?.rawValue)),
            ]
        case .holdPlaced, .holdWithdrawn, .holdExpired: return [state(from: nil)]
        case .capacityReported, .capacityConfirmed, .capacityReverted, .admissionChanged, .admissionReviewed, .signedIn,
            .signInFailed, .signedOut,
            .sessionsEnded, .accessRefused, .keyIssued, .keyRotated, .keyChanged, .keyRevoked, .dataViewed,
            .dataExported, .serviceStarted:
            return []
        }
    }

    private static func of(_ note: AccessNote, _ kind: RecordKind) -> [AuditChange] {
        switch kind {
        case .keyIssued, .keyRotated:
            let replaces = note.replaces.map { AuditChange("replaces", from: .null, to: .string($0)) }
            let end = note.lastDay.map { AuditChange("expiresOn", from: .null, to: .string($0.text)) }
            return [
                AuditChange("role", from: .null, to: .orNull(note.role?.rawValue)),
                AuditChange("organizationId", from: .null, to: .orNull(note.organization?.rawValue)),
            ] + [end, replaces].compactMap(\.self)
        case .keyChanged: return [AuditChange("expiresOn", from: nil, to: .orNull(note.lastDay?.text))]
        case .keyRevoked: return [AuditChange("revoked", from: false, to: true)]
        case .serviceStarted: return note.start.map(of) ?? []
        default: return []
        }
    }

    private static func of(_ start: ServiceStart) -> [AuditChange] {
        [
            AuditChange("registry", from: nil, to: .string(start.registry)),
            AuditChange("loadedAt", from: nil, to: .string(Timestamp.preciseText(start.loadedAt))),
            AuditChange("examples", from: nil, to: .boolean(start.hasExamples)),
        ]
    }
}

extension AuditChange {
    static let schema = Schema.Named(
        "AuditChange",
        .object([
            .optional("serviceId", .text, "Van welke dienst; leeg als het om de vastgehouden plek of de sleutel gaat."),
            Schema.Property("field", .text),
            Schema.Property("old", .anything, required: false, "Ontbreekt waar het journaal dit niet zegt."),
            Schema.Property("new", .anything),
        ]))

    /// `service:field=old>new`, for a table.
    var text: String { "\(serviceId.map { $0 + ":" } ?? "")\(field)=\(old?.text ?? "?")>\(new.text)" }
}

extension JSONTree {
    fileprivate static func orNull(_ value: Int?) -> JSONTree { value.map(JSONTree.integer) ?? .null }

    fileprivate static func orNull(_ value: String?) -> JSONTree { value.map(JSONTree.string) ?? .null }

    /// A single value as text; nothing for `null`.
    fileprivate var text: String {
        switch self {
        case .boolean(let value): String(value)
        case .integer(let value): String(value)
        case .string(let value): value
        case .null, .array, .object: ""
        }
    }
}
