import Domain
import Foundation
import Hypertext
import Registry

/// Whom to call first in a province: the care co-ordinators, who stands behind them, and who answers day and night
/// (rule R3; features F03 and F42).
struct ProvinceContacts: Sendable {
    let call: PageCall
    let province: Province
    let organizations: [Organization]

    func html() -> HTML {
        .element(
            "section", ["class": "ok-part"],
            [.heading(2, call.say("Eerste aanspreekpunt", "First contact"))]
                + [coordinatorList, backup, .heading(3, call.say("Altijd bereikbaar", "Always reachable")), always])
    }

    // MARK: Co-ordinators

    private var towns: [Municipality] {
        call.registry.geography.municipalities.filter { $0.province == province.code }
    }

    private var coordinators: [Coordinator] {
        let codes = Set(towns.map(\.code))
        return call.registry.coordination.coordinators.filter { !codes.isDisjoint(with: $0.municipalities) }
    }

    private var coordinatorList: HTML {
        let coordinators = coordinators
        guard !coordinators.isEmpty else {
            return .joined([
                .paragraph(
                    call.say(
                        "In \(province.name) is geen zorgcoördinator bekend. CoMensha is dan uw eerste aanspreekpunt.",
                        "No care co-ordinator is known in \(province.name). CoMensha is then your first contact.")),
                .element("ul", ["class": "ok-items"], national),
            ])
        }
        return .element("ul", ["class": "ok-items"], coordinators.map(card))
    }

    private var national: HTML {
        let backup = call.registry.coordination.backup
        let hours: HTML = backup.hours.map { .element("p", [:], call.asWritten($0 + ".")) } ?? .empty
        return .element(
            "li", ["class": "ok-item"], .element("p", ["class": "ok-item-name"], .text(backup.name)),
            .element("p", ["class": "ok-number"], .phone(backup.phone)),
            .element("p", [:], .text(call.say("Voor het hele land.", "For the whole country."))), hours)
    }

    private func card(_ coordinator: Coordinator) -> HTML {
        let own = towns.count { coordinator.municipalities.contains($0.code) }
        let area = call.say(
            "\(coordinator.region), voor \(own == 1 ? "1 gemeente" : "\(own) gemeenten") in deze provincie",
            "\(coordinator.region), for \(own == 1 ? "1 municipality" : "\(own) municipalities") in this province")
        let hours: HTML = coordinator.hours.map { .element("p", [:], call.asWritten($0 + ".")) } ?? .empty
        let substitute: HTML =
            coordinator.substitute.map { substitute in
                .element(
                    "p", ["class": "ok-item-meta"],
                    .text(call.say("Niet bereikbaar? Bel de vervanger: ", "Not reachable? Call the substitute: ")),
                    call.asWritten(substitute.name), " ", .phone(substitute.phone), ".")
            } ?? .empty
        return .element(
            "li", ["class": "ok-item"], .element("p", ["class": "ok-item-name"], call.asWritten(coordinator.name)),
            .element("p", ["class": "ok-number"], .phone(coordinator.phone)), .element("p", [:], .text(area + ".")),
            hours,
            substitute)
    }

    /// CoMensha stands behind everybody, and is the only one where nobody co-ordinates.
    private var backup: HTML {
        guard !coordinators.isEmpty else { return .empty }
        let backup = call.registry.coordination.backup
        let covered = towns.count { call.registry.coordination.coordinator(of: $0.code) != nil }
        let share =
            covered == towns.count
            ? call.say(
                "Elke gemeente in \(province.name) heeft een zorgcoördinator.",
                "Every municipality in \(province.name) has a care co-ordinator.")
            : call.say(
                "\(covered) van de \(towns.count) gemeenten hebben een zorgcoördinator.",
                "\(covered) of the \(towns.count) municipalities have a care co-ordinator.")
        return .element(
            "p", [:], .text(share + " "), .text(call.say("Als achtervang belt u ", "As a back-up call ")),
            .text(backup.name), " ", .phone(backup.phone), ".")
    }

    // MARK: Day and night

    private var always: HTML {
        let police = organizations.filter { $0.kind == .policeAvim }.flatMap { organization in
            organization.phones.filter { $0.number != "112" }.prefix(1).map { (organization.name, $0.number) }
        }
        let numbers: [(String, String)] =
            [
                (call.say("Direct gevaar", "Immediate danger"), "112"),
                (call.say("Veilig Thuis, advies dag en nacht", "Veilig Thuis, advice day and night"), "0800-2000"),
            ]
            + (police.isEmpty
                ? [(call.say("Politie (AVIM), geen spoed", "Police (AVIM), not urgent"), Self.police)] : police)
        return .facts(numbers.map { (name: $0.0, value: HTML.phone($0.1)) })
    }

    /// The number of the police without haste; they ask for the AVIM, the team on human trafficking.
    private static let police = "0900-8844"
}
