import Foundation

/// A habit every page keeps (conventions sections 4 to 6), and what of a page breaks it.
struct HtmlRule: Sendable {
    let name: String
    /// What is wrong; empty where nothing is.
    let faults: @Sendable (MarkupTree) -> [String]
    /// Markup that breaks this rule, so that it is known to see something.
    let broken: String

    init(_ name: String, broken: String, _ faults: @escaping @Sendable (MarkupTree) -> [String]) {
        (self.name, self.broken, self.faults) = (name, broken, faults)
    }

    static let all: [HtmlRule] = structure + lists + forms + errors + links + look
}
