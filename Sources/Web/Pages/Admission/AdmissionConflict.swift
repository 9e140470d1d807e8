import Domain
import Foundation
import HTTP
import Hypertext
import Ledger
import Registry

/// Somebody saved other rules meanwhile: the answers of both stand in the form, and nothing is saved yet.
///
/// What only one of the two changed is as that one has it. Where both changed the same, the form has what was filled
/// in here, and the page says what the colleague made of it: nobody's work is lost unseen.
struct AdmissionConflict: Sendable {
    let call: PageCall
    /// With what was filled in.
    let form: AdmissionForm
    /// What was before whoever filled it in.
    let seen: RulesToken

    func response() -> Response {
        let base = seen.rules.map(AdmissionForm.values) ?? AdmissionForm.values(of: form.service.rules)
        let merge = RulesMerge(
            base: base, theirs: AdmissionForm.values(of: form.service.rules), mine: form.values)
        let merged = form.with(merge.values)
        var view = AdmissionFormView(
            call: call, form: merged, token: RulesToken(of: form.service, in: call.snapshot.state))
        view.messages = [message, theirs(in: merged)]
        view.status = .preconditionFailed
        return view.response()
    }

    private var message: HTML {
        let say = call.say
        let day = call.snapshot.state.rules(of: form.service.id)?.reviewedOn
        let when = day.map { say(" op \(DutchTime.day($0))", " on \(DutchTime.day($0, in: .english))") } ?? ""
        return .alert(
            .warning,
            [
                .heading(2, say("Iemand heeft deze regels ook aangepast", "Somebody else changed these rules too")),
                .paragraph(
                    say(
                        "Uw collega was u voor\(when). Uw wijzigingen zijn nog niet opgeslagen.",
                        "Your colleague was first\(when). Your changes have not been saved yet.")),
                .paragraph(
                    say(
                        "Hieronder staan de antwoorden van u allebei samen. Kijk ze na en sla ze dan op.",
                        "Below you see the answers of both of you together. Check them and then save them.")),
            ], role: "alert", id: "collega")
    }

    /// What the colleague changed, with what the form has of it now.
    private func theirs(in merged: AdmissionForm) -> HTML {
        let say = call.say
        guard let base = seen.rules, let rules = merged.read().rules else { return .empty }
        let changes = RulesField.differences(from: base, to: form.service.rules)
        guard !changes.isEmpty else { return .empty }
        let fields = Dictionary(
            RulesField.all(in: rules).map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let rows = changes.map { change in
            RulesField.Difference(name: change.name, old: change.new, new: fields[change.name] ?? change.new)
        }
        return RulesDifferenceTable(
            call: call, changes: rows, caption: say("Wat uw collega veranderde", "What your colleague changed"),
            head: (old: say("Uw collega", "Your colleague"), new: say("Dit formulier", "This form"))
        ).html()
    }
}
