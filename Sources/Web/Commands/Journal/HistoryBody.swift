import Domain
import Foundation
import Hashing
import Ledger

/// A record as `journal history --json` writes it.
struct HistoryBody: Encodable {
    let sequence: Int
    let time: String
    let kind: String
    let hash: String
    let request: String?
    let actor: ActorBody?
    let capacity: CapacityBody?
    let hold: HoldBody?

    struct ActorBody: Encodable {
        let keyId: String
        let role: String
        let organization: String?
    }

    struct CapacityBody: Encodable {
        let version: Int
        let before: FiguresBody
        let after: FiguresBody
    }

    struct FiguresBody: Encodable {
        let total: Int?
        let free: Int?
        let held: Int
        let paused: Bool
        let expectedFreeOn: String?
        let confirmedAt: String?
    }

    struct HoldBody: Encodable {
        let reference: String
        let places: Int
        let state: String
        let extended: Bool
        let holder: ActorBody
        let declineReason: String?
        let createdAt: String
        let expiresAt: String
        let closedAt: String?
    }

    init(_ sealed: SealedRecord, _ change: CapacityChange?) {
        let record = sealed.record
        (sequence, time, kind) = (record.sequence, Self.text(record.date), record.kind.rawValue)
        (hash, request) = (sealed.hash.hex, record.request?.uuidString.lowercased())
        actor = record.actor.map { ActorBody($0) }
        capacity = change.map {
            CapacityBody(version: $0.version, before: FiguresBody($0.before), after: FiguresBody($0.after))
        }
        hold = record.hold.map { HoldBody($0) }
    }

    /// With milliseconds, as the journal has it.
    fileprivate static func text(_ date: Date) -> String {
        let milliseconds = Int((date.timeIntervalSince1970 * 1_000).rounded())
        let second = Timestamp.text(Date(timeIntervalSince1970: Double(milliseconds / 1_000)))
        return second.dropLast() + "." + String(1_000 + milliseconds % 1_000).dropFirst() + "Z"
    }
}

extension HistoryBody.ActorBody {
    init(_ actor: Actor) {
        (keyId, role, organization) = (actor.keyID, actor.role.rawValue, actor.organization?.rawValue)
    }
}

extension HistoryBody.FiguresBody {
    init(_ figures: CapacityFigures) {
        (total, free, held, paused) = (figures.total, figures.free, figures.held, figures.isPaused)
        (expectedFreeOn, confirmedAt) = (figures.expectedFreeOn?.text, figures.confirmedAt.map(HistoryBody.text))
    }
}

extension HistoryBody.HoldBody {
    init(_ hold: Hold) {
        (reference, places, state) = (hold.reference.rawValue, hold.places, hold.state.rawValue)
        (extended, holder) = (hold.isExtended, HistoryBody.ActorBody(hold.holder))
        declineReason = hold.declineReason?.rawValue
        (createdAt, expiresAt) = (HistoryBody.text(hold.createdAt), HistoryBody.text(hold.expiresAt))
        closedAt = hold.closedAt.map(HistoryBody.text)
    }
}
