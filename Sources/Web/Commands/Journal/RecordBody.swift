import Domain
import Foundation
import Hashing
import Ledger

/// A record as `journal history --json` writes it.
struct RecordBody: Encodable {
    let sequence: Int
    let time: String
    let kind: String
    let hash: String
    let request: String?
    let actor: ActorBody?
    let capacity: CapacityBody?
    let hold: HoldBody?
    let rules: RulesBody?

    struct RulesBody: Encodable {
        let version: Int
        let reviewedOn: String
        let changes: [ChangeBody]

        struct ChangeBody: Encodable {
            let field: String
            let old: JSONTree
            let new: JSONTree
        }
    }

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
        let pausedUntil: String?
        let pauseReason: String?
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
        (sequence, time, kind) = (record.sequence, Timestamp.preciseText(record.date), record.kind.rawValue)
        (hash, request) = (sealed.hash.hex, record.request?.uuidString.lowercased())
        actor = record.actor.map { ActorBody($0) }
        capacity = change.map {
            CapacityBody(version: $0.version, before: FiguresBody($0.before), after: FiguresBody($0.after))
        }
        hold = record.hold.map { HoldBody($0) }
        rules = record.rules.map { RulesBody($0) }
    }
}

extension RecordBody.ActorBody {
    init(_ actor: Actor) {
        (keyId, role, organization) = (actor.keyID, actor.role.rawValue, actor.organization?.rawValue)
    }
}

extension RecordBody.RulesBody {
    init(_ change: RulesChange) {
        let fields = change.sets.map { RulesField.differences(from: $0.before, to: $0.after) } ?? []
        (version, reviewedOn) = (change.version, change.reviewedOn.text)
        changes = fields.map { ChangeBody(field: $0.name, old: $0.old, new: $0.new) }
    }
}

extension RecordBody.FiguresBody {
    init(_ figures: CapacityFigures) {
        (total, free, held, paused) = (figures.total, figures.free, figures.held, figures.isPaused)
        (pausedUntil, pauseReason) = (figures.pausedUntil?.text, figures.pauseReason?.rawValue)
        (expectedFreeOn, confirmedAt) = (figures.expectedFreeOn?.text, figures.confirmedAt.map(Timestamp.preciseText))
    }
}

extension RecordBody.HoldBody {
    init(_ hold: Hold) {
        (reference, places, state) = (hold.reference.rawValue, hold.places, hold.state.rawValue)
        (extended, holder) = (hold.isExtended, RecordBody.ActorBody(hold.holder))
        declineReason = hold.declineReason?.rawValue
        (createdAt, expiresAt) = (Timestamp.preciseText(hold.createdAt), Timestamp.preciseText(hold.expiresAt))
        closedAt = hold.closedAt.map(Timestamp.preciseText)
    }
}
