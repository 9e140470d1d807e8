import Coverage
import Domain
import Foundation
import Registry

/// What the pages about gaps say, in one language (screen S14).
struct GapWords: Sendable {
    let call: PageCall
    /// The day that is looked at.
    var shown = GapDay.today

    private var say: Words { call.say }

    // MARK: States

    func state(_ state: SupplyState) -> String {
        switch state {
        case .none: say("geen", "none")
        case .few: say("weinig", "few")
        case .enough: say("genoeg", "enough")
        case .unknown: say("onbekend", "unknown")
        }
    }

    /// Beside the word, never instead of it.
    static func sign(_ state: SupplyState) -> String {
        switch state {
        case .none: "✕"
        case .few: "▽"
        case .enough: "✓"
        case .unknown: "?"
        }
    }

    /// What the word means, with its limits.
    func meaning(_ state: SupplyState, _ measure: GapMeasure) -> String {
        let (room, providers) = (SupplyState.Limit.room, SupplyState.Limit.providers)
        if measure == .free {
            switch state {
            case .none:
                return shown.isPast
                    ? say("Er was niets vrij.", "Nothing was free.")
                    : say("Er is nu niets vrij.", "Nothing is free now.")
            case .few:
                return say(
                    "Er is vrij, maar voor minder dan \(room) aanmeldingen.",
                    "Free, but for fewer than \(room) referrals.")
            case .enough:
                return say("Er is vrij voor \(room) aanmeldingen of meer.", "Free for \(room) referrals or more.")
            case .unknown:
                return shown.isPast
                    ? say(
                        "Van geen enkele plek weten we of die vrij was.",
                        "Of no place do we know whether it was free.")
                    : say(
                        "Van geen enkele plek weten we of die vrij is. Bel eerst.",
                        "Of no place do we know whether it is free. Call first.")
            }
        }
        switch state {
        case .none: return say("Niemand neemt deze groep op.", "Nobody takes this group.")
        case .few:
            return say(
                "De groep past minder dan \(room) keer, of er zijn minder dan \(providers) aanbieders.",
                "The group fits in fewer than \(room) times, or there are fewer than \(providers) providers.")
        case .enough:
            return say(
                "De groep past \(room) keer of vaker, bij \(providers) aanbieders of meer.",
                "The group fits in \(room) times or more, with \(providers) providers or more.")
        case .unknown:
            return say(
                "Er is opvang, maar aanbieders gaven niet op hoeveel plekken er zijn.",
                "There is shelter, but providers did not state how many places there are.")
        }
    }

    // MARK: Measures

    func measure(_ measure: GapMeasure) -> String {
        switch measure {
        case .total: say("Alle plekken", "All places")
        case .free: say("Vrije plekken", "Free places")
        case .ending: say("Geld stopt binnen 12 maanden", "Funding ends within 12 months")
        case .withoutAftercare: say("Zonder nazorg", "Without aftercare")
        case .ownRegion: say("Alleen voor de eigen regio", "For their own region only")
        case .excluded(let kind): say("Neemt niet op: ", "Does not take: ") + inline(call.label(kind))
        }
    }

    /// What the numbers in the cells are, and what the word beside them.
    func explanation(_ measure: GapMeasure) -> [String] {
        switch measure {
        case .total:
            [
                say(
                    "Het getal zegt hoeveel plekken er zijn voor de groep, vrij of bezet.",
                    "The number says how many places there are for the group, free or taken.")
            ]
        case .free:
            [
                shown.isPast
                    ? say(
                        "Het getal zegt hoeveel plekken toen vrij waren.",
                        "The number says how many places were free then.")
                    : say(
                        "Het getal zegt hoeveel plekken nu vrij zijn.", "The number says how many places are free now."),
                say("Verouderde aantallen tellen niet mee.", "Counts that are too old are left out."),
            ]
        case .ending:
            [
                say(
                    "Het getal zegt bij hoeveel plekken het geld binnen 12 maanden stopt, of al gestopt is.",
                    "The number says for how many places the funding ends within 12 months, or has ended."),
                left,
            ]
        case .withoutAftercare:
            [
                say(
                    "Het getal zegt hoeveel plekken geen nazorg geven.",
                    "The number says how many places give no aftercare."),
                say(
                    "Is nazorg niet opgegeven, dan telt de plek hier niet mee.",
                    "Where aftercare is not stated, the place is not counted here."),
                left,
            ]
        case .ownRegion:
            [
                say(
                    "Het getal zegt hoeveel plekken alleen mensen uit de eigen regio opnemen.",
                    "The number says how many places only take people from their own region."),
                left,
            ]
        case .excluded:
            [
                say(
                    "Het getal zegt hoeveel plekken de groep alleen om deze reden niet opnemen.",
                    "The number says how many places do not take the group for this reason alone."),
                say("Het woord zegt hoeveel opvang er nu is.", "The word says how much shelter there is now."),
            ]
        }
    }

    private var left: String {
        say(
            "Het woord zegt hoeveel er overblijft zonder deze plekken.",
            "The word says how much is left without these places.")
    }

    // MARK: Gaps

    /// What is counted as a gap, by ``Supply/gaps(in:)``: the same words wherever gaps are counted.
    var definition: String {
        say(
            "Een gat is een groep die in de provincie nergens opvang heeft, ook niet op een volle plek. "
                + "We kijken naar \(TargetGroup.all.count) groepen.",
            "A gap is a group that has no shelter anywhere in the province, not even in a full place. "
                + "We look at \(TargetGroup.all.count) groups.")
    }

    /// `1 gat`.
    func gaps(_ count: Int) -> String {
        switch count {
        case 0: say("geen gaten", "no gaps")
        case 1: say("1 gat", "1 gap")
        default: say("\(count) gaten", "\(count) gaps")
        }
    }

    // MARK: Filters

    func residence(_ group: ResidenceGroup) -> String {
        if group == .thirdCountry {
            return say("Van buiten de EU, alle soorten verblijf", "From outside the EU, any residence")
        }
        return group.statuses.first.map(call.label) ?? group.rawValue
    }

    func reach(_ choice: SupplyFilter.ReachChoice) -> String {
        switch choice {
        case .all: say("Alle plekken", "All places")
        case .national: say("Alleen landelijke plekken", "National places only")
        case .own: say("Zonder landelijke plekken", "Without national places")
        }
    }

    /// What was chosen, in a few words.
    ///
    /// - Parameter shown: the measure that is shown, which is not always the one that was chosen.
    func chosen(_ question: GapQuestion, _ shown: GapMeasure) -> String {
        let parts: [String?] = [
            measure(shown), question.filter.kind.map(call.label), question.filter.form.map(call.label),
            question.filter.residence.map(residence),
            question.filter.reach == .all ? nil : reach(question.filter.reach),
        ]
        return parts.compactMap { $0 }.joined(separator: " · ")
    }

    // MARK: Time

    func exact(_ moment: Date) -> String { DutchTime.exact(moment, in: call.language) }

    func day(_ date: CalendarDate) -> String { DutchTime.day(date, in: call.language) }

    // MARK: Numbers

    func column(_ column: GapColumn) -> String {
        guard case .province(let code) = column else { return say("Landelijk", "National") }
        return call.registry.geography.province(code)?.name ?? code.rawValue
    }

    func places(_ count: Int) -> String {
        count == 1 ? say("1 plek", "1 place") : say("\(count) plekken", "\(count) places")
    }

    func providers(_ count: Int) -> String {
        count == 1 ? say("1 aanbieder", "1 provider") : say("\(count) aanbieders", "\(count) providers")
    }

    /// What a cell counts, short; `?` where places are there and nobody said how many.
    func number(_ cell: GapCell, _ measure: GapMeasure) -> String {
        guard cell.hasUnknown, measure != .free else { return String(cell.value) }
        return cell.value == 0 ? "?" : "\(cell.value)+"
    }

    /// The same in words.
    func places(_ cell: GapCell) -> String {
        guard cell.hasUnknown else { return places(cell.value) }
        return cell.value == 0
            ? say("aantal niet opgegeven", "number not stated")
            : say("\(cell.value) plekken of meer", "\(cell.value) places or more")
    }

    /// Where a cell has few for this reason alone.
    func onlyProvider(_ cell: GapCell) -> String? {
        let tally = cell.all
        guard cell.state == .few, tally.room >= SupplyState.Limit.room, tally.providers.count == 1 else { return nil }
        return providers(1)
    }

    /// `2 vrij`, or that nobody knows.
    func free(_ tally: SupplyTally) -> String {
        if tally.free == 0, tally.unreliable > 0 {
            return shown.isPast
                ? say("vrij: niet bekend", "free: not known") : say("vrij: bel eerst", "free: call first")
        }
        return say("\(tally.free) vrij", "\(tally.free) free")
    }

    /// Before what was or is free.
    var freeThen: String { shown.isPast ? say("Toen vrij", "Free then") : say("Nu vrij", "Free now") }

    /// The gap of one group as a sentence.
    func sentences(_ gap: LargestGap) -> String {
        let group = gap.group.phrase[call.language]
        let count = gap.provinces.count
        let names = joined(gap.provinces.map { column(.province($0)) })
        let first =
            switch count {
            case ProvinceCode.allCases.count:
                say("In geen enkele provincie is er opvang voor \(group).", "No province has shelter for \(group).")
            case 1...3:
                say("In \(names) is er geen opvang voor \(group).", "There is no shelter for \(group) in \(names).")
            default:
                say(
                    "In \(count) provincies is er geen opvang voor \(group).",
                    "In \(count) provinces there is no shelter for \(group).")
            }
        let second =
            gap.hasNational
            ? say("Landelijk zijn er wel plekken.", "There are national places.")
            : say("Landelijke plekken zijn er ook niet.", "There are no national places either.")
        return "\(first) \(second)"
    }

    func joined(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + say(" en ", " and ") + last
    }

    /// A label inside a sentence: without its capital, unless the word is an abbreviation.
    private func inline(_ label: String) -> String {
        guard let first = label.first, !(label.dropFirst().first?.isUppercase ?? false) else { return label }
        return first.lowercased() + label.dropFirst()
    }
}
