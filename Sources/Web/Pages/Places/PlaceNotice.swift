import Domain
import Foundation
import Ledger

/// What one row says of what was just done, or could not be done, with it (screen S11).
enum PlaceNotice: Sendable {
    case saved
    case undone
    /// The last change was not theirs, or something came after it.
    case nothingToUndo
    case minimum
    /// More free places than there are: perhaps there are more places. With the number that was asked for.
    case overTotal(free: Int)
    /// Who changed the count since the page was made, and what is wished now.
    case conflict(PlaceChange, wanted: CapacityStatement?)
    case faults([FormFault])

    /// Whether nothing was saved, and the page has to say so.
    var isFault: Bool {
        switch self {
        case .saved, .undone: false
        case .nothingToUndo, .minimum, .overTotal, .conflict, .faults: true
        }
    }
}

/// Who made the count that stands now.
enum PlaceChange: Sendable {
    /// With the same access key, from another window or device.
    case sameKey(at: Date)
    case colleague(at: Date)
    case administrator(at: Date)
    /// Somebody keeps places, or gave them back.
    case hold

    /// - Parameters:
    ///   - record: the newest report of the service; `nil` where there is none.
    ///   - keyID: of who asks.
    init(of live: LiveCapacity, newest record: Record?, asker keyID: String?) {
        guard let record, let actor = record.actor, record.change(of: live.service)?.version == live.version else {
            self = .hold
            return
        }
        self =
            if actor.keyID == keyID { .sameKey(at: record.date) } else if actor.role == .shelter {
                .colleague(at: record.date)
            } else {
                .administrator(at: record.date)
            }
    }
}
