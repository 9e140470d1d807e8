import Domain
import Foundation
import Hypertext
import Matching

/// What the co-ordinator reads together with the person, or gives along on paper (screens section 6; feature F32).
/// Nothing in it names a secret place, says where one is, or speaks of circumstances.
struct OverviewPage: Sendable {
    let outcome: Outcome

    /// How many places there are at most, so that they fit on two sheets.
    static let most = 4

    private var call: PageCall { outcome.call }
    private var say: Words { outcome.say }

    /// Those that were ticked; else the first that somebody could go to.
    var places: [Placement] {
        let all = outcome.result.placements
        let chosen = all.filter { outcome.chosen.contains($0.service.id) }
        let open: [Section] = [.fitsNow, .inConsultation, .bridging, .callFirst]
        let first = all.filter { open.contains($0.section) }.prefix(3)
        return Array((chosen.isEmpty ? Array(first) : chosen).prefix(Self.most))
    }

    func html() -> [HTML] {
        [
            .element("div", ["class": "ok-leave"], QuickExit.html(say)),
            .heading(1, say("Plekken waar u terechtkunt", "Places where you can go")), tools, wishes, list, rights,
            whom,
            .paragraph(
                .strong(say("Wij hebben niets over u opgeslagen.", "We have stored nothing about you.")),
                class: "ok-large"), questions,
        ]
    }

    private var tools: HTML {
        let form = AnswersForm(call: call)
        return form.html(
            [
                .element(
                    "div", ["class": "ok-actions"],
                    form.button(say("Terug naar de lijst", "Back to the list"), to: "/zoeken")),
                .paragraph(
                    say(
                        "Lees dit samen, of print het met uw browser. Kies in de lijst zelf welke plekken hier staan.",
                        "Read this together, or print it with your browser. Choose the places in the list yourself."),
                    class: "ok-tap-note"),
            ], keeping: [AnswersForm.chosen])
    }

    /// What the person wants stands on top.
    private var wishes: HTML {
        let lines = AskedWords(asked: outcome.asked, call: call).wishes
        guard !lines.isEmpty else { return .empty }
        return panel("♥", say("Wat u zelf wilt", "What you want"), [.list(lines.map { .text($0) })])
    }

    private var list: HTML {
        guard !places.isEmpty else {
            return panel(
                "☎", say("Nu is er nog geen plek", "There is no place yet"),
                [
                    .paragraph(
                        say(
                            "Dat ligt niet aan u. De zorgcoördinator zoekt verder en houdt contact met u.",
                            "That is not your fault. The care co-ordinator keeps looking and stays in touch."))
                ])
        }
        return .element(
            "ol", ["class": "ok-choices-for-you"],
            places.enumerated().map { index, placement in
                OverviewPlace(call: call, placement: placement, number: index + 1).html()
            })
    }

    private var rights: HTML {
        panel(
            "✓", say("Uw rechten in het kort", "Your rights in short"),
            [
                .list([
                    right(
                        say("Hulp en opvang", "Help and shelter"),
                        say(
                            "U kunt hulp en een veilige plek krijgen. U kiest mee.",
                            "You can get help and a safe place. You have a say.")),
                    right(
                        say("Verblijf en bedenktijd", "Residence and reflection period"),
                        say(
                            "Heeft u geen verblijf? Dan kunt u bedenktijd krijgen. Die duurt hoogstens drie maanden.",
                            "No right to stay? Then you can get time to think. That is three months at most.")),
                    right(
                        say("Aangifte", "Report to the police"),
                        say(
                            "Aangifte mag, maar hoeft niet. Voor een plek is het niet nodig.",
                            "You may report to the police, but you do not have to. You do not need it for a place.")),
                ])
            ])
    }

    private func right(_ title: String, _ text: String) -> HTML { .joined([.strong("\(title). "), .text(text)]) }

    private var whom: HTML {
        let coordinator =
            outcome.result.contacts.prefix(1) + outcome.result.contacts.filter { $0.role == .nationalBackup }
        var seen: Set<String> = []
        let contacts = coordinator.filter { seen.insert($0.phone).inserted }
        let rows =
            contacts.map { line($0.name, $0.phone) } + [
                line(say("Veilig Thuis, dag en nacht", "Veilig Thuis, day and night"), "0800-2000"),
                line(say("Direct gevaar", "Danger right now"), "112"),
                line(say("Advocaat: Juridisch Loket", "Lawyer: Juridisch Loket"), "0800-8020"),
            ]
        return panel("☎", say("Wie belt u?", "Whom do you call?"), [.list(rows, class: "ok-contacts")])
    }

    private func line(_ name: String, _ phone: String) -> HTML { .joined([.text("\(name): "), .phone(phone)]) }

    private var questions: HTML {
        panel(
            "?", say("Uw eigen vragen", "Your own questions"),
            [
                .element(
                    "div", ["class": "ok-lines", "aria-hidden": "true"], (1...4).map { _ in .element("p", [:], "") }),
                .paragraph(
                    say(
                        "Schrijf hier met de pen. Het komt niet in dit systeem.",
                        "Write here by pen. It stays out of this system."),
                    class: "ok-tap-note"),
            ])
    }

    private func panel(_ sign: String, _ title: String, _ content: [HTML]) -> HTML {
        .element(
            "section", ["class": "ok-group ok-for-you"],
            [
                .element(
                    "h2", ["class": "nl-heading"],
                    .element("span", ["class": "ok-icon", "aria-hidden": "true"], .text(sign)), .text(" \(title)"))
            ] + content)
    }
}
