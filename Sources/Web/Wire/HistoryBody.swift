import Domain
import Exchange
import Foundation
import Ledger

/// One entry of the history of a count: who said what, and what stood before.
struct HistoryBody: Encodable, Sendable {
    let recordedAt: String
    let kind: String
    @OrNull var actor: ActorBody?
    let old: FiguresBody
    let new: FiguresBody
    let version: Int
    let sequence: Int

    /// `nil` where the record says nothing of `service`.
    ///
    /// - Parameter namesKeys: whether the reader may know which access key it was.
    init?(_ record: Record, of service: ServiceID, namesKeys: Bool) {
        guard let change = record.change(of: service) else { return nil }
        (recordedAt, kind) = (Timestamp.preciseText(record.date), record.kind.rawValue)
        (version, sequence) = (change.version, record.sequence)
        (old, new) = (FiguresBody(change.before), FiguresBody(change.after))
        actor = record.actor.map { ActorBody($0, namesKey: namesKeys) }
    }

    struct ActorBody: Encodable, Sendable {
        let role: String
        @OrNull var organizationId: String?
        /// Absent for who may not know it.
        let keyId: String?

        init(_ actor: Actor, namesKey: Bool) {
            (role, organizationId) = (actor.role.rawValue, actor.organization?.rawValue)
            keyId = namesKey ? actor.keyID : nil
        }
    }

    struct FiguresBody: Encodable, Sendable {
        @OrNull var total: Int?
        @OrNull var free: Int?
        let held: Int
        let paused: Bool
        @OrNull var pausedUntil: String?
        @OrNull var pauseReason: String?
        @OrNull var expectedFreeOn: String?
        @OrNull var confirmedAt: String?

        init(_ figures: CapacityFigures) {
            (total, free, held, paused) = (figures.total, figures.free, figures.held, figures.isPaused)
            (pausedUntil, pauseReason) = (figures.pausedUntil?.text, figures.pauseReason?.rawValue)
            (expectedFreeOn, confirmedAt) = (figures.expectedFreeOn?.text, figures.confirmedAt.map(Timestamp.text))
        }

        var row: [String] {
            [
                Cell.text(total), Cell.text(free), String(held), String(paused), pausedUntil ?? "",
                pauseReason ?? "", expectedFreeOn ?? "", confirmedAt ?? "",
            ]
        }
    }
}

extension HistoryBody {
    static func table(of entries: [HistoryBody]) -> CSVTable {
        let figures = [
            "Total", "Free", "Held", "Paused", "PausedUntil", "PauseReason", "ExpectedFreeOn", "ConfirmedAt",
        ]
        let columns =
            ["recordedAt", "kind", "role", "organizationId", "keyId"] + figures.map { "old\($0)" }
            + figures.map { "new\($0)" } + ["version", "sequence"]
        return CSVTable(columns: columns, rows: entries.map(\.row))
    }

    private var row: [String] {
        [recordedAt, kind, actor?.role ?? "", actor?.organizationId ?? "", actor?.keyId ?? ""] + old.row + new.row
            + [String(version), String(sequence)]
    }

    static let schema = Schema.Named(
        "CapacityHistoryEntry",
        .object([
            Schema.Property("recordedAt", .moment),
            Schema.Property(
                "kind", .string(allowed: RecordKind.allCases.filter { $0.subject == .capacity }.map(\.rawValue)),
                "Opgegeven, bevestigd of teruggenomen."),
            .optional("actor", .named(actor)), Schema.Property("old", .named(figures)),
            Schema.Property("new", .named(figures)),
            Schema.Property("version", .integer(minimum: 1), "De versie die hierdoor ontstond."),
            Schema.Property("sequence", .integer(minimum: 1), "De plaats in het journaal."),
        ]), example: example)

    private static let actor = Schema.Named(
        "Actor",
        .object([
            Schema.Property("role", .code(AccessRole.self)), .optional("organizationId", .text),
            Schema.Property("keyId", .text, required: false, "Alleen voor een beheerder en de opvang zelf."),
        ]))

    private static let figures = Schema.Named(
        "Figures",
        .object([
            .optional("total", .integer(minimum: 0)), .optional("free", .integer(minimum: 0)),
            Schema.Property("held", .integer(minimum: 0)), Schema.Property("paused", .boolean),
            .optional("pausedUntil", .date), .optional("pauseReason", .code(PauseReason.self)),
            .optional("expectedFreeOn", .date), .optional("confirmedAt", .moment),
        ]))

    private static let example: JSONTree = [
        "recordedAt": "2026-11-20T08:00:00.123Z", "kind": "capacity_reported",
        "actor": ["role": "shelter", "organizationId": "voorbeeld-de-zilverwilg"],
        "old": [
            "total": 6, "free": 2, "held": 1, "paused": false, "pausedUntil": .null, "pauseReason": .null,
            "expectedFreeOn": .null, "confirmedAt": "2026-11-19T20:00:00Z",
        ],
        "new": [
            "total": 6, "free": 3, "held": 1, "paused": false, "pausedUntil": .null, "pauseReason": .null,
            "expectedFreeOn": .null, "confirmedAt": "2026-11-20T08:00:00Z",
        ], "version": 4, "sequence": 12,
    ]
}
