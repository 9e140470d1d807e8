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
        let bytes = Array(html.utf8)
        var rest = bytes[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            if start > rest.startIndex { pieces.append(.text(Self.decoded(rest[..<start]))) }
            guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else { break }
            let inner = rest[(start + 1)..<end]
            if inner.first == UInt8(ascii: "/") {
                pieces.append(.close(String(decoding: inner.dropFirst(), as: UTF8.self).lowercased()))
            } else if inner.first != UInt8(ascii: "!") {
                pieces.append(.open(Self.tag(inner)))
            }
            rest = rest[(end + 1)...]
        }
        self.pieces = pieces
    }

    /// By hand: the walks read thousands of pages, and a regular expression is built anew for each of their tags.
    private static func tag(_ inner: ArraySlice<UInt8>) -> Tag {
        let name = inner.prefix { !isSpace($0) }
        var attributes: [String: String] = [:]
        var rest = inner.dropFirst(name.count)
        while true {
            rest = rest.drop(while: isSpace)
            let key = rest.prefix { !isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "\"") }
            if key.isEmpty {
                guard !rest.isEmpty else { break }
                rest = rest.dropFirst()
                continue
            }
            let name = String(decoding: key, as: UTF8.self)
            rest = rest.dropFirst(key.count)
            guard rest.starts(with: "=\"".utf8) else {
                attributes[name] = ""
                continue
            }
            let value = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }
            attributes[name] = decoded(value)
            rest = rest.dropFirst(value.count + 3)
        }
        return Tag(name: String(decoding: name, as: UTF8.self).lowercased(), attributes: attributes)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// The signs that pages are written with; others stay as they are.
    private static let signs: [(name: [UInt8], sign: UInt8)] = [
        (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")),
        (Array("&quot;".utf8), UInt8(ascii: "\"")), (Array("&#39;".utf8), UInt8(ascii: "'")),
        (Array("&amp;".utf8), UInt8(ascii: "&")),
    ]

    private static func decoded(_ text: ArraySlice<UInt8>) -> String {
        guard text.contains(UInt8(ascii: "&")) else { return String(decoding: text, as: UTF8.self) }
        var (decoded, rest): ([UInt8], ArraySlice<UInt8>) = ([], text)
        while let byte = rest.first {
            let found = byte == UInt8(ascii: "&") ? signs.first { rest.starts(with: $0.name) } : nil
            decoded.append(found?.sign ?? byte)
            rest = rest.dropFirst(found?.name.count ?? 1)
        }
        return String(decoding: decoded, as: UTF8.self)
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
