import Foundation
import Ledger

extension RecordFault {
    /// What is wrong with a line of the journal, to stand behind its file and number.
    var sentence: String {
        switch self {
        case .noLineEnd: "de regel is niet af."
        case .zeroBytes: "hier staan lege bytes waar een regel hoort."
        case .tooLong(let most): "de regel is langer dan een regel kan zijn (hoogstens \(most) bytes)."
        case .notARecord: "dit is geen regel van een journaal."
        case .wrongHash: "de regel is veranderd: het controlegetal klopt niet."
        case .runTogether: "twee regels staan aan elkaar: het einde van de eerste is veranderd."
        case .wrongSequence(let expected, let found) where found > expected:
            "hier hoort nummer \(expected) te staan, maar er staat nummer \(found). Ertussen ontbreekt iets."
        case .wrongSequence(let expected, let found):
            "hier hoort nummer \(expected) te staan, maar er staat nummer \(found). De regel hoort op een andere plaats."
        case .wrongPrevious: "de regel volgt niet op de regel ervoor: die is vervangen."
        case .missing(let last):
            "hier houdt het journaal op, maar het ging door tot en met nummer \(last). Het einde ontbreekt."
        case .unknownKind: "deze regel is van een nieuwere versie van dit programma."
        case .invalid(let field): "in het veld ‘\(field)’ staat iets wat daar niet kan staan."
        }
    }
}

extension TornTail {
    /// What was found after the last whole line.
    var sentence: String {
        "Na de laatste hele regel staat een stuk dat niet af is (regel \(line), \(bytes) bytes)."
    }
}
