import Domain
import HTTP
import Hypertext
import Registry

/// Finding the care co-ordinator of a municipality, and who answers for somebody (screen S5).
struct CoordinatorPages: PageGroup {
    static let path = "/zorgcoordinator"

    var routes: [PageRoute] {
        [
            PageRoute(.get, Self.path, screen: "S5", .everyone, .now { find($0) }),
            // Nothing is changed: another session, or none, may ask as well.
            PageRoute(.post, Self.path, screen: "S5", .everyone, .now { responsible($0) }).unproven().repeatable(),
        ]
    }

    /// Where the co-ordinator of a municipality is shown, without a language.
    @Sendable
    static func address(_ municipality: Municipality) -> String {
        "\(path)?\(MunicipalityField.name)=\(PercentCoding.query(municipality.name))"
    }

    private func find(_ call: PageCall) -> Response {
        let say = call.say
        let answer = call.values[MunicipalityField.name].map {
            call.snapshot.municipalities.answer(to: $0)
        }
        if case .found(let municipality) = answer {
            return CoordinatorPage(call: call, municipality: municipality).response()
        }
        let question = MunicipalityQuestion(
            call: call, path: Self.path, title: say("Vind uw zorgcoördinator", "Find your care co-ordinator"),
            lead: say(
                "De zorgcoördinator regelt hulp en denkt met u mee. Kies de gemeente waar iemand nu is.",
                "The care co-ordinator arranges help and thinks along with you. Choose where the person is now."),
            button: say("Zoek zorgcoördinator", "Find care co-ordinator"), address: Self.address)
        return question.response(answer, more: [ResponsibilityForm(call: call).html(hasChoices: true)])
    }

    private func responsible(_ call: PageCall) -> Response {
        let form = ResponsibilityForm(call: call)
        let title = call.say("Verantwoordelijke gemeente", "Responsible municipality")
        let trail = [Crumb(text: call.say("Zorgcoördinator", "Care co-ordinator"), path: Self.path)]
        let (answers, faults) = form.read()
        guard let answers else {
            let content: [HTML] = [
                .errorSummary(faults, call.say), .heading(1, title), form.html(faults: faults, hasChoices: false),
            ]
            return call.page(title, content, trail: trail, isFault: true, status: .badRequest)
        }
        let answer = ResponsibilityAnswer(call: call, answers: answers)
        let contacts = LocalContacts(call: call, municipality: answers.places[.current])
        let whom: HTML = .element(
            "section", ["class": "ok-section"],
            .heading(2, call.say("Bel de zorgcoördinator", "Call the care co-ordinator")), contacts.note,
            contacts.first,
            contacts.others)
        return call.page(title, [.heading(1, title), answer.html(), whom, form.html(hasChoices: false)], trail: trail)
    }
}
