/// A media type with its parameters, RFC 9110 §8.3.1. Type, subtype and parameter names in small letters.
package struct MediaType: Hashable, Sendable, CustomStringConvertible {
    package let type: String
    package let subtype: String
    package let parameters: [String: String]

    /// `nil` when `text` is not `type/subtype` with well-formed parameters, each name once.
    package init?(_ text: String) {
        let pieces = QuotedText.split(ArraySlice(text.utf8), at: UInt8(ascii: ";"))
        guard let essence = pieces.first?.trimmed else { return nil }
        let halves = essence.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard halves.count == 2, let type = halves.first, let subtype = halves.last,
            halves.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isToken) }),
            let parameters = Self.parameters(pieces.dropFirst())
        else { return nil }
        self.type = String(decoding: type.map(\.lowercased), as: UTF8.self)
        self.subtype = String(decoding: subtype.map(\.lowercased), as: UTF8.self)
        self.parameters = parameters
    }

    /// `type/subtype`, without parameters.
    package var essence: String { "\(type)/\(subtype)" }

    /// For a field: parameters sorted by name, values quoted where they are no tokens.
    package var description: String {
        parameters.sorted { $0.key < $1.key }.reduce(essence) { "\($0); \($1.key)=\(QuotedText.quoted($1.value))" }
    }

    /// `OWS name "=" ( token / quoted-string ) OWS` each; a piece of blanks alone is passed over.
    private static func parameters(_ pieces: ArraySlice<ArraySlice<UInt8>>) -> [String: String]? {
        var parameters: [String: String] = [:]
        for piece in pieces.map(\.trimmed) where !piece.isEmpty {
            guard let cut = piece.firstIndex(of: UInt8(ascii: "=")), cut > piece.startIndex,
                piece[..<cut].allSatisfy(\.isToken), let value = QuotedText.value(piece[cut...].dropFirst())
            else { return nil }
            let name = String(decoding: piece[..<cut].map(\.lowercased), as: UTF8.self)
            guard parameters.updateValue(value, forKey: name) == nil else { return nil }
        }
        return parameters
    }
}
