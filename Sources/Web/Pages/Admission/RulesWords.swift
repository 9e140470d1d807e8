import Domain
import Foundation

/// What rules say, in words: the name of each field and what stands in it, for lists of what changes.
struct RulesWords: Sendable {
    let codes: CodeLists
    let say: Words

    /// What the field is about. A word that no form has stays what it is.
    func label(of name: String) -> String {
        let parts = name.split(separator: ".").map(String.init)
        switch parts.first {
        case "contraIndications": return circumstance(parts)
        case "residence":
            return say("Verblijf: ", "Residence status: ") + status(parts)
        case "residenceReasons":
            return say("Reden bij verblijf: ", "Reason at residence status: ") + status(parts)
        default: return plain[name] ?? name
        }
    }

    private func circumstance(_ parts: [String]) -> String {
        let code = parts.dropFirst().first.flatMap(Circumstance.init(rawValue:))
        let label = code.map { codes.label($0, in: say.language) } ?? ""
        return parts.count > 2 ? say("Voorwaarde bij: \(label)", "Condition for: \(label)") : label
    }

    private func status(_ parts: [String]) -> String {
        parts.last.flatMap(ResidenceStatus.init(rawValue:)).map { codes.label($0, in: say.language) } ?? ""
    }

    private var plain: [String: String] {
        [
            "genders": say("Gender", "Gender"), "welcomesTransgender": say("Trans mensen", "Trans people"),
            "minimumAge": say("Laagste leeftijd", "Lowest age"), "maximumAge": say("Hoogste leeftijd", "Highest age"),
            "households": say("Wie er mee kan komen", "Who can come along"),
            "sonsMaximumAge": say("Hoogste leeftijd van zonen", "Highest age of sons"),
            "exploitationForms": say("Vormen van uitbuiting", "Forms of exploitation"),
            "onlyFor": say("Alleen voor mensen met", "Only for people with"),
            "wheelchair": say("Rolstoel", "Wheelchair"), "pets": say("Huisdier", "Pet"),
            "requiresPoliceReport": say("Aangifte nodig", "Police report needed"),
            "accessDecision": say("Besluit vooraf", "Decision beforehand"),
            "minimumDays": say("Kortste verblijf", "Shortest stay"), "usualDays": say("Gewoon verblijf", "Usual stay"),
            "maximumDays": say("Langste verblijf", "Longest stay"),
            "extensible": say("Verlengen kan", "Can be extended"), "aftercare": say("Nazorg", "Aftercare"),
            "languages": say("Talen", "Languages"), "interpreter": say("Tolk", "Interpreter"),
            "securityLevel": say("Adres", "Address"),
        ]
    }

    // MARK: Values

    func text(of value: JSONTree, in name: String) -> String {
        switch value {
        case .null, .array, .object: return absent(name)
        case .boolean(let truth): return truth ? say("ja", "yes") : say("nee", "no")
        case .integer(let number): return name.hasSuffix("Days") ? days(number) : years(number)
        case .string(let text): return words(text, in: name)
        }
    }

    private func days(_ count: Int) -> String {
        count == 1 ? say("1 dag", "1 day") : say("\(count) dagen", "\(count) days")
    }

    private func years(_ count: Int) -> String { say("\(count) jaar", count == 1 ? "1 year" : "\(count) years") }

    private func absent(_ name: String) -> String {
        switch name {
        case "exploitationForms": say("alle vormen", "all forms")
        case "onlyFor": say("voor iedereen", "for everyone")
        case _ where name.hasSuffix(".condition"): say("geen eigen voorwaarde", "no condition of its own")
        default: say("niet opgegeven", "not stated")
        }
    }

    private func words(_ text: String, in name: String) -> String {
        if text == "unlimited", name.hasSuffix("Age") { return say("geen grens", "no limit") }
        switch name.split(separator: ".").first {
        case "genders": return list(text, Gender.self)
        case "households": return list(text, Household.self)
        case "exploitationForms": return list(text, ExploitationForm.self)
        case "onlyFor": return list(text, Circumstance.self)
        case "pets": return list(text, PetPolicy.self)
        case "accessDecision": return list(text, AccessDecision.self)
        case "aftercare": return list(text, Answer.self)
        case "securityLevel": return list(text, SecurityLevel.self)
        case "residence": return list(text, ResidenceAnswer.self)
        case "residenceReasons": return list(text, ResidenceReason.self)
        case "languages":
            return text.split(separator: " ").map { LanguageName.name(String($0), in: say.language) }
                .joined(separator: ", ")
        case "contraIndications": return name.hasSuffix(".condition") ? "‘\(text)’" : hardness(text)
        default: return text
        }
    }

    /// As the form says it.
    private func hardness(_ code: String) -> String { Hardness(rawValue: code).map { name(of: $0) } ?? code }

    func name(of hardness: Hardness) -> String {
        switch hardness {
        case .none: say("Geen bezwaar", "No objection")
        case .conditional: say("In overleg", "By consultation")
        case .absolute: say("Kan niet", "Not possible")
        }
    }

    /// Labels of codes with spaces between them.
    private func list<Kind: Code>(_ text: String, _ kind: Kind.Type) -> String {
        let chosen = Set(text.split(separator: " ").map(String.init))
        return kind.allCases.filter { chosen.contains($0.rawValue) }.map { codes.label($0, in: say.language) }
            .joined(separator: ", ")
    }
}
