package import Domain
import Foundation

/// What has to be cleared, apart from what the place says of it in words of its own. Those are Dutch in every language.
package struct ConditionWords: Hashable, Sendable {
    package let text: String
    /// As the place wrote it; part of the sentence, not said in ``text``.
    package let own: String?

    package init(text: String, own: String?) { (self.text, self.own) = (text, own) }

    package var whole: String { own.map { "\(text) \($0)" } ?? text }
}

extension Sentences {
    /// What has to be cleared before `service` is certain.
    package func text(of condition: Condition, at service: Service) -> String {
        words(of: condition, at: service).whole
    }

    /// The same, with what the place wrote itself apart.
    package func words(of condition: Condition, at service: Service) -> ConditionWords {
        if case .contraIndication(let circumstance) = condition { return consultation(on: circumstance, at: service) }
        return ConditionWords(text: text(of: condition), own: nil)
    }

    private func text(of condition: Condition) -> String {
        switch condition {
        case .residence:
            say("Vraag na of deze plek kan met dit verblijf.", "Ask whether this residence status is possible here.")
        case .genderCheck:
            say("Vraag na of deze plek past bij wie iemand is.", "Ask whether this place suits who the person is.")
        case .dangerRegion:
            say(
                "Deze plek ligt in het gevaargebied. Overleg eerst over de veiligheid.",
                "This place lies in the danger area. Talk about safety first.")
        case .pet:
            say("Het huisdier kan tijdelijk naar een gastgezin.", "The pet can stay with a host family for a while.")
        case .contraIndication(let circumstance): "\(label(circumstance))."
        case .unknown(let field):
            question(field) + say(" Deze plek stelt daar een regel over.", " This place has a rule about that.")
        }
    }

    /// A point to ask, and why it matters here.
    package func text(of question: Question, at service: Service) -> String {
        guard case .contraIndication(let circumstance) = question else { return text(of: question, hardness: nil) }
        let hardness = service.contraIndications.first { $0.circumstance == circumstance }?.hardness
        return text(of: question, hardness: hardness)
    }

    /// The same where it is known how a place takes a circumstance; other points are asked the same everywhere.
    package func text(of question: Question, hardness: Hardness?) -> String {
        switch question {
        case .contraIndication(let circumstance): self.question(circumstance, hardness)
        case .notStated(let field): notStated(field)
        case .unknown(let field): self.question(field)
        }
    }

    private func consultation(on circumstance: Circumstance, at service: Service) -> ConditionWords {
        let own = service.contraIndications.first { $0.circumstance == circumstance }?.condition
        let usual = codes.entry(circumstance)?.usualCondition
        // Many places say what is usual, and that has been translated.
        if let own, own != usual?.dutch {
            return ConditionWords(
                text: say("\(label(circumstance)):", "\(label(circumstance)). The place says:"), own: own)
        }
        let talk = say("Bespreek het met de plek.", "Talk about it with the place.")
        return ConditionWords(text: "\(label(circumstance)): \(usual?[language] ?? talk)", own: nil)
    }

    /// Whole sentences, for there are few of them and they are shown most.
    private func question(_ field: ProfileField) -> String {
        switch field {
        case .gender: say("Vraag na: het gender.", "Ask about: gender.")
        case .residence: say("Vraag na: het verblijf.", "Ask about: residence status.")
        case .household:
            say("Vraag na: of iemand alleen komt, of met anderen.", "Ask about: coming alone, or with others.")
        case .children: say("Vraag na: de leeftijd van de kinderen.", "Ask about: the age of the children.")
        case .exploitationForms: say("Vraag na: de vorm van uitbuiting.", "Ask about: the form of exploitation.")
        case .wheelchair: say("Vraag na: of iemand een rolstoel gebruikt.", "Ask about: whether a wheelchair is used.")
        case .pet: say("Vraag na: of er een huisdier mee moet.", "Ask about: whether a pet has to come along.")
        case .dangerAreas: say("Vraag na: waar iemand gevaar loopt.", "Ask about: where the person is in danger.")
        case .currentMunicipality:
            say("Vraag na: in welke gemeente iemand nu is.", "Ask about: the municipality where the person is now.")
        }
    }

    private func notStated(_ field: PlaceField) -> String {
        say(
            "De plek heeft dit niet opgegeven: \(dutch(field)). Vraag het na.",
            "The place has not stated this: \(english(field)). Ask about it.")
    }

    private func dutch(_ field: PlaceField) -> String {
        switch field {
        case .genders: "voor welk gender de plek is"
        case .minimumAge: "de laagste leeftijd"
        case .maximumAge: "de hoogste leeftijd"
        case .households: "of anderen mee mogen komen"
        case .sonsMaximumAge: "tot welke leeftijd zonen mee mogen"
        case .residence: "welk verblijf nodig is"
        case .wheelchair: "of een rolstoel kan"
        case .pets: "of een huisdier mee mag"
        case .reach: "uit welke regio’s mensen mogen komen"
        case .municipality: "of de plek in het gevaargebied ligt"
        }
    }

    private func english(_ field: PlaceField) -> String {
        switch field {
        case .genders: "for which gender the place is"
        case .minimumAge: "the lowest age"
        case .maximumAge: "the highest age"
        case .households: "whether others may come along"
        case .sonsMaximumAge: "up to which age sons may come along"
        case .residence: "which residence status is needed"
        case .wheelchair: "whether a wheelchair is possible"
        case .pets: "whether a pet may come along"
        case .reach: "from which regions people may come"
        case .municipality: "whether the place lies in the danger area"
        }
    }
}
