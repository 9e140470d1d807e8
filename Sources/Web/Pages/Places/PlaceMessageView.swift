import Domain
import Foundation
import Hypertext
import Ledger

/// What a row says of what was done, or could not be done, with it, and what to do next (screen S11).
struct PlaceMessageView: Sendable {
    let call: PageCall
    let row: PlaceRow
    let notice: PlaceNotice?

    private var say: Words { call.say }
    private var times: TimeWords { TimeWords(call) }
    private var address: String { "\(PlacePages.path)/\(row.id.rawValue)" }

    /// Always there, so that a script that puts in another one has where to announce it.
    func html() -> HTML {
        .element(
            "div",
            [
                "class": notice == nil
                    ? "ok-place__message"
                    : "ok-place__message ok-place__message--\(notice?.isFault == true ? "fault" : "done")",
                "role": "status",
            ], content)
    }

    /// The same in one sentence, for the top of the page.
    var sentence: String {
        switch notice {
        case nil: ""
        case .saved: saved
        case .undone: undone
        case .nothingToUndo: nothingToUndo
        case .minimum: say("0 is het minimum.", "0 is the minimum.")
        case .overTotal: overTotal
        case .conflict(let change, _): conflict(change)
        case .faults(let faults): faults.first?.text ?? ""
        }
    }

    private var content: [HTML] {
        switch notice {
        case nil: []
        case .saved: [.paragraph(.element("span", ["aria-hidden": "true"], "✓ "), .text(saved)), undo]
        case .undone, .nothingToUndo, .minimum: [.paragraph(sentence)]
        case .overTotal(let free): [.paragraph(overTotal), raise(to: free)]
        case .conflict(let change, let wanted): [.paragraph(conflict(change)), choice(wanted)]
        case .faults(let faults): faults.filter(isAboutNumber).map(error)
        }
    }

    // MARK: Not a number

    /// The others stand at fields of their own.
    private func isAboutNumber(_ fault: FormFault) -> Bool {
        row.isCounted && fault.field == PlaceForm.id(PlaceForm.free, row.id)
    }

    private func error(_ fault: FormFault) -> HTML {
        .element(
            "p", ["class": "nl-form-field-error-message", "id": "\(fault.field)-error"], .text(fault.text))
    }

    // MARK: Done

    private var saved: String {
        let state =
            row.capacity.isPaused
            ? say("tijdelijk geen opname", "no new people for now")
            : say("\(row.capacity.free ?? 0) vrij", "\(row.capacity.free ?? 0) free")
        guard let moment = row.capacity.confirmedAt else { return say("Opgeslagen: \(state).", "Saved: \(state).") }
        return say("Opgeslagen om \(times.clock(moment)): \(state).", "Saved at \(times.clock(moment)): \(state).")
    }

    private var undone: String {
        guard let free = row.capacity.free else {
            return say("Teruggezet. Er staat nu geen aantal.", "Put back. There is no number now.")
        }
        return say("Teruggezet. Er staat nu weer: \(free) vrij.", "Put back. It says again: \(free) free.")
    }

    private var undo: HTML {
        form([seen, button(say("Ongedaan maken", "Undo"), .undo, .subtle)])
    }

    private var nothingToUndo: String {
        say(
            "Ongedaan maken kan niet meer. Er is intussen iets veranderd. \(standing)",
            "This cannot be undone any more. Something changed meanwhile. \(standing)")
    }

    // MARK: More than all

    private var total: Int { row.capacity.total ?? 0 }

    private var overTotal: String {
        let held = row.capacity.held
        let question = say("Is het totaal veranderd?", "Has the total changed?")
        guard held > 0 else {
            return say(
                "Meer vrij dan het totaal (\(total)). \(question)", "More free than the total (\(total)). \(question)")
        }
        let kept =
            held == 1
            ? say("Er wordt 1 plek vastgehouden.", "1 place is on hold.")
            : say("Er worden \(held) plekken vastgehouden.", "\(held) places are on hold.")
        return say(
            "\(kept) Samen met wat vrij is, is dat meer dan het totaal (\(total)). \(question)",
            "\(kept) With what is free that is more than the total (\(total)). \(question)")
    }

    private func raise(to free: Int) -> HTML {
        let needed = free + row.capacity.held
        guard needed <= Capacity.mostPlaces else { return .empty }
        return form([
            seen, .hidden(PlaceForm.free, String(free)), .hidden(PlaceForm.total, String(needed)),
            button(
                say("Ja, het totaal is nu \(needed)", "Yes, the total is now \(needed)"), .set,
                .secondary),
        ])
    }

    // MARK: Somebody was first

    private var standing: String {
        guard let free = row.capacity.free else { return say("Er staat nu geen aantal.", "There is no number now.") }
        return say("Er staat nu \(free) vrij.", "It now says \(free) free.")
    }

    private func conflict(_ change: PlaceChange) -> String {
        let question = say("Wilt u dat houden of wijzigen?", "Do you want to keep that or change it?")
        let free = row.capacity.free ?? 0
        return switch change {
        case .colleague(let moment):
            say(
                "Uw collega heeft dit om \(times.clock(moment)) aangepast naar \(free). \(question)",
                "Your colleague changed this to \(free) at \(times.clock(moment)). \(question)")
        case .sameKey(let moment):
            say(
                "U heeft dit om \(times.clock(moment)) al aangepast naar \(free), in een ander venster. \(question)",
                "You changed this to \(free) at \(times.clock(moment)) in another window. \(question)")
        case .administrator(let moment):
            say(
                "De beheerder heeft dit om \(times.clock(moment)) aangepast naar \(free). \(question)",
                "The administrator changed this to \(free) at \(times.clock(moment)). \(question)")
        case .hold:
            say(
                "Intussen is een plek vastgehouden of vrijgegeven. \(standing) \(question)",
                "Meanwhile a place was put on hold or given back. \(standing) \(question)")
        }
    }

    /// Both numbers, as buttons.
    private func choice(_ wanted: CapacityStatement?) -> HTML {
        let free = row.capacity.free ?? 0
        let keep = form([
            seen, .hidden(PlaceForm.free, String(free)),
            button(
                say("Houd \(text(free, PlacePause(row.capacity)))", "Keep \(text(free, PlacePause(row.capacity)))"),
                .confirm, .secondary),
        ])
        guard let wanted else { return .element("div", ["class": "ok-actions"], keep) }
        let pause = PlacePause(wanted)
        let deed: PlaceDeed = pause == PlacePause(row.capacity) ? .set : wanted.isPaused ? .pause : .resume
        let words = text(wanted.free, pause)
        let change = form([
            seen, .hidden(PlaceForm.free, String(wanted.free)), .hidden(PlaceForm.total, String(wanted.total)),
            .hidden(PlaceForm.expected, wanted.expectedFreeOn?.text ?? ""),
            .hidden(PlaceForm.pausedUntil, pause.until?.text ?? ""),
            .hidden(PlaceForm.pauseReason, pause.reason?.rawValue ?? ""),
            button(say("Wijzig naar \(words)", "Change to \(words)"), deed, .primary),
        ])
        return .element("div", ["class": "ok-actions"], keep, change)
    }

    private func text(_ free: Int, _ pause: PlacePause) -> String {
        guard pause.isPaused else { return say("\(free) vrij", "\(free) free") }
        guard let day = pause.until.map(times.day) else {
            return say("\(free) vrij, geen opname", "\(free) free, no new people")
        }
        return say("\(free) vrij, geen opname tot en met \(day)", "\(free) free, no new people through \(day)")
    }

    // MARK: Forms

    private var seen: HTML { .hidden(SeenCount.field, row.seen.text) }

    private func form(_ content: [HTML]) -> HTML { call.form(address, class: "ok-inline", content) }

    private func button(_ text: String, _ deed: PlaceDeed, _ kind: HTML.ButtonKind) -> HTML {
        .button(
            text, kind, name: PlaceDeed.field, value: deed.rawValue,
            label: "\(text): \(row.service.name)")
    }
}
