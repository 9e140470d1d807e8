import Domain
import Foundation

/// A published code list (feature F24).
struct CodeListBody: Encodable, Sendable {
    let name: String
    let label: BilingualBody
    @OrNull var description: BilingualBody?
    let codes: [EntryBody]

    struct EntryBody: Encodable, Sendable {
        let code: String
        let label: BilingualBody
        let definition: BilingualBody
        @OrNull var usualCondition: BilingualBody?
    }

    init(_ list: CodeList) {
        (name, label) = (list.name, BilingualBody(list.label))
        description = list.description.map(BilingualBody.init)
        codes = list.entries.map { entry in
            EntryBody(
                code: entry.code, label: BilingualBody(entry.label), definition: BilingualBody(entry.definition),
                usualCondition: entry.usualCondition.map(BilingualBody.init))
        }
    }

    private static let bilingual = Schema.named(BilingualBody.schema)

    static let schema = Schema.Named(
        "CodeList",
        .object([
            Schema.Property("name", .text), Schema.Property("label", bilingual), .optional("description", bilingual),
            Schema.Property(
                "codes",
                .array(
                    .object([
                        Schema.Property("code", .text), Schema.Property("label", bilingual),
                        Schema.Property("definition", bilingual), .optional("usualCondition", bilingual),
                    ]))),
        ]))
}

struct BilingualBody: Encodable, Sendable {
    let nl: String
    let en: String

    init(_ text: Bilingual) {
        (nl, en) = (text.dutch, text.english)
    }

    static let schema = Schema.Named(
        "Bilingual", .object([Schema.Property("nl", .text), Schema.Property("en", .text)]))
}
