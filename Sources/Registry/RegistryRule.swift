import Domain
import Foundation
import JSONText

/// What the files must keep to beyond names, types and codes (contract section 2).
enum RegistryRule: InputRule {
    case addressNotHeld
    case addressInText
    case addressElsewhere
    case secretWithMunicipality
    case secretAreaBelowProvince
    case unknownMunicipality(String)
    case municipalityOutsideProvince(String)
    case multiProblemShelterRefuses
    case duplicateContraIndication(String)
    case conditionWithoutConsultation
    case freeAboveTotal
    case capacityWithoutShelter
    case onlyForExamples
    case twoTimes
    case duplicateID(String)
    case idIsACode(String)
    case nothingOffered
    case agesTheWrongWayRound
    case boundsTheWrongWayRound
    case provinceOfAnotherFile
    case missingListed(String)
    case coveredTwice(String)
    case notAPoint
    case ringTooShort
    case ringNotClosed
    case ringTheWrongWayRound

    var code: String {
        switch self {
        case .addressNotHeld: "address_not_held"
        case .addressInText: "address_in_text"
        case .addressElsewhere: "address_elsewhere"
        case .secretWithMunicipality: "secret_with_municipality"
        case .secretAreaBelowProvince: "secret_area_below_province"
        case .unknownMunicipality: "unknown_municipality"
        case .municipalityOutsideProvince: "municipality_outside_province"
        case .multiProblemShelterRefuses: "omp_without_contra_indications"
        case .duplicateContraIndication: "duplicate_contra_indication"
        case .conditionWithoutConsultation: "condition_without_consultation"
        case .freeAboveTotal: "free_above_total"
        case .capacityWithoutShelter: "capacity_without_shelter"
        case .onlyForExamples: "only_for_examples"
        case .twoTimes: "two_times"
        case .duplicateID: "duplicate_id"
        case .idIsACode: "id_is_a_code"
        case .nothingOffered: "nothing_offered"
        case .agesTheWrongWayRound: "ages_the_wrong_way_round"
        case .boundsTheWrongWayRound: "bounds_the_wrong_way_round"
        case .provinceOfAnotherFile: "province_of_another_file"
        case .missingListed: "missing_listed"
        case .coveredTwice: "covered_twice"
        case .notAPoint: "not_a_point"
        case .ringTooShort: "ring_too_short"
        case .ringNotClosed: "ring_not_closed"
        case .ringTheWrongWayRound: "ring_the_wrong_way_round"
        }
    }

    var sentence: String {
        switch self {
        case .addressNotHeld:
            "Opvangkaart bewaart geen adressen. Bij een geheime plek slaan we geen adres op. Haal het adres weg."
        case .addressInText:
            "In deze tekst staat een postcode of een plek op de kaart. Bij een geheime of afgeschermde plek slaan we geen adres op. Haal het weg."
        case .addressElsewhere:
            "In de gegevens van deze plek staat nog een adres. Haal dat eerst weg. Daarna kan de plek geheim of afgeschermd zijn."
        case .secretWithMunicipality: "Een geheime plek heeft geen gemeente. Haal de gemeente weg."
        case .secretAreaBelowProvince: "Het werkgebied van een geheime plek noemt alleen provincies."
        case .unknownMunicipality: "Deze gemeente kennen we niet."
        case .municipalityOutsideProvince: "Deze gemeente ligt niet in de genoemde provincie."
        case .multiProblemShelterRefuses: "OMP-plekken hebben geen contra-indicaties. Haal ze weg."
        case .duplicateContraIndication: "Deze contra-indicatie staat er twee keer."
        case .conditionWithoutConsultation: "Een voorwaarde hoort alleen bij ‘in overleg’ (conditional)."
        case .freeAboveTotal: "Er zijn meer plekken vrij dan er zijn."
        case .capacityWithoutShelter: "Hulp zonder verblijf heeft geen plekken. Haal capacity weg."
        case .onlyForExamples: "Alleen een voorbeeldorganisatie mag dit veld hebben."
        case .twoTimes: "Geef één van de twee tijden, niet allebei."
        case .duplicateID: "Dit id is al in gebruik."
        case .idIsACode: "Dit id is ook een code uit een codelijst. Kies een ander id."
        case .nothingOffered: "Geef een shelterKind of helpKinds (of allebei)."
        case .agesTheWrongWayRound: "De laagste leeftijd is hoger dan de hoogste."
        case .boundsTheWrongWayRound: "Het minimum is hoger dan het maximum."
        case .provinceOfAnotherFile: "De provincie hoort niet bij de naam van dit bestand."
        case .missingListed: "Hier ontbreekt er één."
        case .coveredTwice: "Deze gemeente heeft al een zorgcoördinator of een status."
        case .notAPoint: "Een punt heeft twee getallen: lengte en breedte."
        case .ringTooShort: "Een omtrek heeft vier of meer punten."
        case .ringNotClosed: "Het laatste punt van een omtrek is weer het eerste."
        case .ringTheWrongWayRound: "Een omtrek loopt tegen de klok in."
        }
    }

    var offender: String? {
        switch self {
        case .unknownMunicipality(let value), .municipalityOutsideProvince(let value),
            .duplicateContraIndication(let value), .duplicateID(let value), .idIsACode(let value),
            .missingListed(let value), .coveredTwice(let value):
            value
        case .addressNotHeld, .addressInText, .addressElsewhere, .secretWithMunicipality, .secretAreaBelowProvince,
            .multiProblemShelterRefuses, .conditionWithoutConsultation, .freeAboveTotal, .capacityWithoutShelter,
            .onlyForExamples, .twoTimes, .nothingOffered, .agesTheWrongWayRound, .boundsTheWrongWayRound,
            .provinceOfAnotherFile, .notAPoint, .ringTooShort, .ringNotClosed, .ringTheWrongWayRound:
            nil
        }
    }
}
