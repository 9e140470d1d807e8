import Ledger

/// What a record is about, in the words of who reads the log.
enum AuditTopic: String, CaseIterable, Sendable {
    case viewed, counts, holds, rules, sessions, refused, keys, service

    var label: String {
        switch self {
        case .viewed: "Bekeken en opgehaald"
        case .counts: "Aantallen"
        case .holds: "Vastgehouden plekken"
        case .rules: "Opnameregels"
        case .sessions: "In- en uitloggen"
        case .refused: "Geweigerd"
        case .keys: "Toegangssleutels"
        case .service: "De dienst zelf"
        }
    }

    var kinds: Set<RecordKind> { Set(RecordKind.allCases.filter { $0.topic == self }) }
}

extension RecordKind {
    var topic: AuditTopic {
        switch self {
        case .capacityReported, .capacityConfirmed, .capacityReverted: .counts
        case .holdOpened, .holdExtended, .holdAccepted, .holdDeclined, .holdPlaced, .holdWithdrawn, .holdExpired:
            .holds
        case .admissionChanged, .admissionReviewed: .rules
        case .signedIn, .signedOut, .sessionsEnded: .sessions
        case .signInFailed, .accessRefused: .refused
        case .keyIssued, .keyRotated, .keyChanged, .keyRevoked: .keys
        case .dataViewed, .dataExported: .viewed
        case .serviceStarted: .service
        }
    }
}
