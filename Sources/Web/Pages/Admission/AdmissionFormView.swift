import Domain
import Foundation
import HTTP
import Hypertext
import Registry

/// The form of screen S13 as people see it. What others will read stands at its end, for what is filled in.
struct AdmissionFormView: Sendable {
    let call: PageCall
    let form: AdmissionForm
    let token: RulesToken
    var faults: [FormFault] = []
    /// Above the form: that something was saved, or what a colleague did.
    var messages: [HTML] = []
    /// Of the answer; where something was filled in wrong it is 400.
    var status: Status?

    var say: Words { call.say }
    var fields: FieldBuilder { FieldBuilder(values: form.values, faults: faults, note: Self.note) }
    var words: RulesWords { RulesWords(codes: call.registry.codeLists, say: say) }

    static let screen = "S13"

    /// The sentence that says that nothing has to be filled in.
    static let note = "niet-verplicht"

    func response() -> Response {
        let title = say("Opnameregels van \(form.service.name)", "Admission rules of \(form.service.name)")
        return call.page(
            title,
            [.heading(1, title), .paragraph(.dutch(form.organization.name, on: say))] + messages
                + [
                    faults.isEmpty ? .empty : .errorSummary(faults, say),
                    AdmissionReview(call: call, service: form.service).html(), jumps, main,
                ],
            trail: AdmissionPages.trail(say), isFault: !faults.isEmpty || status != nil,
            status: status ?? (faults.isEmpty ? .ok : .badRequest))
    }

    /// The parts of the form, in their order.
    enum Part: String, CaseIterable {
        case who = "wie"
        case residence = "verblijf"
        case contraIndications = "niet-of-overleg"
        case security = "adres"
        case stay = "duur"
        case practical = "verder"
        case preview = "zo-lezen"

        func title(_ say: Words) -> String {
            switch self {
            case .who: say("Wie kan er terecht?", "Who can come?")
            case .residence: say("Bij welk verblijf?", "With which residence status?")
            case .contraIndications:
                say("Wat kan hier niet, of in overleg?", "What is not possible here, or by consultation?")
            case .security: say("Hoe geheim is het adres?", "How secret is the address?")
            case .stay: say("Hoe lang, en daarna?", "How long, and afterwards?")
            case .practical: say("Wat nog meer telt", "What else counts")
            case .preview: say("Zo lezen anderen dit", "This is how others read it")
            }
        }
    }

    /// Ways to the parts: somebody often comes for one of them.
    var jumps: HTML {
        let parts = Part.allCases.filter { $0 != .security || !form.securityLevels.isEmpty }
        return .element(
            "nav", ["aria-label": say("Op deze pagina", "On this page")],
            .list(parts.map { .link($0.title(say), "#\($0.rawValue)") }, class: "ok-jump"))
    }

    var main: HTML {
        call.form(
            AdmissionPages.path(of: form.service), class: "utrecht-form ok-rules",
            token.fields + [
                .element(
                    "p", ["id": Self.note], .text(say("Elk antwoord is niet verplicht.", "Every answer is optional."))),
                .paragraph(
                    say(
                        "Wat u leeg laat, lezen anderen als ‘nog niet opgegeven’.",
                        "Others read what you leave empty as ‘not yet stated’.")),
                who, residence, contraIndications, security, stay, practical, preview,
                .button(say("Opslaan en controleren", "Save and check"), .primary, name: "doe", value: "controleren"),
            ])
    }
}
