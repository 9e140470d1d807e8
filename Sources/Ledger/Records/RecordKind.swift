import Foundation

/// What kind of thing happened. The raw values stand in the journal for good.
package enum RecordKind: String, CaseIterable, Sendable {
    case capacityReported = "capacity_reported"
    case capacityConfirmed = "capacity_confirmed"
    /// The reporter took back the last report.
    case capacityReverted = "capacity_reverted"

    case holdOpened = "hold_opened"
    case holdExtended = "hold_extended"
    case holdAccepted = "hold_accepted"
    case holdDeclined = "hold_declined"
    case holdPlaced = "hold_placed"
    case holdWithdrawn = "hold_withdrawn"
    case holdExpired = "hold_expired"

    /// A shelter changed whom one of its services takes in.
    case admissionChanged = "admission_changed"
    /// A shelter looked at that, and it is still right.
    case admissionReviewed = "admission_reviewed"

    case signedIn = "signed_in"
    case signInFailed = "sign_in_failed"
    /// Somebody ended a session of their own.
    case signedOut = "signed_out"
    /// Somebody ended all sessions of their key.
    case sessionsEnded = "sessions_ended"
    case accessRefused = "access_refused"
    case keyIssued = "key_issued"
    /// A key was issued in the place of another one.
    case keyRotated = "key_rotated"
    /// The last day of a key is another one.
    case keyChanged = "key_changed"
    case keyRevoked = "key_revoked"
    /// Somebody saw what not everybody may see.
    case dataViewed = "data_viewed"
    case dataExported = "data_exported"
    /// A service has begun to answer from here on.
    case serviceStarted = "service_started"

    package var subject: Subject {
        switch self {
        case .capacityReported, .capacityConfirmed, .capacityReverted: .capacity
        case .holdOpened, .holdExtended, .holdAccepted, .holdDeclined, .holdPlaced, .holdWithdrawn, .holdExpired:
            .hold
        case .admissionChanged, .admissionReviewed: .admission
        case .signedIn, .signInFailed, .signedOut, .sessionsEnded, .accessRefused, .keyIssued, .keyRotated,
            .keyChanged, .keyRevoked, .dataViewed, .dataExported, .serviceStarted:
            .access
        }
    }

    /// Whether its records change the counts they say. Those of a hold that only goes on say what stands.
    package var changesCounts: Bool {
        switch subject {
        case .capacity: true
        case .hold: self != .holdExtended && self != .holdAccepted
        case .admission, .access: false
        }
    }

    /// Whether a key is there from its record on.
    var beginsKey: Bool { self == .keyIssued || self == .keyRotated }

    package enum Subject: Hashable, Sendable { case capacity, hold, admission, access }
}
