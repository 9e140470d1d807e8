import Foundation
import JSONText

/// Combinations that cannot be (contract section 8). Nothing else is called impossible.
enum ProfileRule: InputRule {
    case bothHadAndRuledOut
    case birthdayWithoutSeventeen
    case unaccompaniedAdult
    case municipalityOutsideProvince
    case unknownMunicipality
    case tooFewPersons(minimum: Int)
    case singleIsOne
    case unknownService
    /// Only where a profile is nobody's in particular.
    case namesAPlace

    var code: String {
        switch self {
        case .bothHadAndRuledOut: "had_and_ruled_out"
        case .birthdayWithoutSeventeen: "turns_18_without_17"
        case .unaccompaniedAdult: "unaccompanied_adult"
        case .municipalityOutsideProvince: "municipality_outside_province"
        case .unknownMunicipality: "unknown_municipality"
        case .tooFewPersons: "too_few_persons"
        case .singleIsOne: "single_is_one"
        case .unknownService: "unknown_service"
        case .namesAPlace: "names_a_place"
        }
    }

    var sentence: String {
        switch self {
        case .bothHadAndRuledOut: "Deze omstandigheid staat ook bij ‘uitgesloten’. Kies één van de twee."
        case .birthdayWithoutSeventeen: "Dit kan alleen bij een leeftijd van 17 jaar."
        case .unaccompaniedAdult: "Een alleenstaande minderjarige vreemdeling is jonger dan 18 jaar."
        case .municipalityOutsideProvince: "Deze gemeente ligt niet in de genoemde provincie."
        case .unknownMunicipality: "Deze gemeente kennen we niet."
        case .tooFewPersons(let minimum): "Bij dit huishouden horen ten minste \(minimum) personen."
        case .singleIsOne: "Alleen is één persoon."
        case .unknownService: "Deze plek kennen we niet."
        case .namesAPlace: "Een referentieprofiel noemt geen gemeente, provincie of opvang. Haal dit weg."
        }
    }
}
