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
    static func text(_ text: String) -> HTML { HTML(markup: escaped(text)) }

    /// An element with its attributes; an attribute that is `nil` is left out, an empty one stands alone.
    static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ content: HTML...
    ) -> HTML {
        element(name, attributes, content)
    }

    static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ content: [HTML]
    ) -> HTML {
        let inner = content.map(\.markup).joined()
        return HTML(markup: opening(name, attributes) + inner + "</\(name)>")
    }

    /// An element that has no content and no end, such as `input`.
    static func void(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) -> HTML {
        HTML(markup: opening(name, attributes))
    }

    static func joined(_ parts: [HTML]) -> HTML { HTML(markup: parts.map(\.markup).joined()) }

    /// The whole document.
    func document() -> [UInt8] { Array(("<!doctype html>\n" + markup + "\n").utf8) }

    private static func opening(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) -> String {
        let written = attributes.compactMap { name, value in
            value.map { $0.isEmpty ? " \(name)" : " \(name)=\"\(escaped($0))\"" }
        }
        return "<\(name)\(written.joined())>"
    }

    private static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: needsCare) else { return text }
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: if !isUnseen(character) { escaped.unicodeScalars.append(character) }
            }
        }
        return escaped
    }

    private static func needsCare(_ character: Unicode.Scalar) -> Bool {
        switch character {
        case "a"..."z", "A"..."Z", " ": false
        case "&", "<", ">", "\"", "'": true
        default: isUnseen(character)
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
