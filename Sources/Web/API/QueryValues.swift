import Domain
import Foundation
import HTTP

/// The query of a request, read against the parameters of its route.
struct QueryValues: Sendable {
    private var values: [String: [String]] = [:]
    private var numbers: [String: Int] = [:]
    /// Every unknown key, unknown code, bad number and value given too often.
    private(set) var faults: [Problem.Entry] = []

    init(_ items: [QueryItem], parameters: [Parameter]) {
        let known = parameters.filter { $0.place == .query }
        for item in items {
            guard let parameter = known.first(where: { $0.name == item.name }) else {
                let names = known.map(\.name).joined(separator: ", ")
                let detail =
                    known.isEmpty ? "Hier horen geen parameters." : "Deze parameter kennen we niet. Kies uit: \(names)."
                faults.append(Problem.Entry(parameter: item.name, code: "unknown_parameter", detail: detail))
                continue
            }
            read(item.value, as: parameter)
        }
    }

    private mutating func read(_ value: String, as parameter: Parameter) {
        if values[parameter.name] != nil, !parameter.isRepeatable {
            return refuse(parameter, "repeated", "Geef deze parameter één keer.")
        }
        switch parameter.kind {
        case .text:
            guard value.utf8.count <= 200 else { return refuse(parameter, "too_long", "Gebruik hoogstens 200 tekens.") }
        case .language:
            guard LanguageCode.isWellFormed(value) else {
                return refuse(parameter, "malformed_language", "Geef een taal met haar ISO-code, bijvoorbeeld nl.")
            }
        case .code(let allowed):
            guard allowed.contains(value) else {
                let choice = allowed.joined(separator: ", ")
                return refuse(parameter, "unknown_code", "Deze code kennen we niet. Kies uit: \(choice).")
            }
        case .number(let allowed, _):
            let isPlain = !value.isEmpty && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
            guard isPlain, let number = Int(value), allowed.contains(number) else {
                let range = "van \(allowed.lowerBound) tot en met \(allowed.upperBound)"
                return refuse(parameter, "out_of_range", "Geef een heel getal \(range).")
            }
            numbers[parameter.name] = number
        case .moment:
            guard Timestamp.date(value) != nil else {
                let detail = "Schrijf de tijd als 2026-11-20T08:00:00Z. Schrijf een + als %2B."
                return refuse(parameter, "malformed_timestamp", detail)
            }
        case .eventID:
            guard EventID(text: value) != nil else {
                return refuse(parameter, EventID.malformed.code, EventID.malformed.detail)
            }
        }
        values[parameter.name, default: []].append(value)
    }

    private mutating func refuse(_ parameter: Parameter, _ code: String, _ detail: String) {
        faults.append(Problem.Entry(parameter: parameter.name, code: code, detail: detail))
        values[parameter.name, default: []].append("")
    }

    func text(_ name: String) -> String? { values[name]?.first }

    func texts(_ name: String) -> [String] { values[name] ?? [] }

    func number(_ name: String, standard: Int) -> Int { numbers[name] ?? standard }

    /// The codes given for `name`; empty where it was not given.
    func codes<Code: Domain.Code>(_ name: String, _ code: Code.Type) -> [Code] {
        (values[name] ?? []).compactMap(Code.init(rawValue:))
    }
}
