import Foundation
import JSONText

extension JSONSyntaxFault {
    /// Stable, `snake_case`.
    var code: String {
        switch kind {
        case .duplicateName: "duplicate_key"
        case .nestedTooDeeply: "too_deep"
        case .numberOutOfRange: "number_out_of_range"
        case .emptyText: "empty"
        case .unexpectedByte, .unexpectedEnd, .notUTF8, .controlCharacterInString, .unknownEscape, .loneSurrogate,
            .malformedNumber, .textAfterValue:
            "malformed_json"
        }
    }

    /// What is wrong, without what was sent.
    var detail: String {
        switch kind {
        case .emptyText: "Er staat niets."
        case .unexpectedByte: "Dit teken hoort hier niet."
        case .unexpectedEnd: "De tekst houdt te vroeg op."
        case .notUTF8: "Deze tekst is geen goede UTF-8."
        case .controlCharacterInString: "Een tekst mag geen regeleinde of stuurteken bevatten."
        case .unknownEscape: "Deze schrijfwijze met \\ bestaat niet."
        case .loneSurrogate: "Dit is maar een half teken."
        case .malformedNumber: "Dit getal is niet goed geschreven."
        case .numberOutOfRange: "Dit getal is te groot."
        case .textAfterValue: "Na het einde staat nog iets."
        case .nestedTooDeeply(let limit): "Dit zit dieper in elkaar dan \(limit) lagen."
        case .duplicateName: "Deze naam staat er twee keer."
        }
    }

    var detailNamingValue: String {
        if case .duplicateName(let name) = kind { return "‘\(name)’: \(detail)" }
        return detail
    }
}
