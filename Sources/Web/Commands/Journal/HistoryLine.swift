import Domain
import Foundation
import Ledger

/// One record as a line for people or programs: what it says of one service.
struct HistoryLine {
    private let sealed: SealedRecord
    private let change: CapacityChange?

    private var record: Record { sealed.record }

    init(_ sealed: SealedRecord, about service: ServiceID) {
        self.sealed = sealed
        change = sealed.record.capacities.first { $0.service == service }
    }

    /// Moment, what happened, what stood and what stands, who, and with which key; with tabs between.
    var text: String {
        let who = record.actor.map { actor in
            [actor.role.rawValue, actor.organization?.rawValue].compactMap(\.self).joined(separator: " ")
        }
        return [
            DutchTime.exact(record.date), record.kind.happening + holdFacts,
            change?.difference ?? rulesDifference ?? "-",
            who ?? "het programma", record.actor?.keyID ?? "-",
        ].joined(separator: "\t")
    }

    private var rulesDifference: String? {
        guard let change = record.rules else { return nil }
        let fields = change.sets.map { RulesField.differences(from: $0.before, to: $0.after) } ?? []
        let texts = fields.map { "\($0.name) \($0.old.word) → \($0.new.word)" }
        return (texts.isEmpty ? ["blijft gelijk"] : texts).joined(separator: ", ")
    }

    private var holdFacts: String {
        guard let hold = record.hold else { return "" }
        let places = hold.places == 1 ? "1 plek" : "\(hold.places) plekken"
        let reason = hold.declineReason.map { ", reden \($0.rawValue)" } ?? ""
        return " (\(hold.reference.rawValue), \(places)\(reason))"
    }

    /// One JSON object, its keys in order.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = (try? encoder.encode(RecordBody(sealed, change))) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }
}

extension RecordKind {
    /// What happened, in few words.
    var happening: String {
        switch self {
        case .capacityReported: "aantal gemeld"
        case .capacityConfirmed: "aantal bevestigd"
        case .capacityReverted: "melding teruggenomen"
        case .holdOpened: "vastgehouden"
        case .holdExtended: "langer vastgehouden"
        case .holdAccepted: "aanvraag geaccepteerd"
        case .holdDeclined: "aanvraag afgewezen"
        case .holdPlaced: "geplaatst"
        case .holdWithdrawn: "aanvraag ingetrokken"
        case .holdExpired: "tijd om"
        case .admissionChanged: "opnameregels gewijzigd"
        case .admissionReviewed: "opnameregels nagekeken"
        case .signedIn: "ingelogd"
        case .signInFailed: "inloggen mislukt"
        case .signedOut: "uitgelogd"
        case .sessionsEnded: "overal uitgelogd"
        case .accessRefused: "toegang geweigerd"
        case .keyIssued: "sleutel gemaakt"
        case .keyRotated: "sleutel vervangen"
        case .keyChanged: "einde van sleutel gewijzigd"
        case .keyRevoked: "sleutel ingetrokken"
        case .dataViewed: "gegevens bekeken"
        case .dataExported: "gegevens opgehaald"
        case .serviceStarted: "dienst gestart"
        }
    }
}

extension JSONTree {
    /// A single value as one reads it.
    fileprivate var word: String {
        switch self {
        case .null, .array, .object: "onbekend"
        case .boolean(let value): value ? "ja" : "nee"
        case .integer(let value): String(value)
        case .string(let value): value
        }
    }
}

extension CapacityChange {
    /// What stood and what stands, of all that differs.
    fileprivate var difference: String {
        let different = differences
        return different.isEmpty ? "blijft: vrij \(Self.word(after.free))" : different.joined(separator: ", ")
    }

    /// Each of them.
    var differences: [String] { differences(naming: \.rawValue) }

    /// - Parameter name: how a reason is written.
    func differences(naming name: (PauseReason) -> String) -> [String] {
        let parts: [(String, String, String)] = [
            ("totaal", Self.word(before.total), Self.word(after.total)),
            ("vrij", Self.word(before.free), Self.word(after.free)),
            ("vastgehouden", Self.word(before.held), Self.word(after.held)),
            ("pauze", before.isPaused ? "ja" : "nee", after.isPaused ? "ja" : "nee"),
            ("pauze tot en met", before.pausedUntil?.text ?? "onbekend", after.pausedUntil?.text ?? "onbekend"),
            (
                "reden van de pauze", before.pauseReason.map(name) ?? "onbekend",
                after.pauseReason.map(name) ?? "onbekend"
            ),
            ("weer vrij op", before.expectedFreeOn?.text ?? "onbekend", after.expectedFreeOn?.text ?? "onbekend"),
        ]
        return parts.filter { $0.1 != $0.2 }.map { "\($0.0) \($0.1) → \($0.2)" }
    }

    private static func word(_ count: Int?) -> String { count.map(String.init) ?? "onbekend" }
}
