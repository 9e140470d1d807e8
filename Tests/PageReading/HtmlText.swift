import Foundation

/// The texts of a page as people read them: sentences, and the words in them (conventions section 5).
struct HtmlText: Sendable {
    /// One for each block that has text of its own, with the language it is in.
    struct Block: Sendable {
        let text: String
        let language: String
    }

    let blocks: [Block]

    init(_ page: MarkupTree) {
        var found: [Block] = []
        Self.collect(page.body, page.root["lang"] ?? "", into: &found)
        blocks = found
    }

    private static let inline: Set = [
        "a", "strong", "em", "span", "code", "abbr", "b", "i", "small", "time", "kbd", "label", "sup",
    ]

    private static func collect(_ element: MarkupTree.Element, _ outer: String, into found: inout [Block]) {
        guard !MarkupTree.silent.contains(element.name), element["aria-hidden"] != "true" else { return }
        let language = element["lang"] ?? outer
        var text = ""
        func end() {
            let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if !words.isEmpty { found.append(Block(text: words, language: language)) }
            text = ""
        }
        for child in element.children {
            switch child {
            case .text(let more): text += more
            case .element(let inner) where isInline(inner) && (inner["lang"] ?? language) == language:
                text += inner.text
            case .element(let inner):
                end()
                collect(inner, language, into: &found)
            }
        }
        end()
    }

    private static func isInline(_ element: MarkupTree.Element) -> Bool {
        inline.contains(element.name) && element.inner.allSatisfy { inline.contains($0.name) && $0["lang"] == nil }
    }

    /// Sentences, and what stands alone as a heading, a label or a cell.
    func sentences(in language: String) -> [String] {
        blocks.filter { $0.language == language }.flatMap { Self.sentences($0.text) }
    }

    /// By hand, for a regular expression is built anew for each of thousands of blocks.
    static func sentences(_ text: String) -> [String] {
        var sentences: [String] = []
        var (start, place) = (text.startIndex, text.startIndex)
        while place < text.endIndex {
            let sign = text[place]
            place = text.index(after: place)
            // A number such as 14.05 or 033-448 ends no sentence; a colon and a middle dot begin a new thought.
            guard ends.contains(sign) else { continue }
            let rest = text[place...].drop { closing.contains($0) }
            guard rest.first?.isWhitespace ?? true else { continue }
            sentences.append(String(text[start..<text.index(before: place)]))
            place = rest.isEmpty ? text.endIndex : text.index(after: rest.startIndex)
            start = place
        }
        sentences.append(String(text[start...]))
        return sentences.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private static let ends: Set<Character> = [".", "!", "?", "…", ":", "·"]
    private static let closing: Set<Character> = ["’", "”", "\"", "'", ")"]

    /// The text with a nought for every figure: how a time or a day is written shows in it.
    static func shape(of text: String) -> String {
        let noughts = text.utf8.map { (0x30...0x39).contains($0) ? 0x30 : $0 }
        return String(decoding: noughts, as: UTF8.self)
    }

    static func words(_ sentence: String) -> [Substring] {
        sentence.split { $0.isWhitespace || $0 == "–" || $0 == "/" }.filter { $0.contains(where: \.isLetter) }
    }
}
