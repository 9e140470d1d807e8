import Domain
import Foundation
import Ledger
import Registry

/// A record as one reads it: what happened, and what stood and stands.
struct AuditSentence: Sendable {
    let record: Record
    let registry: Registry

    /// One or two short sentences, of who did it or of what happened.
    var text: String {
        let again = count > 1 ? " Dit gebeurde \(Self.number(count)) keer." : ""
        return happening + again
    }

    private var count: Int { record.note?.count ?? 1 }

    private var happening: String {
        switch record.kind {
        case .capacityReported: "Gaf het aantal vrije plekken door\(places)."
        case .capacityConfirmed: "Bevestigde het aantal vrije plekken\(places)."
        case .capacityReverted: "Nam de laatste opgave terug\(places)."
        case .holdOpened: "Hield \(Self.places(record.hold?.places ?? 1)) vast\(hold)."
        case .holdExtended: "Hield langer vast\(hold)."
        case .holdAccepted: "Zei ja op de aanvraag\(hold)."
        case .holdDeclined: "Zei nee op de aanvraag\(hold)."
        case .holdPlaced: "Vulde de plek in\(hold)."
        case .holdWithdrawn: "Gaf de plek terug\(hold)."
        case .holdExpired: "De tijd was om\(hold)."
        case .admissionChanged: "Wijzigde de opnameregels\(rulesPlace)."
        case .admissionReviewed: "Keek de opnameregels na\(rulesPlace). Ze klopten nog."
        case .signedIn: "Logde in."
        case .signedOut: "Logde uit."
        case .sessionsEnded: "Logde overal uit."
        case .signInFailed: isTooOften ? "Probeerde te vaak in te loggen." : "Probeerde in te loggen. Dat lukte niet."
        case .accessRefused: refusal
        case .keyIssued: "Toegangssleutel \(record.note?.keyID ?? "") is gemaakt\(keyOwner)."
        case .keyRotated:
            "Toegangssleutel \(record.note?.keyID ?? "") komt in de plaats van \(record.note?.replaces ?? "")\(keyOwner)."
        case .keyChanged: "Toegangssleutel \(record.note?.keyID ?? "") geldt nu \(lastDay)."
        case .keyRevoked: "Toegangssleutel \(record.note?.keyID ?? "") is ingetrokken."
        case .dataViewed: look
        case .dataExported: "Haalde een hele lijst op\(address)."
        case .serviceStarted: "De dienst is gestart."
        }
    }

    /// What stood and what stands; nothing where no count changed.
    var changes: [String] {
        guard record.rules == nil else { return rules }
        return record.capacities.flatMap { change in
            let name = record.capacities.count > 1 ? "\(service(change.service)): " : ""
            return change.differences(naming: { registry.codeLists.label($0).lowercased() }).map { name + $0 }
        }
    }

    private var rules: [String] {
        guard let sets = record.rules?.sets else { return [] }
        let words = RulesWords(codes: registry.codeLists, say: Words(language: .dutch))
        return RulesField.differences(from: sets.before, to: sets.after).map { change in
            let (old, new) = (
                words.text(of: change.old, in: change.name), words.text(of: change.new, in: change.name)
            )
            return "\(words.label(of: change.name)): \(old) → \(new)"
        }
    }

    /// Why a shelter said no.
    var reason: String? {
        guard record.kind == .holdDeclined else { return nil }
        return record.hold?.declineReason.map { "Reden: \(registry.codeLists.label($0).lowercased())." }
    }

    // MARK: Names

    private var places: String {
        switch record.capacities.count {
        case 1: record.capacities.first.map { " van \(service($0.service))" } ?? ""
        case let count: " van \(count) plekken tegelijk"
        }
    }

    private var rulesPlace: String { record.rules.map { " van \(service($0.service))" } ?? "" }

    private var hold: String {
        record.hold.map { ": \($0.reference.rawValue), bij \(service($0.service))" } ?? ""
    }

    private func service(_ id: ServiceID) -> String {
        guard let service = registry.service(id) else { return id.rawValue }
        return "‘\(service.name)’ (\(service.organizationName))"
    }

    private var keyOwner: String {
        let note = record.note
        let role = note?.role.map { registry.codeLists.label($0).lowercased() }
        let organization = note?.organization.map { registry.organization($0)?.name ?? $0.rawValue }
        let parts = [role, organization].compactMap(\.self)
        return parts.isEmpty ? "" : ": \(parts.joined(separator: ", "))"
    }

    private var lastDay: String {
        record.note?.lastDay.map { "tot en met \(DutchTime.day($0))" } ?? "zonder einddatum"
    }

    private var address: String { record.note?.resource.map { ": \($0)" } ?? "" }

    private var isTooOften: Bool { record.note?.status == 429 }

    private var refusal: String {
        switch record.note?.status {
        case 401: "Kwam er niet in: de toegangssleutel geldt niet\(address)."
        case 429: "Moest wachten: te veel verzoeken achter elkaar\(address)."
        case nil: "Kwam er niet in."
        default: "Kwam er niet in: dit hoort niet bij de rol\(address)."
        }
    }

    private var look: String {
        guard let resource = record.note?.resource else { return "Bekeek iets." }
        for read in ProtectedReads.all {
            guard let subject = read.subject(in: resource) else { continue }
            return read.words.replacing("%", with: name(String(subject), in: read))
        }
        return "Bekeek \(resource)."
    }

    /// - Parameter subject: a name in an address, or the template of one where the addresses were too many.
    private func name(_ subject: String, in read: ProtectedRead) -> String {
        let isOne = !subject.hasPrefix("{")
        if read.path.hasPrefix("/v1/services/") {
            return isOne ? ServiceID(rawValue: subject).map(service) ?? subject : "nog meer plekken"
        }
        if read.path.hasPrefix("/v1/organizations/") {
            let name = OrganizationID(rawValue: subject).flatMap(registry.organization)?.name
            return isOne ? "‘\(name ?? subject)’" : "nog meer organisaties"
        }
        return isOne ? subject : "(nog meer)"
    }

    /// `1.234`.
    static func number(_ number: Int) -> String {
        let digits = String(number)
        return String(
            digits.enumerated().flatMap { index, digit in
                index > 0 && (digits.count - index).isMultiple(of: 3) ? [".", digit] : [digit]
            })
    }

    private static func places(_ count: Int) -> String { count == 1 ? "1 plek" : "\(number(count)) plekken" }
}
