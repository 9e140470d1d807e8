import Domain
import Foundation
import Hypertext
import Matching
import Registry

/// What is compared, row by row, in the order in which it is talked over: safety first.
struct CompareRows: Sendable {
    let outcome: Outcome
    let places: [Placement]

    struct Row: Sendable {
        let title: String
        let cells: [Cell]

        /// Told apart by what they say, not by how it looks.
        var differs: Bool { Set(cells.map(\.text)).count > 1 }
    }

    struct Cell: Sendable {
        let text: String
        let html: HTML

        init(_ text: String) { (self.text, html) = (text, .text(text)) }

        /// One below the other.
        init(_ items: [String]) {
            text = items.joined(separator: ", ")
            html = items.count == 1 ? .text(text) : .list(items.map { .text($0) }, class: "ok-cell-list")
        }

        init(_ text: String, _ html: HTML) { (self.text, self.html) = (text, html) }
    }

    private var call: PageCall { outcome.call }
    private var say: Words { outcome.say }
    private var notStated: String { say("Nog niet opgegeven", "Not stated yet") }

    func rows() -> [Row] {
        [
            row(say("Soort plek", "Kind of place")) { placement, view in Cell(kind(view)) },
            row(say("Veiligheid", "Safety"), safety),
            row(say("Afstand tot gevaar", "Distance from danger")) { placement, _ in Cell(distance(placement)) },
            row(say("Vrij", "Free")) { _, view in
                let count = CountView(view: view, call)
                return Cell(count.line, count.html())
            },
            row(say("Wachttijd", "Waiting time")) { placement, view in
                let count = CountView(view: view, call)
                return Cell([reason(.wait, placement), count.statedWaiting].compactMap { $0 })
            },
            row(say("Wensen", "Wishes")) { placement, _ in
                Cell(reason(.wishes, placement) ?? say("Geen wens past hier", "No wish is met here"))
            },
            row(say("Vrijheid", "Freedom")) { placement, _ in Cell(reason(.leastRestrictive, placement) ?? notStated) },
            row(say("Kan niet", "Not possible")) { _, view in Cell(circumstances(view, .absolute)) },
            row(say("In overleg", "After consultation")) { _, view in Cell(circumstances(view, .conditional)) },
            row(say("Hoe lang", "How long")) { _, view in Cell(StayWords(say: say).text(view.stay) ?? notStated) },
            row(say("Nazorg", "Aftercare")) { _, view in Cell(view.aftercare.map { call.label($0) } ?? notStated) },
            row(say("Begeleiding", "Support"), support),
            row(say("Taal", "Language"), languages),
            row(say("Huisdier", "Pet")) { _, view in Cell(view.admission.pets.map { call.label($0) } ?? notStated) },
            row(say("Aanmelden", "Referral"), referral),
        ]
    }

    private func row(_ title: String, _ cell: (Placement, ServiceView) -> Cell) -> Row {
        Row(title: title, cells: places.map { cell($0, call.view(of: $0.service)) })
    }

    private func kind(_ view: ServiceView) -> String {
        let kind = view.shelterKind.map { call.label($0) } ?? say("Hulp zonder verblijf", "Help without a bed")
        return "\(kind), \(call.label(view.province))"
    }

    private func safety(_ placement: Placement, _ view: ServiceView) -> Cell {
        let level = call.label(view.securityLevel ?? SecurityLevel.none)
        return Cell([level + ".", reason(.safety, placement)].compactMap { $0 }.joined(separator: " "))
    }

    /// A class at the level of provinces, so that it tells nothing of where a secret place is.
    private func distance(_ placement: Placement) -> String {
        guard let areas = outcome.profile.dangerAreas else {
            return say("Gevaargebied niet bekend", "Danger area not known")
        }
        guard !areas.isEmpty else { return say("Geen gevaargebied in Nederland", "No danger area here") }
        if placement.assessment.conditions.contains(.dangerRegion) {
            return say("In het gevaargebied", "In the danger area")
        }
        let provinces = Set(areas.compactMap(call.registry.geography.province(of:)))
        return provinces.contains(placement.service.site.province)
            ? say("Zelfde provincie als het gevaar", "Same province as the danger")
            : say("Andere provincie", "Another province")
    }

    private func reason(_ key: ReasonKey, _ placement: Placement) -> String? {
        outcome.sentences.reasons(for: placement, profile: outcome.profile).first { $0.key == key }?.text
    }

    private func circumstances(_ view: ServiceView, _ hardness: Hardness) -> [String] {
        let found = view.contraIndications.filter { $0.hardness == hardness }.map { call.label($0.circumstance) }
        return found.isEmpty ? [say("Niets opgegeven", "Nothing stated")] : found
    }

    private func support(_ placement: Placement, _ view: ServiceView) -> Cell {
        let kinds = view.helpKinds.map { call.label($0) }
        let expertise = reason(.specialisation, placement)
        let texts = kinds + [expertise].compactMap { $0 }
        return Cell(texts.isEmpty ? [notStated] : texts)
    }

    private func languages(_ placement: Placement, _ view: ServiceView) -> Cell {
        let names = view.languages.map { SpokenLanguage.name($0, in: call.language) ?? $0 }
        let interpreter = view.interpreter == true ? [say("Met tolk", "With interpreter")] : []
        let all = names + interpreter
        return Cell(all.isEmpty ? [notStated] : all)
    }

    private func referral(_ placement: Placement, _ view: ServiceView) -> Cell {
        Cell(call.words(of: view).routes ?? notStated)
    }
}

/// How long somebody may stay, in words (feature F20).
struct StayWords: Sendable {
    let say: Words

    /// `nil` where nothing is stated.
    func text(_ stay: Stay?) -> String? {
        guard let stay else { return nil }
        let usual = stay.usualDays.map { days in
            say("meestal \(CountView.span(days, say))", "usually \(CountView.span(days, say))")
        }
        let most = stay.maximumDays.map { days in
            say("hoogstens \(CountView.span(days, say))", "at most \(CountView.span(days, say))")
        }
        let longer = stay.extensible == true ? say("kan langer", "can be longer") : nil
        let texts = [usual, most, longer].compactMap { $0 }
        guard let first = texts.first else { return nil }
        return ([first.prefix(1).uppercased() + first.dropFirst()] + texts.dropFirst()).joined(separator: ", ")
    }
}
