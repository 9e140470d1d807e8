import Foundation

/// A piece of HTML. Text gets in only through ``text(_:)`` and attribute values, which escape it; markup gets in
/// only as the literals of this program. Text from outside can therefore never become markup, nor turn around the
/// direction in which the words beside it read.
struct HTML: Sendable {
    private(set) var markup: String

    private init(markup: String) {
        self.markup = markup
    }

    static let empty = HTML(markup: "")

    /// Text, escaped.
    static func text(_ text: String) -> HTML {
        guard needsCare(text) else { return HTML(markup: text) }
        var markup = ""
        escape(text, in: &markup)
        return HTML(markup: markup)
    }

    /// An element with its attributes; an attribute that is `nil` is left out, an empty one stands alone.
    static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ content: HTML...
    ) -> HTML {
        element(name, attributes, content)
    }

    static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ content: [HTML]
    ) -> HTML {
        // Each byte is copied once for each element around it, so room for all of them is taken at once.
        var markup = ""
        markup.reserveCapacity(content.reduce(64) { $0 + $1.markup.utf8.count })
        open(name, attributes, in: &markup)
        for part in content { markup += part.markup }
        markup += "</"
        markup += name.description
        markup += ">"
        return HTML(markup: markup)
    }

    /// An element that has no content and no end, such as `input`.
    static func void(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) -> HTML {
        var markup = ""
        open(name, attributes, in: &markup)
        return HTML(markup: markup)
    }

    static func joined(_ parts: [HTML]) -> HTML { HTML(markup: parts.map(\.markup).joined()) }

    /// The whole document.
    func document() -> [UInt8] { Array(("<!doctype html>\n" + markup + "\n").utf8) }

    private static func open(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>, in markup: inout String
    ) {
        markup += "<"
        markup += name.description
        for (name, value) in attributes {
            guard let value else { continue }
            markup += " "
            markup += name.description
            guard !value.isEmpty else { continue }
            markup += "=\""
            if needsCare(value) { escape(value, in: &markup) } else { markup += value }
            markup += "\""
        }
        markup += ">"
    }

    private static func escape(_ text: String, in markup: inout String) {
        for character in text.unicodeScalars {
            switch character {
            case "&": markup += "&amp;"
            case "<": markup += "&lt;"
            case ">": markup += "&gt;"
            case "\"": markup += "&quot;"
            case "'": markup += "&#39;"
            default: if !isUnseen(character) { markup.unicodeScalars.append(character) }
            }
        }
    }

    /// Whether something in a text is escaped or left out. By its bytes, for nearly all texts have none of it; some
    /// that have none are looked at once more, such as those with a dash.
    private static func needsCare(_ text: String) -> Bool {
        guard text.utf8.contains(where: mayNeedCare) else { return false }
        return text.unicodeScalars.contains { character in
            switch character {
            case "&", "<", ">", "\"", "'": true
            default: isUnseen(character)
            }
        }
    }

    /// Signs that are escaped, controls, and the bytes with which a character of ``isUnseen(_:)`` begins in UTF-8.
    private static func mayNeedCare(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00...0x1F, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: true
        default: false
        }
    }

    /// Controls, and marks of direction and of no width: with them a name could be made to read as another one
    /// (Unicode Technical Report 36, §2). They say nothing in a text, and are left out.
    private static func isUnseen(_ character: Unicode.Scalar) -> Bool {
        switch character.value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x2064,
            0x2066...0x2069, 0xFEFF:
            true
        default: false
        }
    }
}

extension HTML: ExpressibleByStringLiteral {
    /// Literals are text too.
    init(stringLiteral value: String) { self = .text(value) }
}
