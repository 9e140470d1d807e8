import Domain
import Foundation

/// The published code lists, read as the registry's file has them, for their Dutch labels only.
enum TestCodeLists {
    static let all = CodeLists(read())

    private static func read() -> [CodeList] {
        let file = URL(fileURLWithPath: #filePath).appending(path: "../../../../Data/code-lists.json")
            .standardizedFileURL
        guard let data = try? Data(contentsOf: file), let lists = try? JSONDecoder().decode(File.self, from: data)
        else {
            return []
        }
        return lists.lists.map { list in
            CodeList(name: list.name, label: list.label.both, entries: list.codes.map(\.entry))
        }
    }

    private struct File: Decodable {
        let lists: [List]
    }

    private struct List: Decodable {
        let name: String
        let label: Words
        let codes: [Code]
    }

    private struct Code: Decodable {
        let code: String
        let label: Words
        let definition: Words
        let usualCondition: Words?

        var entry: CodeList.Entry {
            CodeList.Entry(
                code: code, label: label.both, definition: definition.both, usualCondition: usualCondition?.both)
        }
    }

    private struct Words: Decodable {
        let nl: String
        let en: String

        var both: Bilingual { Bilingual(dutch: nl, english: en) }
    }
}
