/// One member of `Accept`: a type, `type/*` or `*/*`, with its quality.
package struct MediaRange: Hashable, Sendable {
    package let type: MediaType
    /// In thousandths, 0 to 1000.
    package let quality: Int

    package init?(_ text: String) {
        let pieces = QuotedText.split(ArraySlice(text.utf8), at: UInt8(ascii: ";"))
        let weight = pieces.firstIndex { $0.trimmed.prefix(2).equalsIgnoringCase("q=".utf8) }
        let before = pieces[..<(weight ?? pieces.endIndex)].joined(separator: [UInt8(ascii: ";")])
        guard let type = MediaType(String(decoding: Array(before), as: UTF8.self)),
            type.type != "*" || type.subtype == "*"
        else { return nil }
        self.type = type
        guard let weight else {
            quality = 1000
            return
        }
        let value = pieces[weight].trimmed.dropFirst(2)
        guard let quality = Weight.thousandths(value.span) else { return nil }
        self.quality = quality
    }

    /// How much a range says: `*/*` least, then `type/*`, then a type, then more for every parameter.
    var specificity: Int { type.type == "*" ? 0 : type.subtype == "*" ? 1 : 2 + parameters.count }

    func contains(_ offer: MediaType) -> Bool {
        (type.type == "*" || type.type == offer.type) && (type.subtype == "*" || type.subtype == offer.subtype)
            && parameters.allSatisfy { offer.parameters[$0.key] == $0.value }
    }

    /// Without `charset=utf-8`: everything said here is UTF-8, whether the offer names it or not.
    private var parameters: [String: String] {
        type.parameters.filter { !($0.key == "charset" && $0.value.utf8.equalsIgnoringCase("utf-8".utf8)) }
    }
}
