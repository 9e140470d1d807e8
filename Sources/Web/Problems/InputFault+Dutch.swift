import Foundation
import JSONText

/// The sentence for each fault in a document; made here and nowhere else.
extension InputFault {
    /// Stable, `snake_case`.
    var code: String {
        switch kind {
        case .unknownName: "unknown_key"
        case .missing: "missing"
        case .wrongType: "wrong_type"
        case .unknownCode: "unknown_code"
        case .outOfRange: "out_of_range"
        case .malformed(let format, _): "malformed_\(format.rawValue)"
        case .tooLong: "too_long"
        case .rule(let rule): rule.code
        }
    }

    /// What is wrong and what to do, without the value that was sent.
    var detail: String {
        switch kind {
        case .unknownName: "Deze naam kennen we niet. Haal hem weg of verbeter hem."
        case .missing: "Dit ontbreekt en is nodig."
        case .wrongType(let type): "Hier hoort \(type.words)."
        case .unknownCode(_, let allowed):
            allowed.count <= 40
                ? "Deze code kennen we niet. Kies uit: \(allowed.joined(separator: ", "))."
                : "Deze code kennen we niet. Kijk in de codelijsten."
        case .outOfRange(_, let allowed):
            "Vul een getal in van \(allowed.lowerBound) tot en met \(allowed.upperBound)."
        case .malformed(let format, _): format.words
        case .tooLong(let limit): "Dit is te lang. Gebruik hoogstens \(limit) tekens."
        case .rule(let rule): rule.sentence
        }
    }

    /// The same with the value, for the command line, where whoever reads it wrote the file.
    var detailNamingValue: String {
        let value: String? =
            switch kind {
            case .unknownName(let name): name
            case .unknownCode(let code, _): code
            case .outOfRange(let number, _): String(number)
            case .malformed(_, let text): text
            case .rule(let rule): rule.offender
            case .missing, .wrongType, .tooLong: nil
            }
        guard let value else { return detail }
        let shown = value.count > 60 ? value.prefix(60) + "…" : value[...]
        return "‘\(shown)’: \(detail)"
    }

    var entry: Problem.Entry {
        Problem.Entry(pointer: pointer.description, code: code, detail: detail)
    }
}

extension JSONType {
    fileprivate var words: String {
        switch self {
        case .null: "null"
        case .boolean: "true of false"
        case .integer: "een heel getal"
        case .number: "een getal"
        case .string: "een tekst tussen aanhalingstekens"
        case .array: "een lijst tussen [ en ]"
        case .object: "een object tussen { en }"
        }
    }
}

extension InputFault.Format {
    fileprivate var words: String {
        switch self {
        case .date: "Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2026-11-20."
        case .timestamp: "Schrijf de tijd als 2026-11-20T08:00:00Z."
        case .identifier: "Een id heeft alleen kleine letters, cijfers en koppeltekens."
        case .area: "Geef een provincie (NL-OV) of een gemeente (GM0193)."
        case .municipality: "Geef een gemeente met haar CBS-code, bijvoorbeeld GM0193."
        case .language: "Geef een taal met haar ISO-code, bijvoorbeeld nl."
        case .url: "Geef een webadres dat met https:// begint."
        case .email: "Geef een e-mailadres, bijvoorbeeld info@voorbeeld.example."
        case .text: "Vul hier tekst in."
        case .wish: "Geef een provincie, soort opvang, vrijheid, veiligheidsniveau of het id van een plek."
        }
    }
}
