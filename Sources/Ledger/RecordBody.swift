import Domain
import Foundation
import Hashing

/// The JSON object of a record, all but its hash.
///
/// The kind decides what `payload` holds and whether there is a `service`, so
/// that later kinds fit beside these without a change of the old lines.
struct RecordBody: Codable {
    let sequence: Int
    let time: String
    let actor: Sender
    let kind: String
    let service: String?
    let payload: Payload?
    let previous: String

    struct Sender: Codable {
        let keyId: String
        let role: String
        let organization: String?
    }

    /// What `capacity_reported` carries.
    struct Payload: Codable {
        let total: Int
        let free: Int
        let expectedFreeOn: String?
        let paused: Bool
    }

    enum Kind: String {
        case capacityReported = "capacity_reported"
        case capacityConfirmed = "capacity_confirmed"
    }
}

extension RecordBody {
    init(_ record: Record) {
        sequence = record.sequence
        time = record.time.text
        actor = Sender(
            keyId: record.actor.keyID, role: record.actor.role.rawValue,
            organization: record.actor.organization?.rawValue)
        service = record.service.rawValue
        previous = record.previous.hex
        switch record.change {
        case .capacityReported(let statement):
            kind = Kind.capacityReported.rawValue
            payload = Payload(
                total: statement.total, free: statement.free, expectedFreeOn: statement.expectedFreeOn?.text,
                paused: statement.isPaused)
        case .capacityConfirmed:
            kind = Kind.capacityConfirmed.rawValue
            payload = nil
        }
    }

    /// - Throws: ``RecordFault/unknownKind(_:)`` or ``RecordFault/invalid(field:)``.
    func record() throws(RecordFault) -> Record {
        guard let kind = Kind(rawValue: kind) else { throw .unknownKind(kind) }
        guard let time = RecordTime(text: time) else { throw .invalid(field: "time") }
        guard let service = service.flatMap(ServiceID.init(rawValue:)) else { throw .invalid(field: "service") }
        guard let previous = SHA256Digest(hex: previous) else { throw .invalid(field: "previous") }
        return Record(
            sequence: sequence, time: time, actor: try sender(), service: service, change: try change(kind),
            previous: previous)
    }

    private func sender() throws(RecordFault) -> Actor {
        guard let role = AccessRole(rawValue: actor.role) else { throw .invalid(field: "role") }
        guard let text = actor.organization else { return Actor(keyID: actor.keyId, role: role) }
        guard let organization = OrganizationID(rawValue: text) else { throw .invalid(field: "organization") }
        return Actor(keyID: actor.keyId, role: role, organization: organization)
    }

    private func change(_ kind: Kind) throws(RecordFault) -> Change {
        switch kind {
        case .capacityConfirmed: return .capacityConfirmed
        case .capacityReported:
            guard let payload else { throw .invalid(field: "payload") }
            let date = payload.expectedFreeOn.flatMap(CalendarDate.init(text:))
            guard (date == nil) == (payload.expectedFreeOn == nil) else { throw .invalid(field: "expectedFreeOn") }
            do {
                return .capacityReported(
                    try CapacityStatement(
                        total: payload.total, free: payload.free, expectedFreeOn: date, isPaused: payload.paused))
            } catch {
                throw .invalid(field: "payload")
            }
        }
    }
}
