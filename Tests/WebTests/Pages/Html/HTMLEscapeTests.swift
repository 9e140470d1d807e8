import Hypertext
import TestTools
import Testing

@testable import Web

/// Writing by bytes against writing scalar by scalar.
@Suite("Text becomes markup only escaped")
struct HTMLEscapeTests {
    /// Signs of markup, controls, marks of direction and of no width, and what stands next to them in Unicode.
    private static let scalars: [Unicode.Scalar] = [
        "a", "Z", " ", "&", "<", ">", "\"", "'", "–", "é", "€", "😀", "\t", "\n", "\r", "\0", "\u{1F}", "\u{7F}",
        "\u{80}", "\u{9F}", "\u{A0}", "\u{61B}", "\u{61C}", "\u{61D}", "\u{200A}", "\u{200B}", "\u{200C}", "\u{200D}",
        "\u{200E}", "\u{200F}", "\u{2010}", "\u{2029}", "\u{202A}", "\u{202E}", "\u{202F}", "\u{2060}", "\u{2064}",
        "\u{2065}", "\u{2066}", "\u{2069}", "\u{206A}", "\u{FEFE}", "\u{FEFF}", "\u{FF00}", "\u{301}",
    ]

    private static let unseen: [ClosedRange<UInt32>] = [
        0x00...0x08, 0x0B...0x0C, 0x0E...0x1F, 0x7F...0x9F, 0x061C...0x061C, 0x200B...0x200B, 0x200E...0x200F,
        0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF...0xFEFF,
    ]

    private func naive(_ text: String) -> String {
        var written = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": written += "&amp;"
            case "<": written += "&lt;"
            case ">": written += "&gt;"
            case "\"": written += "&quot;"
            case "'": written += "&#39;"
            default:
                if !Self.unseen.contains(where: { $0.contains(scalar.value) }) { written.unicodeScalars.append(scalar) }
            }
        }
        return written
    }

    /// Bytes, for two strings are equal already when they are drawn alike.
    private func expect(_ html: HTML, _ text: String) { #expect(html.fragment() == Array(text.utf8)) }

    @Test func everyScalarAlone() {
        for scalar in Self.scalars {
            let text = String(scalar)
            expect(.text(text), naive(text))
            expect(
                .element("p", ["title": "x\(text)"], .text(text)),
                "<p title=\"\(naive("x\(text)"))\">\(naive(text))</p>")
        }
    }

    /// Around every character that is left out, a block of 256 at a time, so that each stands beside its neighbours.
    @Test(arguments: Array(0..<0x30) + [0xFD, 0xFE, 0xFF, 0x1F6])
    func everyScalarOfABlock(block: UInt32) {
        var text = ""
        for value in block << 8..<(block + 1) << 8 {
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        expect(.text(text), naive(text))
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func anyText(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            var text = ""
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                text.unicodeScalars.append(try #require(Self.scalars.randomElement(using: &random)))
            }
            expect(.text(text), naive(text))
            expect(.void("input", ["value": "=\(text)"]), "<input value=\"=\(naive(text))\">")
        }
    }

    @Test func anAttributeIsLeftOutStandsAloneOrHasAValue() {
        expect(
            .element("a", ["href": "/", "hidden": "", "title": nil], "x", .void("br", [:]), .empty),
            "<a href=\"/\" hidden>x<br></a>")
        expect(.element("ul", [:], [HTML]()), "<ul></ul>")
    }
}
