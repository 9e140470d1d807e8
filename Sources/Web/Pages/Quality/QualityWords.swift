import Coverage
import Domain
import Foundation

/// What the page about data quality calls things, in one language (screen S18).
struct QualityWords: Sendable {
    let call: PageCall
    private var say: Words { call.say }

    func field(_ field: MissingField) -> String {
        switch field {
        case .genders: say("Gender", "Gender")
        case .ages: say("Leeftijd vanaf en tot", "Age from and to")
        case .households:
            say("Alleen, met kinderen, stel, gezin of groep", "Alone, with children, couple, family or group")
        case .residence: say("Verblijf", "Residence")
        case .wheelchair: say("Rolstoel", "Wheelchair")
        case .pets: say("Huisdier", "Pet")
        case .reach: say("Landelijk of eigen regio", "National or own region")
        case .total: say("Aantal plekken", "Number of places")
        case .stay: say("Hoe lang iemand kan blijven", "How long somebody can stay")
        case .aftercare: say("Nazorg", "Aftercare")
        case .waiting: say("Wachttijd", "Waiting time")
        case .referral: say("Hoe aanmelden gaat", "How to refer")
        case .phone: say("Telefoonnummer voor aanmelden", "Phone number for referrals")
        case .languages: say("Talen", "Languages")
        case .expertise: say("Ervaring met mensenhandel", "Experience with human trafficking")
        case .funding: say("Wie betaalt", "Who pays")
        }
    }

    // MARK: Time

    func exact(_ moment: Date) -> String { DutchTime.exact(moment, in: call.language) }

    func moment(_ moment: Date) -> String { DutchTime.moment(moment, now: call.now, in: call.language) }

    func day(_ date: CalendarDate) -> String { DutchTime.day(date, in: call.language) }

    /// Whole per cent, rounded; never 0 where there is one, and never 100 where one is not.
    static func share(_ part: Int, of all: Int) -> String {
        guard all > 0 else { return "0%" }
        let rounded = (part * 100 + all / 2) / all
        let percent = part == 0 ? 0 : part == all ? 100 : min(99, max(1, rounded))
        return "\(percent)%"
    }

    /// Behind "show all", so that two such links read apart.
    func of(_ id: String) -> String {
        switch id {
        case "controle":
            say(" organisaties die niet zijn bevestigd", " organisations that are not confirmed")
        case "geld": say(" diensten waarvan het geld stopt", " services whose funding ends")
        default: say(" organisaties met verouderde aantallen", " organisations with old counts")
        }
    }
}
