import Foundation

/// The languages texts are kept in.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case dutch = "nl"
    case english = "en"
}

/// The same text in Dutch and English.
package struct Bilingual: Hashable, Sendable {
    package let dutch: String
    package let english: String

    package init(dutch: String, english: String) {
        (self.dutch, self.english) = (dutch, english)
    }

    package subscript(_ language: Language) -> String {
        switch language {
        case .dutch: dutch
        case .english: english
        }
    }
}

/// One published list of codes with what they mean (feature F24).
package struct CodeList: Hashable, Sendable {
    package let name: String
    package let label: Bilingual
    package let description: Bilingual?
    package let entries: [Entry]

    package struct Entry: Hashable, Sendable {
        package let code: String
        package let label: Bilingual
        package let definition: Bilingual
        /// The condition under which a contra-indication is usually no obstacle.
        package let usualCondition: Bilingual?

        package init(code: String, label: Bilingual, definition: Bilingual, usualCondition: Bilingual? = nil) {
            (self.code, self.label, self.definition) = (code, label, definition)
            self.usualCondition = usualCondition
        }
    }

    package init(name: String, label: Bilingual, description: Bilingual? = nil, entries: [Entry]) {
        (self.name, self.label, self.description, self.entries) = (name, label, description, entries)
    }
}

/// All code lists, with a look-up from a code to its words. The registry has checked that none is missing.
package struct CodeLists: Sendable {
    package let lists: [CodeList]
    private let entries: [String: [String: CodeList.Entry]]
    /// The labels alone, for they are asked for by hundreds.
    private let labels: [String: [String: Bilingual]]

    package init(_ lists: [CodeList]) {
        self.lists = lists
        let pairs = lists.map { list in
            (list.name, Dictionary(list.entries.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first }))
        }
        entries = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        labels = entries.mapValues { entries in entries.mapValues(\.label) }
    }

    package func list(named name: String) -> CodeList? { lists.first { $0.name == name } }

    package func entry<Kind: Code>(_ code: Kind) -> CodeList.Entry? { entries[Kind.listName]?[code.rawValue] }

    /// The label of `code`; the code itself where a list was left out, as in tests.
    package func label<Kind: Code>(_ code: Kind, in language: Language = .dutch) -> String {
        labels[Kind.listName]?[code.rawValue]?[language] ?? code.rawValue
    }
}
