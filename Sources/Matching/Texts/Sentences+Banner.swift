package import Domain
import Foundation

extension Banner {
    /// What to do first, in Dutch.
    package var text: String { text(in: .dutch) }

    /// What to do first.
    package func text(in language: Language) -> String {
        let both: Bilingual =
            switch self {
            case .danger:
                Bilingual(dutch: "Is er nu direct gevaar? Bel 112.", english: "Is there danger right now? Call 112.")
            case .mentalHealthCrisis:
                Bilingual(
                    dutch: "Bel eerst de huisarts of de ggz-crisisdienst. De persoon kan dag en nacht bellen met 113.",
                    english: "First call the doctor or the mental health crisis service. "
                        + "The person can call 113 day and night.")
            case .minor:
                Bilingual(
                    dutch: "Onder 18 jaar: bel ook Veilig Thuis.", english: "Under 18 years: also call Veilig Thuis.")
            case .unaccompaniedMinor:
                Bilingual(
                    dutch: "Alleenstaande minderjarige vreemdeling: bel Nidos. Nidos is de voogd.",
                    english: "Unaccompanied minor from abroad: call Nidos. Nidos is the guardian.")
            }
        return both[language]
    }

    /// The number to call, where one number is right for the whole country.
    package var phone: String? {
        switch self {
        case .danger: "112"
        case .mentalHealthCrisis: "113"
        case .minor: "0800-2000"
        case .unaccompaniedMinor: nil
        }
    }
}

extension Responsibility {
    /// The answer in Dutch, with what is still to check (rule R1).
    package var text: String { text(in: .dutch) }

    /// The answer in words, with what is still to check (rule R1).
    package func text(in language: Language) -> String { words[language] }

    private var words: Bilingual {
        switch (basis, law) {
        case (.guardian, _):
            Bilingual(
                dutch: "Nidos is de voogd en beslist mee.",
                english: "Nidos is the guardian and takes part in the decision.")
        case (.state, _):
            Bilingual(
                dutch: "In de bedenktijd betaalt het Rijk de opvang in een COSM. CoMensha regelt de plaatsing.",
                english: "In the reflection period the State pays for shelter in a COSM. "
                    + "CoMensha arranges the placement.")
        case (.unknown, _):
            Bilingual(
                dutch: "Nog vast te stellen. Bel de zorgcoördinator van de regio waar iemand nu is.",
                english: "Still to be established. Call the care co-ordinator of the region where the person is now.")
        case (_, .youth):
            Bilingual(
                dutch: "De Jeugdwet geldt. Controleer het woonplaatsbeginsel.",
                english: "The Youth Act applies. Check the rules on place of residence.")
        case (.registered, _):
            Bilingual(
                dutch: "De gemeente waar iemand staat ingeschreven, is verantwoordelijk.",
                english: "The municipality where the person is registered is responsible.")
        case (.found, _):
            Bilingual(
                dutch: "De gemeente waar iemand is aangetroffen, is verantwoordelijk.",
                english: "The municipality where the person was found is responsible.")
        }
    }
}
