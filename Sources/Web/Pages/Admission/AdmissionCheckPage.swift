import Domain
import Foundation
import HTTP
import Hypertext
import Registry

/// What is about to change, before it is saved (screen S13).
struct AdmissionCheckPage: Sendable {
    let call: PageCall
    let form: AdmissionForm
    let token: RulesToken
    let rules: AdmissionRules

    func response() -> Response {
        let say = call.say
        let changes = RulesField.differences(from: form.service.rules, to: rules)
        guard !changes.isEmpty else { return unchanged }
        let title =
            changes.count == 1
            ? say("Controleer 1 wijziging", "Check 1 change")
            : say("Controleer \(changes.count) wijzigingen", "Check \(changes.count) changes")
        return call.page(
            say("\(title) van \(form.service.name)", "\(title) of \(form.service.name)"),
            [
                .heading(1, title), .paragraph(.dutch(form.service.name, on: say)),
                .paragraph(
                    changes.count == 1
                        ? say("1 ding anders. Er is nog niets opgeslagen.", "1 thing differs. Nothing is saved yet.")
                        : say(
                            "\(changes.count) dingen anders. Er is nog niets opgeslagen.",
                            "\(changes.count) things differ. Nothing is saved yet.")),
                RulesDifferenceTable(call: call, changes: changes).html(), consequence,
                .panel(
                    say("Zo lezen anderen dit straks", "This is how others will read it"),
                    [AdmissionPreview(call: call, service: form.service, rules: rules).html()]),
                buttons,
            ], trail: AdmissionPages.trail(say) + [AdmissionPages.crumb(form.service)])
    }

    /// Where the address is kept better from now on, more goes than the word says.
    private var consequence: HTML {
        let say = call.say
        guard rules.securityLevel == .secret, form.service.securityLevel != .secret else { return .empty }
        return .alert(
            .warning,
            [
                .paragraph(
                    say(
                        "De plek wordt geheim. De gemeente staat daarna nergens meer.",
                        "The place becomes secret. Its municipality is then shown nowhere."))
            ])
    }

    private var buttons: HTML {
        let say = call.say
        let kept = form.values.items.map { HTML.hidden($0.name, $0.value) }
        return call.form(
            AdmissionPages.path(of: form.service), class: "ok-buttons",
            token.fields + kept + [
                .button(say("Opslaan", "Save"), .primary, name: "doe", value: "opslaan"),
                .button(say("Wijzig antwoorden", "Change answers"), .secondary, name: "doe", value: "wijzigen"),
            ])
    }

    private var unchanged: Response {
        let say = call.say
        let title = say("Er is niets veranderd", "Nothing has changed")
        return call.page(
            say("\(title): \(form.service.name)", "\(title): \(form.service.name)"),
            [
                .heading(1, title),
                .paragraph(
                    say(
                        "Uw antwoorden zijn dezelfde als die er al stonden.",
                        "Your answers are the same as those that stood already.")),
                AdmissionReview(call: call, service: form.service).html(),
                .paragraph(
                    .link(
                        say(
                            "Terug naar de opnameregels van \(form.service.name)",
                            "Back to the admission rules of \(form.service.name)"),
                        call.href(AdmissionPages.path(of: form.service)))),
            ], trail: AdmissionPages.trail(say) + [AdmissionPages.crumb(form.service)])
    }
}

/// What stood and what shall stand.
struct RulesDifferenceTable: Sendable {
    let call: PageCall
    let changes: [RulesField.Difference]
    /// What the columns say; where nothing else is given: now, and then.
    var caption: String?
    var head: (old: String, new: String)?

    func html() -> HTML {
        let say = call.say
        let words = RulesWords(codes: call.registry.codeLists, say: say)
        let names = head ?? (old: say("Nu", "Now"), new: say("Wordt", "Becomes"))
        return .table(
            caption: caption ?? say("Wat er verandert", "What changes"),
            head: [.text(say("Regel", "Rule")), .text(names.old), .text(names.new)],
            rows: changes.map { change in
                [
                    .text(words.label(of: change.name)), .text(words.text(of: change.old, in: change.name)),
                    .text(words.text(of: change.new, in: change.name)),
                ]
            })
    }
}
