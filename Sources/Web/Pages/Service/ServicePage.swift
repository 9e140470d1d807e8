import Access
import Domain
import Foundation
import HTTP
import Hypertext
import Registry

/// One service: for whom, what, what cannot be here, how to register, how long (screen S3). Where nothing was stated
/// it says so.
struct ServicePage: Sendable {
    let call: PageCall
    /// `nil` for who did not come from a search.
    private let list: ListBehind?
    private let service: Service
    private let view: ServiceView
    private let words: ServiceWords

    /// - Throws: not found, where no service has that id.
    init(_ call: PageCall, list: ListBehind? = nil) throws(Problem) {
        let service = try call.service()
        (self.call, self.list, self.service) = (call, list, service)
        view = call.view(of: service)
        words = call.words(of: view)
    }

    func response() -> Response {
        call.page(
            words.fullName,
            [
                list?.back ?? .empty, head,
                .element(
                    "div", ["class": "ok-two"],
                    .element("div", [:], whom, what, refusals, consultations),
                    .element("div", [:], registration, stay, other, source)),
            ], trail: trail, isWide: true, isName: true)
    }

    private var trail: [Crumb] {
        [
            Crumb(text: call.say("Organisaties", "Organisations"), path: "/organisaties"),
            Crumb(text: view.organizationName, path: "/organisaties/\(view.organization.rawValue)", isName: true),
        ]
    }

    // MARK: Parts

    private var head: HTML {
        .joined([
            .heading(1, view.name, lang: call.say.ofNames), owner,
            .element("ul", ["class": "ok-badges"], words.badges.map { .element("li", [:], $0) }), state, secrecy,
            scarce, count, actions,
        ])
    }

    private var owner: HTML {
        .paragraph(
            .text(call.say("Van ", "By ")),
            .link(
                view.organizationName, call.href("/organisaties/\(view.organization.rawValue)"),
                lang: call.say.ofNames), ".",
            class: "ok-service")
    }

    /// What can be done at once, in one row: the whole of the way is told further down.
    private var actions: HTML {
        guard view.status != .ended else { return .empty }
        let phone = view.referral?.phone.map { HTML.phoneButton($0, call.say("Bel \($0)", "Call \($0)")) }
        let buttons = [hold, phone].compactMap(\.self)
        return buttons.isEmpty ? .empty : .element("p", ["class": "ok-actions ok-call"], buttons)
    }

    private var state: HTML {
        switch view.status {
        case .active: .empty
        case .paused, .temporarilyClosed:
            .alert(
                .warning,
                [.paragraph(call.say("Deze plek neemt nu niemand op.", "This place takes nobody in for now."))])
        case .ended: .alert(.warning, [.paragraph(call.say("Deze plek is gestopt.", "This place has closed down."))])
        }
    }

    private var secrecy: HTML {
        guard view.securityLevel == .secret else { return .empty }
        return .alert(
            .info,
            [
                .paragraph(
                    call.say(
                        "Adres geheim. Na akkoord belt de opvang u over de route.",
                        "Secret address. After approval the shelter calls you about the way there."))
            ])
    }

    private var scarce: HTML {
        guard let kind = view.shelterKind else { return .empty }
        if kind.isUnsuitable {
            return .alert(
                .warning,
                [
                    .paragraph(
                        call.say(
                            "Maatschappelijke opvang is niet geschikt voor slachtoffers van mensenhandel. "
                                + "Gebruik dit alleen als er niets anders is.",
                            "Homeless shelter is not suitable for victims of human trafficking. "
                                + "Use it only if there is nothing else."))
                ])
        }
        guard kind.isScarce else { return .empty }
        return .alert(
            .info,
            [
                .paragraph(
                    call.say(
                        "OMP-plek: alleen als het niet anders kan. Zo blijft er plek voor wie nergens anders terechtkan.",
                        "OMP place: only if there is no other way. That keeps room for who can go nowhere else."))
            ])
    }

    /// Free places are for who signed in (domain section 2, no. 10).
    private var count: HTML {
        guard view.capacity != nil else { return .empty }
        return CountView(view: view, call).html()
    }

    private var hold: HTML? {
        guard view.capacity != nil, call.principal?.may(.holdPlaces) == true, CountState(of: view).isOpen else {
            return nil
        }
        let text = call.say("Houd een plek vast", "Hold a place")
        return list?.holdButton(service, text, class: "nl-button nl-button--primary")
            ?? .buttonLink(text, call.href(HoldPages.path(toHold: view.id)), .primary)
    }

    private var whom: HTML {
        let sentences = words.admission
        let (residence, all) = (sentences.residenceSentences, sentences.forWhom)
        let more = residence + sentences.needed + sentences.practical
        return section(
            call.say("Voor wie", "For whom"),
            [
                .paragraph(
                    all.filter { !residence.contains($0) }.joined(separator: " "), class: "ok-intro"),
                .list(more.map { .text($0) }),
            ] + missing)
    }

    private var missing: [HTML] {
        let missing = words.admission.notStated
        guard !missing.isEmpty else { return [] }
        return [
            .paragraph(
                call.say("Nog niet opgegeven. Vraag dit na:", "Not stated yet. Ask about this:"), class: "ok-not-stated"
            ),
            .list(missing.map { .text($0) }, class: "ok-columns ok-not-stated"),
        ]
    }

    private var what: HTML {
        let description: HTML = view.description.map { .paragraph(call.asWritten($0)) } ?? .empty
        let help: HTML = words.help.isEmpty ? .empty : .list(words.help.map { .text($0) })
        let isEmpty = view.description == nil && words.help.isEmpty
        return section(
            call.say("Wat doen zij", "What they do"), isEmpty ? [.paragraph(call.notStated)] : [description, help])
    }

    private var refusals: HTML {
        let points = words.admission.refusals
        let title = call.say("Wat kan hier niet", "What is not possible here")
        guard !points.isEmpty else {
            return section(
                title, [.paragraph(call.say("Niets is op voorhand uitgesloten.", "Nothing is ruled out in advance."))])
        }
        return section(
            title,
            [
                .paragraph(call.say("Deze plek kan nu geen mensen opvangen:", "This place cannot now take people in:")),
                .list(points.map(point)),
            ])
    }

    private var consultations: HTML {
        let points = words.admission.consultations
        guard !points.isEmpty else { return .empty }
        return section(
            call.say("In overleg", "After consultation"),
            [
                .paragraph(
                    call.say(
                        "Dit kan onder een voorwaarde. Het gaat om mensen:",
                        "This is possible on a condition. It is about people:")),
                .list(points.map(point)),
            ])
    }

    private func point(_ point: AdmissionSentence.Point) -> HTML {
        let condition: HTML =
            point.condition.map { text in
                .joined([" ", point.conditionLanguage == call.language ? .text(text) : call.asWritten(text)])
            } ?? .empty
        return .joined([.text(point.people + "."), condition])
    }

    private var registration: HTML {
        let title = call.say("Zo meldt u aan", "How to register")
        guard let referral = view.referral else { return section(title, [.paragraph(call.notStated)]) }
        let steps: HTML =
            referral.steps.isEmpty
            ? .empty
            : .element("ol", ["class": "ok-way"], referral.steps.map { .element("li", [:], call.asWritten($0)) })
        let documents = referral.documents
        let needed: HTML = documents.isEmpty ? call.notStated : .list(documents.map(call.asWritten))
        let facts: [(name: String, value: HTML)] = [
            (call.say("Weg", "Route"), stated(words.routes)),
            (call.say("Telefoon", "Phone"), referral.phone.map { .phone($0) } ?? call.notStated),
            (call.say("Bereikbaar", "Hours"), referral.hours.map(call.asWritten) ?? call.notStated),
            (call.say("Opname", "Intake"), stated(words.intake)), (call.say("Nodig", "Needed"), needed),
            (call.say("Antwoord", "Answer"), stated(words.decision)),
        ]
        return section(title, [steps, .facts(facts)])
    }

    private var stay: HTML {
        guard view.shelterKind != nil else {
            return section(call.say("Wachttijd", "Waiting time"), [.paragraph(stated(words.waiting))])
        }
        let stay = words.stay
        return section(
            call.say("Hoe lang", "How long"),
            [
                .facts([
                    (call.say("Verblijf", "Stay"), stated(stay.isEmpty ? nil : stay.joined(separator: " "))),
                    (call.say("Wachttijd", "Waiting time"), stated(words.waiting)),
                    (call.say("Nazorg", "Aftercare"), stated(words.aftercare)),
                ])
            ])
    }

    private var other: HTML {
        let aftercare: [(name: String, value: HTML)] =
            view.shelterKind == nil ? [(call.say("Nazorg", "Aftercare"), stated(words.aftercare))] : []
        let expertise = view.expertiseLevel.map { call.label($0) + "." }
        return section(
            call.say("Verder", "Further"),
            [
                .facts(
                    aftercare + [
                        (call.say("Plaats", "Location"), .text(words.location)),
                        (call.say("Werkgebied", "Area"), words.area ?? call.notStated),
                        (call.say("Talen", "Languages"), stated(words.admission.languageSentence)),
                        (call.say("Kennis van mensenhandel", "Knowledge of trafficking"), stated(expertise)),
                        (call.say("Betaling", "Payment"), stated(words.funding)),
                    ])
            ])
    }

    private var source: HTML {
        let organization = call.registry.organization(of: service)
        return section(
            call.say("Bron en controle", "Source and check"),
            [
                SourceView(
                    call: call, sources: organization?.sources ?? [], confidence: organization?.confidence,
                    checkedOn: organization?.checkedOn
                ).html(),
                .element(
                    "p", ["class": "ok-item-meta"],
                    .link(
                        call.say("Deze plek als open data (JSON)", "This place as open data (JSON)"),
                        "/v1/services/\(view.id.rawValue)")),
            ])
    }

    private func stated(_ text: String?) -> HTML { text.map { .text($0) } ?? call.notStated }

    private func section(_ title: String, _ content: [HTML]) -> HTML {
        .element("section", ["class": "ok-part"], [.heading(2, title)] + content)
    }
}
