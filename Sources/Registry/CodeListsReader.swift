import Domain
import Foundation
import JSONText

/// Reads the words of the vocabulary and checks them complete against the types (feature F24).
enum CodeListsReader {
    static func read(_ reader: JSONReader) -> CodeLists? {
        guard let object = reader.object(["lists"]) else { return nil }
        let lists = object.required("lists")?.elements(list) ?? []
        let names = Set(lists.map(\.name))
        for expected in Vocabulary.lists where !names.contains(expected.name) {
            object.fault(.rule(RegistryRule.missingListed(expected.name)), at: "lists")
        }
        return CodeLists(lists)
    }

    private static func list(_ reader: JSONReader) -> CodeList? {
        guard let object = reader.object(["name", "label", "description", "codes"]) else { return nil }
        guard let name = object.required("name")?.text(), let label = object.required("label")?.bilingual(),
            let entries = object.required("codes")?.elements(entry)
        else { return nil }
        guard let expected = Vocabulary.lists.first(where: { $0.name == name }) else {
            object.fault(.unknownCode(name, allowed: Vocabulary.lists.map(\.name)), at: "name")
            return nil
        }
        check(entries.map(\.code), against: expected.codes, in: object)
        return CodeList(name: name, label: label, description: object["description"]?.bilingual(), entries: entries)
    }

    /// Every code once, none unknown.
    private static func check(_ codes: [String], against expected: [String], in object: JSONObjectReader) {
        for missing in expected where !codes.contains(missing) {
            object.fault(.rule(RegistryRule.missingListed(missing)), at: "codes")
        }
        var seen: Set<String> = []
        for code in codes {
            if !expected.contains(code) { object.fault(.unknownCode(code, allowed: expected), at: "codes") }
            if !seen.insert(code).inserted { object.fault(.rule(RegistryRule.duplicateID(code)), at: "codes") }
        }
    }

    private static func entry(_ reader: JSONReader) -> CodeList.Entry? {
        guard let object = reader.object(["code", "label", "definition", "usualCondition"]) else { return nil }
        guard let code = object.required("code")?.text(), let label = object.required("label")?.bilingual(),
            let definition = object.required("definition")?.bilingual()
        else { return nil }
        return CodeList.Entry(
            code: code, label: label, definition: definition,
            usualCondition: object["usualCondition"]?.bilingual())
    }
}
