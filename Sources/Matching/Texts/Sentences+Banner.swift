package import Domain
import Foundation

extension Banner {
    /// What to do first.
    package var text: String {
        switch self {
        case .danger: "Is er nu direct gevaar? Bel 112."
        case .mentalHealthCrisis:
            "Bel eerst de huisarts of de ggz-crisisdienst. De persoon kan dag en nacht bellen met 113."
        case .minor: "Onder 18 jaar: bel ook Veilig Thuis."
        case .unaccompaniedMinor: "Alleenstaande minderjarige vreemdeling: bel Nidos. Nidos is de voogd."
        }
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
    /// The answer in words, with what is still to check (rule R1).
    package var text: String {
        switch (basis, law) {
        case (.guardian, _): "Nidos is de voogd en beslist mee."
        case (.state, _): "In de bedenktijd betaalt het Rijk de opvang in een COSM. CoMensha regelt de plaatsing."
        case (.unknown, _): "Nog vast te stellen. Bel de zorgcoördinator van de regio waar iemand nu is."
        case (_, .youth): "De Jeugdwet geldt. Controleer het woonplaatsbeginsel."
        case (.registered, _): "De gemeente waar iemand staat ingeschreven, is verantwoordelijk."
        case (.found, _): "De gemeente waar iemand is aangetroffen, is verantwoordelijk."
        }
    }
}
