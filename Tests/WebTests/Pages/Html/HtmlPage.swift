import Domain
import Foundation
import HTTP
import Registry
import Testing

@testable import PageReading

/// Every kind of page in each language, as a tree.
struct HtmlPage: Sendable {
    let kind: SamplePages
    let language: Language
    let status: Int
    let tree: MarkupTree
    let text: HtmlText

    var name: String { "\(kind) (\(language.rawValue))" }

    private static let pressed: Set<SamplePages> = [.rulesFault, .rulesCheck, .rulesSame, .rulesConflict]

    /// Each page asked and read once.
    static let all = Result { () throws -> [HtmlPage] in
        let program = try TestProgram.reading.get()
        return try SamplePages.allCases.flatMap { kind in
            // The log is there in Dutch alone; pages that are pressed through several forms are pressed in Dutch.
            let isDutchOnly = kind.rawValue.hasPrefix("log") || Self.pressed.contains(kind)
            return try (isDutchOnly ? [.dutch] : Language.allCases).map { language in
                let prefix = language == .dutch ? "" : "/en"
                let response = try TestProgram.$prefix.withValue(prefix) { try kind.response(from: program) }
                let tree = MarkupTree(html: response.text)
                return HtmlPage(
                    kind: kind, language: language, status: response.status.code, tree: tree, text: HtmlText(tree))
            }
        }
    }
}
