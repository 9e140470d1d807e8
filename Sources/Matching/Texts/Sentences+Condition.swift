package import Domain
import Foundation

extension Sentences {
    /// What has to be cleared before `service` is certain.
    package func text(of condition: Condition, at service: Service) -> String {
        switch condition {
        case .residence: "Vraag na of deze plek kan met dit verblijf."
        case .genderCheck: "Vraag na of deze plek past bij wie iemand is."
        case .dangerRegion: "Deze plek ligt in het gevaargebied. Overleg eerst over de veiligheid."
        case .pet: "Het huisdier kan tijdelijk naar een gastgezin."
        case .contraIndication(let circumstance): consultation(on: circumstance, at: service)
        case .unknown(let field): "\(question(field)) Deze plek stelt daar een regel over."
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
        case .notStated(let field): self.question(field)
        case .unknown(let field): self.question(field)
        }
    }

    private func consultation(on circumstance: Circumstance, at service: Service) -> String {
        let own = service.contraIndications.first { $0.circumstance == circumstance }?.condition
        let usual = codes.entry(circumstance)?.usualCondition?.dutch
        return "\(codes.label(circumstance)): \(own ?? usual ?? "Bespreek het met de plek.")"
    }

    /// Whole sentences, for there are few of them and they are shown most.
    private func question(_ field: ProfileField) -> String {
        switch field {
        case .gender: "Vraag na: het gender."
        case .residence: "Vraag na: het verblijf."
        case .household: "Vraag na: of iemand alleen komt, of met anderen."
        case .children: "Vraag na: de leeftijd van de kinderen."
        case .exploitationForms: "Vraag na: de vorm van uitbuiting."
        case .wheelchair: "Vraag na: of iemand een rolstoel gebruikt."
        case .pet: "Vraag na: of er een huisdier mee moet."
        case .dangerAreas: "Vraag na: waar iemand gevaar loopt."
        case .currentMunicipality: "Vraag na: in welke gemeente iemand nu is."
        }
    }

    private func question(_ field: PlaceField) -> String {
        switch field {
        case .genders: "De plek heeft dit niet opgegeven: voor welk gender de plek is. Vraag het na."
        case .minimumAge: "De plek heeft dit niet opgegeven: de laagste leeftijd. Vraag het na."
        case .maximumAge: "De plek heeft dit niet opgegeven: de hoogste leeftijd. Vraag het na."
        case .households: "De plek heeft dit niet opgegeven: of anderen mee mogen komen. Vraag het na."
        case .sonsMaximumAge: "De plek heeft dit niet opgegeven: tot welke leeftijd zonen mee mogen. Vraag het na."
        case .residence: "De plek heeft dit niet opgegeven: welk verblijf nodig is. Vraag het na."
        case .wheelchair: "De plek heeft dit niet opgegeven: of een rolstoel kan. Vraag het na."
        case .pets: "De plek heeft dit niet opgegeven: of een huisdier mee mag. Vraag het na."
        case .reach: "De plek heeft dit niet opgegeven: uit welke regio’s mensen mogen komen. Vraag het na."
        case .municipality: "De plek heeft dit niet opgegeven: of de plek in het gevaargebied ligt. Vraag het na."
        }
    }
}
