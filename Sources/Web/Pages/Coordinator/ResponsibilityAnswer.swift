import Domain
import Hypertext
import Matching
import Registry

/// Which municipality answers for somebody, by which law, and where the danger is assessed (rules R1 and R2).
struct ResponsibilityAnswer: Sendable {
    let call: PageCall
    let answers: ResponsibilityForm.Answers
    let responsibility: Responsibility

    private var say: Words { call.say }

    init(call: PageCall, answers: ResponsibilityForm.Answers) {
        (self.call, self.answers) = (call, answers)
        responsibility = Responsibility(for: answers.profile, on: call.registry.geography)
    }

    func html() -> HTML {
        let rows: [(name: String, value: HTML)?] = [
            (say("Reden", "Reason"), .joined([.text(reason), .text(check)])),
            law.map { (say("Wet", "Law"), .text($0)) },
            responsibility.centreMunicipality.map {
                (say("Centrumgemeente vrouwenopvang", "Centre municipality for women’s shelter"), .text($0))
            }, (say("Risicoscreening", "Risk screening"), .text(risk)),
        ]
        return .element(
            "div", ["class": "ok-answer", "role": "status"], .heading(2, title), .facts(rows.compactMap { $0 }))
    }

    private var name: String? {
        responsibility.municipality.flatMap { call.registry.geography.municipality($0)?.name }
    }

    private var title: String {
        switch responsibility.basis {
        case .guardian: say("Verantwoordelijk: Nidos, als voogd", "Responsible: Nidos, as guardian")
        case .state:
            say("Verantwoordelijk: het Rijk, via CoMensha", "Responsible: central government, through CoMensha")
        case .unknown: say("Nog vast te stellen", "Still to be established")
        case .registered, .found:
            say("Verantwoordelijk: gemeente \(name ?? "")", "Responsible: municipality of \(name ?? "")")
        }
    }

    /// The published definition of the ground.
    private var reason: String {
        call.registry.codeLists.entry(responsibility.basis)?.definition[call.language] ?? ""
    }

    /// Where somebody was found counts only for who is registered nowhere.
    private var check: String {
        guard responsibility.basis == .found else { return "" }
        return say(
            " Staat iemand toch ergens ingeschreven? Dan is die gemeente verantwoordelijk.",
            " Is the person registered somewhere after all? Then that municipality is responsible.")
    }

    private var law: String? {
        guard answers.who != .unknown || responsibility.law == nil else {
            return say(
                "Volwassenen: Wmo 2015. Onder 18 jaar: Jeugdwet.", "Adults: Wmo 2015. Under 18: Jeugdwet (Youth Act).")
        }
        switch responsibility.law {
        case .socialSupport:
            return say("Wmo 2015 (Wet maatschappelijke ondersteuning).", "Wmo 2015 (Social Support Act).")
        case .youth:
            return say(
                "Jeugdwet. Controleer het woonplaatsbeginsel.",
                "Jeugdwet (Youth Act). Check the place of residence rule.")
        case .guardian:
            return say(
                "Nidos is voogd en beslist mee over de plek.", "Nidos is guardian and takes part in the decision.")
        case .state: return say("Opvang in een COSM. Het Rijk betaalt.", "Shelter in a COSM. Central government pays.")
        case nil: return nil
        }
    }

    private var risk: String {
        guard let region = responsibility.riskScreeningRegion else {
            return say(
                "De regio waar iemand nu is. Vul die gemeente in, dan noemen we de regio.",
                "The region where the person is now. Fill in that municipality, and we name the region.")
        }
        return say("Regio \(region), waar iemand nu is.", "Region \(region), where the person is now.")
    }
}
