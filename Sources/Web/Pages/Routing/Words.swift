import Domain

/// Says a text in the language of the page: each text stands beside its translation, so that none can be missing.
struct Words: Hashable, Sendable {
    let language: Language

    /// - Parameters:
    ///   - dutch: plain Dutch (B1), as the users read it.
    ///   - english: the same in plain English.
    func callAsFunction(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        switch language {
        case .dutch: dutch()
        case .english: english()
        }
    }

    /// What a page begins its addresses with: nothing in Dutch, `/en` in English.
    var prefix: String {
        switch language {
        case .dutch: ""
        case .english: "/en"
        }
    }

    /// The language of names of the registry where it is not that of the page: those are Dutch.
    var ofNames: String? { language == .dutch ? nil : "nl" }

    /// `een`, `een en twee`, `een, twee en drie`.
    func listing(_ words: [String], or: Bool = false) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        let joint = or ? self("of", "or") : self("en", "and")
        return words.dropLast().joined(separator: ", ") + " \(joint) " + last
    }

    /// The address of a page of ours in this language.
    ///
    /// - Parameter path: begins with `/`, and has no language in it.
    func href(_ path: String) -> String { path == "/" && !prefix.isEmpty ? prefix : prefix + path }
}
