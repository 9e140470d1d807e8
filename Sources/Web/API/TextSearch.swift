import Foundation

/// Looks for words without regard to case and accents, so that `fryslan` finds Fryslân.
struct TextSearch: Sendable {
    private let words: [String]

    init(_ text: String?) {
        words = Self.folded(text ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// Whether every word stands somewhere in `texts`; true where nothing is looked for.
    func hits(_ texts: [String?]) -> Bool {
        guard !words.isEmpty else { return true }
        let hay = Self.folded(texts.compactMap { $0 }.joined(separator: " "))
        return words.allSatisfy(hay.contains)
    }

    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}
