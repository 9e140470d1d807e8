import Access
import Domain
import Foundation
import Hypertext
import Matching
import Registry

/// One place of the answer: count, why here, what to ask, how to call, without opening anything (screen S7).
struct PlaceCard: Sendable {
    let outcome: Outcome
    let placement: Placement
    /// The one that stands just above it in the whole answer.
    let above: Placement?

    private var call: PageCall { outcome.call }
    private var say: Words { outcome.say }
    private var service: Service { placement.service }
    private var name: String { Outcome.name(of: service) }

    func html() -> HTML {
        let view = call.view(of: service)
        let state = CountState(of: view)
        let isFree = service.isAmbulatory || state.isOpen
        let takesChildren = view.admission.households?.contains(.withChildren) ?? false
        return .element(
            "li",
            [
                "class": "ok-card ok-found", "data-place": service.id.rawValue, "data-name": name,
                "data-free": isFree ? "" : nil, "data-national": view.reach == .national ? "" : nil,
                "data-children": takesChildren ? "" : nil,
            ],
            .element(
                "h3", ["class": "nl-heading"], .element("span", ["class": "ok-rank"], .text("\(placement.rank). ")),
                .dutch(name, on: say)),
            badges(view), CountView(view: view, call).html(), room,
            reasons, PlaceAsks(outcome: outcome, placement: placement).html(), notes, lower, referral(view),
            actions(view, isFree: isFree))
    }

    private func badges(_ view: ServiceView) -> HTML {
        let kind = view.shelterKind.map { call.label($0) } ?? say("Hulp zonder verblijf", "Help without a bed")
        let place = view.municipality.flatMap { call.registry.geography.municipality($0)?.name }
        let province = call.label(view.province)
        let whereabouts = place.map { "\($0), \(province)" } ?? province
        let security = view.shelterKind == nil ? nil : call.label(view.securityLevel ?? SecurityLevel.none)
        let reach = view.reach == .national ? call.label(Reach.national) : nil
        let texts = [kind, whereabouts, reach, security].compactMap { $0 }
        return .element(
            "ul", ["class": "ok-badges"], texts.map { .element("li", ["class": "nl-data-badge"], .text($0)) })
    }

    private var needed: Int {
        outcome.profile.placesNeeded(of: placement.assessment.place.capacity?.unit ?? .bed)
    }

    /// Where more than one place is needed together.
    private var room: HTML {
        guard !service.isAmbulatory, needed > 1 else { return .empty }
        return .paragraph(
            say("Nodig: \(needed) plekken samen.", "Needed: \(needed) places together."), class: "ok-needed")
    }

    /// In the order that decides the rank; wait and freshness stand in the count.
    private var reasons: HTML {
        let all = outcome.sentences.reasons(for: placement, profile: outcome.profile)
        let shown = all.filter { $0.key != .wait && $0.key != .freshness }
        let items = shown.map { reason in
            HTML.element(
                "li", [:],
                .element("span", ["class": "ok-sign", "aria-hidden": "true"], .text(isGood(reason.key) ? "✓" : "•")),
                .text(" \(reason.text)"))
        }
        return .joined([
            .heading(4, say("Waarom hier", "Why here")), .element("ul", ["class": "ok-reasons"], items),
        ])
    }

    private func isGood(_ key: ReasonKey) -> Bool {
        let keys = placement.keys
        return switch key {
        case .safety: keys.safety == 0
        case .conditions: keys.conditions == 0
        case .wishes: keys.wishes < 0
        case .continuity: keys.continuity == 0
        case .leastRestrictive: service.effectiveRestriction.weight <= 1
        case .specialisation: keys.specialisation < 0
        case .region: keys.region == 0
        case .overSecurity: keys.overSecurity == 0
        case .wait, .freshness: true
        }
    }

    private var notes: HTML {
        var texts = outcome.sentences.notes(for: service, profile: outcome.profile).map(\.text)
        let others = outcome.result.scarcity?.count(of: service.id) ?? 0
        if service.effectiveSecurity == .secret {
            texts.append(
                say(
                    "Adres geheim. Na akkoord belt de opvang u over de route.",
                    "Secret address. After a yes the shelter calls you about the way."))
        }
        if others > 0 { texts.append(outcome.sentences.text(ofOthersNeeding: others)) }
        return .joined(texts.map { .paragraph($0, class: "ok-note") })
    }

    private var lower: HTML {
        guard let above else { return .empty }
        let note = outcome.sentences.whyLower(placement, than: above, scarcity: outcome.result.scarcity)
        return .paragraph(note.text, class: "ok-below")
    }

    // MARK: What to do

    private func referral(_ view: ServiceView) -> HTML {
        let (words, steps) = (call.words(of: view), view.referral?.steps ?? [])
        let title = HTML.strong(say("Zo meldt u aan: ", "How to refer: "))
        guard words.routes != nil || !steps.isEmpty || view.referral?.phone != nil else {
            return .paragraph(title, .text(say("nog niet opgegeven.", "not stated yet.")), class: "ok-referral")
        }
        let route: HTML = words.routes.map { .text($0 + ". ") } ?? .empty
        let own: HTML = steps.isEmpty ? .empty : .dutch(steps.joined(separator: " "), on: say)
        return .paragraph(title, route, own, times(view.referral, words), class: "ok-referral")
    }

    private func times(_ referral: Referral?, _ words: ServiceWords) -> HTML {
        let intake = referral?.intakeAroundTheClock == true
        let decision = words.decision.map { $0.prefix(1).lowercased() + $0.dropFirst() }
        return .joined([
            intake ? .text(say(" Opname dag en nacht.", " Intake day and night.")) : .empty,
            decision.map { .text(say(" Antwoord ", " Answer ") + $0) } ?? .empty,
        ])
    }

    private func actions(_ view: ServiceView, isFree: Bool) -> HTML {
        var buttons: [HTML] = []
        if let number = outcome.phone(for: view) {
            buttons.append(.phoneButton(number, say("Bel \(number)", "Call \(number)"), .primary))
        }
        if isFree, view.shelterKind != nil, call.principal?.may(.holdPlaces) == true {
            let places = max(1, min(needed, view.capacity?.free ?? 1))
            let text =
                places == 1
                ? say("Houd 1 plek vast", "Hold 1 place")
                : say("Houd \(places) plekken vast", "Hold \(places) places")
            buttons.append(button(text, say(" bij \(name)", " at \(name)"), "/vasthouden/"))
        }
        buttons.append(button(say("Meer", "More"), say(" over \(name)", " about \(name)"), "/diensten/"))
        return .element("div", ["class": "ok-found-actions"], buttons + [compare])
    }

    /// Its name tells places apart, with the part that all have in common in sight. The answers go along, so that the
    /// page it leads to knows the way back.
    private func button(_ text: String, _ rest: String, _ path: String) -> HTML {
        AnswersForm(call: call).button(text, unseen: rest, to: ListBehind.address(path, service.id))
    }

    private var compare: HTML {
        let id = "vergelijk-\(service.id.rawValue)"
        return .element(
            "div", ["class": "ok-tap ok-tap--compare"],
            .void(
                "input",
                [
                    "type": "checkbox", "id": id, "name": AnswersForm.chosen, "value": service.id.rawValue,
                    "form": AnswersForm.id, "checked": outcome.chosen.contains(service.id) ? "" : nil,
                    "autocomplete": "off",
                ]),
            .element(
                "label", ["for": id], .text(say("Vergelijk", "Compare")),
                .element("span", ["class": "ok-unseen"], .text(" \(name)"))))
    }
}
