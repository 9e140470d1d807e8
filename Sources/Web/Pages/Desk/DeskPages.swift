import Domain
import HTTP
import Registry

/// The card for who works at a counter: whom to call, and what to do now (screen S4; feature F23).
struct DeskPages: PageGroup {
    static let path = "/baliekaart"

    var routes: [PageRoute] {
        [
            PageRoute(.get, Self.path, screen: "S4", .everyone, .now { choose($0) }),
            PageRoute(.get, "\(Self.path)/{municipality}", screen: "S4", .everyone, .now { try card($0) }),
        ]
    }

    /// Without a language.
    @Sendable
    static func address(_ municipality: Municipality) -> String { "\(path)/\(Slug(of: municipality.name).text)" }

    private func choose(_ call: PageCall) -> Response {
        let say = call.say
        let answer = call.values[MunicipalityField.name].map {
            call.snapshot.municipalities.answer(to: $0)
        }
        if case .found(let municipality) = answer { return call.seeOther(Self.address(municipality)) }
        let question = MunicipalityQuestion(
            call: call, path: Self.path, title: say("Baliekaart van uw gemeente", "Counter card of your municipality"),
            lead: say(
                "Werkt u aan een balie? Op deze kaart staat wie u belt en wat u nu doet. Hij past op één A4.",
                "Do you work at a counter? This card says whom to call and what to do now. It fits one A4."),
            button: say("Toon baliekaart", "Show counter card"), address: Self.address)
        return question.response(answer)
    }

    private func card(_ call: PageCall) throws -> Response {
        guard let municipality = call.path["municipality"].flatMap(call.registry.geography.municipality(slug:)) else {
            throw Problem.unknown("Deze gemeente")
        }
        return DeskCard(call: call, municipality: municipality).response()
    }
}
