import Domain
import Hypertext
import Registry

/// Who is to be called about somebody in a municipality, in the order to call them (rule R3; feature F03).
struct LocalContacts: Sendable {
    let call: PageCall
    /// `nil` where it is not known where somebody is: then the national back-up alone answers.
    let municipality: Municipality?

    private var say: Words { call.say }
    private var coordination: Coordination { call.registry.coordination }

    var coordinator: Coordinator? { municipality.flatMap { coordination.coordinator(of: $0.code) } }

    /// Never empty.
    private var cards: [ContactCard] {
        coordination.contacts(for: municipality?.code).map { contact in
            let isOfRegion = contact.role == .coordinator || contact.role == .substitute
            return ContactCard(
                call: call, contact: contact, isExample: isOfRegion && coordinator?.isExample == true)
        }
    }

    /// The number to call first.
    var first: HTML { cards.first?.large() ?? .empty }

    /// Whom to call when nobody answers there.
    var others: HTML {
        let rest = cards.dropFirst()
        guard !rest.isEmpty else { return .empty }
        return .joined([
            .paragraph(
                .strong(say("Niet bereikbaar? Bel dan:", "Nobody there? Then call:")), class: "ok-contact__else"),
            .element("ol", ["class": "ok-contacts"], rest.map { .element("li", [:], $0.line()) }),
        ])
    }

    /// What is known of the co-ordination there, where it is not all one would wish for.
    var note: HTML {
        guard let municipality else { return .empty }
        let name = municipality.name
        switch coordination.status(of: municipality.code) {
        case .full: return .empty
        case .partial: return partial
        case .remoteComensha:
            return .paragraph(
                say(
                    "In \(name) is geen zorgcoördinator in de buurt. CoMensha helpt u op afstand.",
                    "There is no care co-ordinator near \(name). CoMensha helps you from a distance."))
        case .none:
            return .paragraph(
                say(
                    "In \(name) is nog geen zorgcoördinator. CoMensha helpt u, in heel Nederland.",
                    "\(name) has no care co-ordinator yet. CoMensha helps you, all over the Netherlands."))
        case .unknown:
            return .paragraph(
                say(
                    "Van \(name) weten we nog niet of er een zorgcoördinator is. CoMensha helpt u.",
                    "We do not know yet whether \(name) has a care co-ordinator. CoMensha helps you."))
        }
    }

    private var partial: HTML {
        let audience = (coordinator?.audience ?? []).joined(separator: ", ")
        let start = say(
            "Let op: deze zorgcoördinator is er niet voor iedereen.",
            "Note: this care co-ordinator is not for everyone.")
        let rest = say(" Voor anderen belt u CoMensha.", " For others, call CoMensha.")
        guard !audience.isEmpty else {
            return .paragraph(
                say(
                    "Let op: deze zorgcoördinator heeft weinig uren. Geen gehoor? Bel CoMensha.",
                    "Note: this care co-ordinator has few hours. No answer? Call CoMensha."))
        }
        return .paragraph(
            .text(start), .text(say(" Wel voor: ", " Only for: ")), .dutch(audience, on: say), ".", .text(rest))
    }
}
