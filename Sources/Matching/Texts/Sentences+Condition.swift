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
        case .unknown(let field): "Vraag na: \(words(for: field)). Deze plek stelt daar een regel over."
        }
    }

    /// A point to ask, and why it matters here.
    package func text(of question: Question, at service: Service) -> String {
        switch question {
        case .contraIndication(let circumstance):
            let hardness = service.contraIndications.first { $0.circumstance == circumstance }?.hardness
            let effect = hardness == .absolute ? "Dat kan hier niet." : "Dat kan hier in overleg."
            return "Vraag na: \(inline(circumstance)). \(effect)"
        case .notStated(let field): return "De plek heeft dit niet opgegeven: \(words(for: field)). Vraag het na."
        case .unknown(let field): return "Vraag na: \(words(for: field))."
        }
    }

    private func consultation(on circumstance: Circumstance, at service: Service) -> String {
        let own = service.contraIndications.first { $0.circumstance == circumstance }?.condition
        let usual = codes.entry(circumstance)?.usualCondition?.dutch
        return "\(codes.label(circumstance)): \(own ?? usual ?? "Bespreek het met de plek.")"
    }

    private func words(for field: ProfileField) -> String {
        switch field {
        case .gender: "het gender"
        case .residence: "het verblijf"
        case .household: "of iemand alleen komt, of met anderen"
        case .children: "de leeftijd van de kinderen"
        case .exploitationForms: "de vorm van uitbuiting"
        case .wheelchair: "of iemand een rolstoel gebruikt"
        case .pet: "of er een huisdier mee moet"
        case .dangerAreas: "waar iemand gevaar loopt"
        case .currentMunicipality: "in welke gemeente iemand nu is"
        }
    }

    private func words(for field: PlaceField) -> String {
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
}
