import Foundation

/// A province by its ISO 3166-2 code, in the order of the Dutch list (domain section 3.4).
package enum ProvinceCode: String, Code {
    package static let listName = "province"

    case groningen = "NL-GR"
    case fryslan = "NL-FR"
    case drenthe = "NL-DR"
    case overijssel = "NL-OV"
    case flevoland = "NL-FL"
    case gelderland = "NL-GE"
    case utrecht = "NL-UT"
    case noordHolland = "NL-NH"
    case zuidHolland = "NL-ZH"
    case zeeland = "NL-ZE"
    case noordBrabant = "NL-NB"
    case limburg = "NL-LI"
}
