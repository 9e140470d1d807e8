import Foundation

/// The tags and texts of a page, read as far as the tests need.
struct Markup: Sendable {
    struct Tag: Sendable {
        let name: String
        let attributes: [String: String]

        subscript(_ name: String) -> String? { attributes[name] }
    }

    enum Piece: Sendable {
        case open(Tag)
        case close(String)
        case text(String)
    }

    let pieces: [Piece]

    init(_ html: String) {
        var pieces: [Piece] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            if start > rest.startIndex { pieces.append(.text(Self.decoded(rest[..<start]))) }
            guard let end = rest[start...].firstIndex(of: ">") else { break }
            let inner = rest[rest.index(after: start)..<end]
            if inner.hasPrefix("/") {
                pieces.append(.close(inner.dropFirst().lowercased()))
            } else if !inner.hasPrefix("!") {
                pieces.append(.open(Self.tag(inner)))
            }
            rest = rest[rest.index(after: end)...]
        }
        self.pieces = pieces
    }

    /// By hand: the walks read thousands of pages, and a regular expression is built anew for each of their tags.
    private static func tag(_ inner: Substring) -> Tag {
        let name = inner.prefix { !$0.isWhitespace }
        var attributes: [String: String] = [:]
        var rest = inner.dropFirst(name.count)
        while true {
            rest = rest.drop { $0.isWhitespace }
            let key = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "\"" }
            if key.isEmpty {
                guard !rest.isEmpty else { break }
                rest = rest.dropFirst()
                continue
            }
            rest = rest[key.endIndex...]
            guard rest.hasPrefix("=\"") else {
                attributes[String(key)] = ""
                continue
            }
            let value = rest.dropFirst(2).prefix { $0 != "\"" }
            attributes[String(key)] = decoded(value)
            rest = rest[value.endIndex...].dropFirst()
        }
        return Tag(name: name.lowercased(), attributes: attributes)
    }

    private static func decoded(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
        return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    var tags: [Tag] { pieces.compactMap { if case .open(let tag) = $0 { tag } else { nil } } }

    func tags(_ names: String...) -> [Tag] { tags.filter { names.contains($0.name) } }

    var ids: [String] { tags.compactMap { $0["id"] } }

    /// The text inside the first element with this name.
    func text(of name: String) -> String? {
        guard let start = pieces.firstIndex(where: { if case .open(let tag) = $0 { tag.name == name } else { false } })
        else { return nil }
        var text = ""
        for piece in pieces[start...].dropFirst() {
            switch piece {
            case .text(let more): text += more
            case .close(let closed) where closed == name: return text
            case .close, .open: break
            }
        }
        return text
    }

    /// Text between the borders of blocks, one for each block.
    var blocks: [String] {
        let inline: Set = ["a", "strong", "span", "code"]
        var blocks = [""]
        for piece in pieces {
            switch piece {
            case .text(let text): blocks[blocks.count - 1] += text
            case .open(let tag) where inline.contains(tag.name): break
            case .close(let name) where inline.contains(name): break
            case .open, .close: blocks.append("")
            }
        }
        return blocks.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
    }
}
