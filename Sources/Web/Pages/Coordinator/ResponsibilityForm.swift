import Domain
import Hypertext
import Registry

/// The questions that decide which municipality answers for somebody (rules R1 and R2; feature F10). What is filled in
/// is about a person: it is posted, answered and forgotten.
struct ResponsibilityForm: Sendable {
    let call: PageCall

    enum Field: String, CaseIterable, Sendable {
        case registered = "ingeschreven"
        case found = "aangetroffen"
        case current = "nu"
    }

    static let who = "wie"

    /// As far as the law asks: it is another one for each.
    enum Who: String, CaseIterable, Sendable {
        case adult = "volwassene"
        case minor = "onder-18"
        case unaccompanied = "amv"
        case reflection = "bedenktijd"
        case unknown = "weet-ik-niet"
    }

    /// What was filled in.
    struct Answers: Sendable {
        var places: [Field: Municipality] = [:]
        var who = Who.unknown

        /// The person as the rules know them. An age only says which law counts.
        var profile: Profile {
            let isMinor = who == .minor || who == .unaccompanied
            var profile = Profile(age: isMinor ? 15 : 30, gender: .unknown, urgency: .now, threat: .orange)
            profile.registeredMunicipality = places[.registered]?.code
            profile.foundMunicipality = places[.found]?.code
            profile.currentMunicipality = places[.current]?.code
            switch who {
            case .unaccompanied: profile.residence = .unaccompaniedMinor
            case .reflection: profile.residence = .reflectionPeriod
            case .adult, .minor, .unknown: break
            }
            return profile
        }
    }

    private var say: Words { call.say }

    /// What was filled in, or every fault in it.
    func read() -> (answers: Answers?, faults: [FormFault]) {
        let finder = call.snapshot.municipalities
        var answers = Answers()
        var faults: [FormFault] = []
        for field in Field.allCases {
            guard let text = call.values[field.rawValue] else { continue }
            answers.places[field] = finder.municipality(named: text)
            if answers.places[field] == nil { faults.append(fault(field, text, finder)) }
        }
        if let text = call.values[Self.who] {
            if let who = Who(rawValue: text) {
                answers.who = who
            } else {
                faults.append(FormFault(field: Self.who, text: say("Kies om wie het gaat.", "Choose who it is about.")))
            }
        }
        return (faults.isEmpty ? answers : nil, faults)
    }

    private func fault(_ field: Field, _ text: String, _ finder: MunicipalityFinder) -> FormFault {
        let near = if case .unknown(let near) = finder.answer(to: text) { near } else { [Municipality]() }
        return MunicipalityField(call: call).fault(field.rawValue, text, near: near)
    }

    // MARK: Showing

    static let path = "/zorgcoordinator"

    /// - Parameter hasChoices: whether the page has the list of names already.
    func html(faults: [FormFault] = [], hasChoices: Bool) -> HTML {
        let field = MunicipalityField(call: call)
        return .element(
            "section", ["class": "ok-group", "id": "verantwoordelijk"],
            .heading(2, say("Welke gemeente is verantwoordelijk?", "Which municipality is responsible?")),
            .paragraph(
                say(
                    "Vul in wat u weet. Niets is verplicht. We bewaren niets van wat u invult.",
                    "Fill in what you know. Everything is optional. We keep nothing of what you fill in.")),
            call.form(
                Self.path,
                Field.allCases.map { field.field($0.rawValue, label($0), hint: hint($0), faults: faults) } + [
                    call.fields(faults: faults).radios(
                        say("Om wie gaat het? (niet verplicht)", "Who is it about? (optional)"), Self.who,
                        Who.allCases.map { ($0.rawValue, label($0)) }),
                    .button(say("Toon wie verantwoordelijk is", "Show who is responsible"), .primary),
                    hasChoices ? .empty : field.choices,
                ]))
    }

    func label(_ field: Field) -> String {
        switch field {
        case .registered:
            say("Waar staat iemand ingeschreven? (niet verplicht)", "Where is the person registered? (optional)")
        case .found: say("Waar is iemand aangetroffen? (niet verplicht)", "Where was the person found? (optional)")
        case .current: say("Waar is iemand nu? (niet verplicht)", "Where is the person now? (optional)")
        }
    }

    private func hint(_ field: Field) -> String {
        switch field {
        case .registered:
            say(
                "In de Basisregistratie Personen (BRP). Laat leeg als iemand nergens staat ingeschreven.",
                "In the Personal Records Database (BRP). Leave empty for somebody who is not registered.")
        case .found:
            say(
                "De gemeente waar iemand is gevonden of zelf om hulp vroeg.",
                "The municipality where the person was found or asked for help.")
        case .current:
            say(
                "De regio van die gemeente doet de risicoscreening.",
                "The region of that municipality does the risk screening.")
        }
    }

    func label(_ who: Who) -> String {
        switch who {
        case .adult: say("Een volwassene", "An adult")
        case .minor: say("Iemand onder 18 jaar", "Somebody under 18")
        case .unaccompanied:
            say("Iemand onder 18 uit het buitenland, zonder ouders", "Somebody under 18 from abroad, without parents")
        case .reflection: say("Een volwassene in de bedenktijd (B8/3)", "An adult in the reflection period (B8/3)")
        case .unknown: say("Weet ik niet", "I do not know")
        }
    }
}
