import Coverage
import Domain
import Foundation
import HTTP
import Hypertext
import Matching

/// The list behind a cell of the gap matrix (screen S14): who takes the group there, who does not and why.
struct GapListPage: Sendable {
    private let look: GapLook
    private let group: TargetGroup
    private let column: GapColumn
    private var call: PageCall { look.call }
    private var say: Words { call.say }
    private var words: GapWords { look.words }

    init(_ look: GapLook, group: TargetGroup, column: GapColumn) {
        (self.look, self.group, self.column) = (look, group, column)
    }

    var response: Response {
        let back = Crumb(text: say("Gaten in de opvang", "Gaps in shelter"), path: GapPages.path)
        guard let row = look.supply.row(of: group),
            let cell = look.matrix.rows.first(where: { $0.group.code == group.code })?.cell(column)
        else {
            // The filter asks for people who are never in this group.
            return call.page(title, [.heading(1, title), chosen, .paragraph(notInFilter), toMatrix], trail: [back])
        }
        let here = row.taking.filter { column.holds($0.place.service) }
        let gone = row.gone.filter { column.holds($0.place.service) }
        let refusing = row.refusing.filter { column.holds($0.place.service) }
        return call.page(
            title,
            [
                .heading(1, title), chosen, state(cell), gap(cell), takers(here), ended(gone), refusals(refusing, row),
                toMatrix,
            ],
            trail: [back])
    }

    private var title: String {
        let name = group.name[call.language]
        return words.titled(
            column == .national
                ? say("\(name): landelijke plekken", "\(name): national places")
                : say("\(name) in \(words.column(column))", "\(name) in \(words.column(column))"))
    }

    private var chosen: HTML {
        let asOf = look.asOf.joined(separator: " ")
        guard look.question.values.items.contains(where: { $0.name != GapQuestion.Name.day }) else {
            return .paragraph(asOf)
        }
        return .paragraph(
            say("U koos: ", "You chose: ") + words.chosen(look.question, look.question.measure) + ". " + asOf)
    }

    private var notInFilter: String {
        say("Bij deze keuze hoort deze groep niet.", "This group does not go with this choice.")
    }

    // MARK: The cell in words

    private func state(_ cell: GapCell) -> HTML {
        let supply = SupplyState(supply: cell.all)
        var facts: [(name: String, value: HTML)] = [
            (
                say("Opvang", "Shelter"),
                .joined([
                    .text("\(GapWords.sign(supply)) \(words.state(supply)). "), .text(words.meaning(supply, .total)),
                ])
            )
        ]
        guard cell.all.services > 0 else { return .facts(facts) }
        facts.append((say("Plekken", "Places"), .text(total(cell.all))))
        if cell.all.inConsultation > 0 {
            facts.append(
                (
                    say("Alleen in overleg", "In consultation only"), .text(words.places(cell.all.inConsultation))
                ))
        }
        if look.seesFree { facts.append((words.freeThen, .text(free(cell.all)))) }
        if look.measure != .total, look.measure != .free {
            facts.append((words.measure(look.measure), .text(words.places(cell.counted.places))))
        }
        return .facts(facts)
    }

    private func total(_ tally: SupplyTally) -> String {
        let providers = words.providers(tally.providers.count)
        let known = say(
            "\(words.places(tally.places)) bij \(providers).", "\(words.places(tally.places)) with \(providers).")
        guard tally.withoutTotal > 0 else { return known }
        let missing =
            tally.withoutTotal == 1
            ? say("Van 1 dienst is het aantal niet opgegeven.", "1 service did not state a number.")
            : say(
                "Van \(tally.withoutTotal) diensten is het aantal niet opgegeven.",
                "\(tally.withoutTotal) services did not state a number.")
        return known + " " + missing
    }

    private func free(_ tally: SupplyTally) -> String {
        let known = words.places(tally.free) + "."
        guard tally.unreliable > 0 else { return known }
        let old =
            tally.unreliable == 1
            ? say(
                "1 aantal is verouderd of onbekend en telt niet mee.", "1 count is too old or unknown and is left out.")
            : say(
                "\(tally.unreliable) aantallen zijn verouderd of onbekend en tellen niet mee.",
                "\(tally.unreliable) counts are too old or unknown and are left out.")
        return known + " " + old
    }

    /// What to say where nobody takes the group, and where to look instead.
    private func gap(_ cell: GapCell) -> HTML {
        guard cell.all.services == 0 else { return .empty }
        let text =
            column == .national
            ? say("Geen landelijk aanbod gevonden. Dit is een gat.", "No national supply found. This is a gap.")
            : say(
                "Geen aanbod gevonden. Dit is een gat in deze provincie.",
                "No supply found. This is a gap in this province.")
        let national = look.matrix.rows.first { $0.group.code == group.code }?.cell(.national)
        guard column != .national, let national, national.all.services > 0 else {
            return .alert(.warning, [.paragraph(text)])
        }
        let link: HTML = .link(
            say("Bekijk de landelijke plekken voor deze groep", "See the national places for this group"),
            call.href(look.question.address(of: group, .national, call.registry)))
        return .alert(.warning, [.paragraph(text), .element("p", [:], link)])
    }

    // MARK: Places

    /// Where the measure counts some of them, those come first.
    private func takers(_ found: [Assessment]) -> HTML {
        guard !found.isEmpty else { return .empty }
        let today = look.today
        let counted = look.measure.isPart ? found.filter { look.measure.isMet(by: $0, on: today) } : []
        let rest = counted.isEmpty ? found : found.filter { !look.measure.isMet(by: $0, on: today) }
        let first: HTML =
            counted.isEmpty ? .empty : section("deel", "\(words.measure(look.measure)) (\(counted.count))", counted)
        let heading =
            counted.isEmpty
            ? say("Wie neemt deze groep op?", "Who takes this group?") : say("Andere opvang", "Other shelter")
        return .joined([first, rest.isEmpty ? .empty : section("opvang", heading + " (\(rest.count))", rest)])
    }

    /// Who takes the group now, and is gone by the day that is looked at.
    private func ended(_ found: [Assessment]) -> HTML {
        guard !found.isEmpty else { return .empty }
        return section("gestopt", say("Dan gestopt (\(found.count))", "Ended by then (\(found.count))"), found)
    }

    private func section(_ id: String, _ heading: String, _ found: [Assessment]) -> HTML {
        .element(
            "section", ["aria-labelledby": id], .heading(2, heading, id: id),
            .element("ul", ["class": "ok-cards"], found.map { GapPlaceCard(look, $0).html }))
    }

    private func refusals(_ found: [Assessment], _ row: Supply.Row) -> HTML {
        guard !found.isEmpty else { return .empty }
        let today = look.today
        let isOpen = if case .excluded = look.measure { true } else { false }
        let first = isOpen ? found.filter { look.measure.isMet(by: $0, on: today) } : []
        let rest = isOpen ? found.filter { !look.measure.isMet(by: $0, on: today) } : found
        let items = (first + rest).map { GapPlaceCard(look, $0).refusal(for: row.profile) }
        return .details(
            say("Wie neemt deze groep niet op? (\(found.count))", "Who does not take this group? (\(found.count))"),
            isOpen: isOpen, [.element("ul", ["class": "ok-gap-refusals"], items)])
    }

    private var toMatrix: HTML {
        .paragraph(
            .link(
                say("Terug naar alle gaten", "Back to all gaps"), look.question.address(call.href(GapPages.path))))
    }
}
