import Domain
import Foundation
import JSONText

/// Reads the words of the vocabulary and checks them complete against the types (feature F24).
enum CodeListsReader {
    private static let names: Set<String> = ["lists"]
    private static let listNames: Set<String> = ["name", "label", "description", "codes"]
    private static let entryNames: Set<String> = ["code", "label", "definition", "usualCondition"]

    static func read(_ reader: JSONReader) -> CodeLists? {
        guard let object = reader.object(names), let entries = object.required("lists") else { return nil }
        var roll = Roll()
        guard let lists = entries.elements({ list($0, roll: &roll) }) else { return nil }
        for missing in roll.missing(of: Vocabulary.lists.map(\.name)) {
            object.fault(.rule(RegistryRule.missingListed(missing)), at: "lists")
        }
        return CodeLists(lists)
    }

    private static func list(_ reader: JSONReader, roll: inout Roll) -> CodeList? {
        let object = reader.object(listNames)
        let name = object?.required("name")?.text()
        let isNew = roll.add(name)
        guard let object else { return nil }
        if let name, !isNew { object.fault(.rule(RegistryRule.duplicateID(name)), at: "name") }
        let label = object.required("label")?.bilingual()
        let description = object["description"]?.bilingual()
        let entries = entries(of: object, named: name)
        guard let name, let label, let entries else { return nil }
        return CodeList(name: name, label: label, description: description, entries: entries)
    }

    /// Every code of the vocabulary once, and no other.
    private static func entries(of object: JSONObjectReader, named name: String?) -> [CodeList.Entry]? {
        let expected = name.flatMap { name in Vocabulary.lists.first { $0.name == name }?.codes }
        if let name, expected == nil {
            object.fault(.unknownCode(name, allowed: Vocabulary.lists.map(\.name)), at: "name")
        }
        var roll = Roll()
        let entries = object.required("codes")?.elements { reader in
            entry(reader) { code in
                if !roll.add(code), let code { object.fault(.rule(RegistryRule.duplicateID(code)), at: "codes") }
                if let code, let expected, !expected.contains(code) {
                    object.fault(.unknownCode(code, allowed: expected), at: "codes")
                }
            }
        }
        guard let entries else { return nil }
        for missing in roll.missing(of: expected ?? []) {
            object.fault(.rule(RegistryRule.missingListed(missing)), at: "codes")
        }
        return entries
    }

    private static func entry(_ reader: JSONReader, note: (String?) -> Void) -> CodeList.Entry? {
        let object = reader.object(entryNames)
        let code = object?.required("code")?.text()
        note(code)
        guard let object else { return nil }
        let label = object.required("label")?.bilingual()
        let definition = object.required("definition")?.bilingual()
        let usualCondition = object["usualCondition"]?.bilingual()
        guard let code, let label, let definition else { return nil }
        return CodeList.Entry(code: code, label: label, definition: definition, usualCondition: usualCondition)
    }
}
