import Domain
import Foundation
import Hypertext
import Registry

/// The live count of one place, the same in a card, a table and the fragment that scripts fetch (screens §5).
struct CountView: Sendable {
    let view: ServiceView
    let now: Date
    let language: Language
    let codes: CodeLists
    /// Whether somebody saw a free place here a moment ago.
    var isJustTaken = false

    init(view: ServiceView, now: Date, language: Language, codes: CodeLists, isJustTaken: Bool = false) {
        (self.view, self.now, self.language, self.codes) = (view, now, language, codes)
        self.isJustTaken = isJustTaken
    }

    init(view: ServiceView, _ call: PageCall, isJustTaken: Bool = false) {
        self.init(
            view: view, now: call.now, language: call.language, codes: call.registry.codeLists,
            isJustTaken: isJustTaken)
    }

    private var say: Words { Words(language: language) }

    /// `<div data-count="…">`: what scripts replace as a whole when the count changes.
    func html() -> HTML {
        guard view.shelterKind != nil else { return waitingTime }
        let state = CountState(of: view)
        return .element(
            "div", ["class": "ok-count ok-count--\(state.rawValue)", "data-count": view.id.rawValue],
            .element(
                "p", ["class": "ok-count-state"], .element("span", ["aria-hidden": "true"], .text(state.sign)), " ",
                .element("strong", [:], .text(headline(state)))), lines(state))
    }

    /// The same in one line of plain text, for tables and print.
    var line: String {
        guard view.shelterKind != nil else {
            return [waiting, waitingStated].compactMap { $0 }.joined(separator: ", ")
        }
        let state = CountState(of: view)
        return ([headline(state)] + texts(state)).joined(separator: ", ")
    }

    private func headline(_ state: CountState) -> String {
        if isJustTaken { return say("Net bezet", "Just taken") }
        let label = state.label(say)
        switch state {
        case .free, .nearlyFull, .full:
            guard let capacity = view.capacity, let free = capacity.free else { return label }
            let count = capacity.total.map { say("\(free) van \($0)", "\(free) of \($0)") } ?? "\(free)"
            return "\(label): \(count)\(unit(capacity))"
        case .callFirst, .unknown: return label
        case .closed: return pause?.known ?? "\(label): \(say("tijdelijk geen opname", "no admissions for now"))"
        }
    }

    private func unit(_ capacity: Capacity) -> String {
        guard capacity.unit == .unit else { return "" }
        return (capacity.total ?? capacity.free) == 1 ? say(" kamer", " room") : say(" kamers", " rooms")
    }

    private func lines(_ state: CountState) -> HTML {
        .joined(texts(state).map { .element("p", ["class": "ok-confirmed"], .text($0)) })
    }

    private func texts(_ state: CountState) -> [String] {
        switch state {
        case .free, .nearlyFull: [confirmed, held].compactMap { $0 }
        case .full: [confirmed, held, expected, statedWaiting].compactMap { $0 }
        case .callFirst: [outdated]
        case .unknown:
            [say("We weten niet of er plek is. Bel eerst.", "We do not know if there is a place. Call first.")]
        case .closed: [pause?.over].compactMap { $0 }
        }
    }

    private var pause: PauseWords? { PauseWords(view.capacity, codes: codes, say: say, now: now) }

    private var confirmed: String? {
        view.capacity?.confirmedAt.map { moment in
            let isRecent = now >= moment && now.timeIntervalSince(moment) < FreshnessLimits.hour
            if isRecent {
                let clock = DutchTime.clock(moment, in: language)
                return say("zojuist bevestigd (\(clock))", "confirmed just now (\(clock))")
            }
            let text = DutchTime.moment(moment, now: now, in: language)
            return say("bevestigd \(text)", "confirmed \(text)")
        }
    }

    private var outdated: String {
        guard let moment = view.capacity?.confirmedAt else {
            return say("Verouderd. Bel eerst.", "Out of date. Call first.")
        }
        let day = DutchTime.weekday(moment, in: language)
        return say(
            "Verouderd: bevestigd op \(day). Bel eerst.", "Out of date: confirmed on \(day). Call first.")
    }

    private var held: String? {
        guard let held = view.capacity?.held, held > 0 else { return nil }
        return held == 1
            ? say("1 plek is vastgehouden", "1 place is on hold")
            : say("\(held) plekken zijn vastgehouden", "\(held) places are on hold")
    }

    private var expected: String? {
        guard let day = view.capacity?.expectedFreeOn, day >= DutchTime.today(now) else { return nil }
        let text = DutchTime.weekday(day, in: language)
        return say("plek verwacht op \(text)", "place expected on \(text)")
    }

    /// `wachttijd ongeveer 6 weken (opgave van 12 mei 2026)`, where a place with beds says so.
    var statedWaiting: String? {
        guard view.waiting != nil else { return nil }
        let text = waiting.prefix(1).lowercased() + waiting.dropFirst()
        return waitingStated.map { "\(text) (\($0))" } ?? text
    }

    // MARK: Help without a bed

    private var waitingTime: HTML {
        let state = view.waiting.map { $0.days == 0 ? CountState.free : .full } ?? .unknown
        return .element(
            "div", ["class": "ok-count ok-count--\(state.rawValue)", "data-count": view.id.rawValue],
            .element(
                "p", ["class": "ok-count-state"], .element("span", ["aria-hidden": "true"], .text(state.sign)), " ",
                .element("strong", [:], .text(waiting))),
            waitingStated.map { .element("p", ["class": "ok-confirmed"], .text($0)) } ?? .empty)
    }

    private var waiting: String {
        guard let waiting = view.waiting else {
            return say("Wachttijd niet opgegeven", "Waiting time not stated")
        }
        return waiting.days == 0
            ? say("Geen wachttijd", "No waiting time")
            : say(
                "Wachttijd ongeveer \(Self.span(waiting.days, say))",
                "Waiting time about \(Self.span(waiting.days, say))")
    }

    private var waitingStated: String? {
        view.waiting?.statedOn.map {
            say("opgave van \(DutchTime.day($0))", "stated on \(DutchTime.day($0, in: .english))")
        }
    }

    /// `6 weken`: days up to two weeks, then whole weeks, then months.
    static func span(_ days: Int, _ say: Words) -> String {
        switch days {
        case 1: return say("1 dag", "1 day")
        case ..<14: return say("\(days) dagen", "\(days) days")
        case ..<84: return say("\((days + 3) / 7) weken", "\((days + 3) / 7) weeks")
        default: return say("\((days + 15) / 30) maanden", "\((days + 15) / 30) months")
        }
    }
}
