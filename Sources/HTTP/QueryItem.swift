/// One name and value of a query or of a form, both decoded.
package struct QueryItem: Hashable, Sendable {
    package let name: String
    /// Empty when there was no `=`.
    package let value: String

    package init(name: String, value: String) { (self.name, self.value) = (name, value) }

    /// Reads `application/x-www-form-urlencoded` text, in order; empty pieces between `&` are passed over.
    ///
    /// For queries and for form bodies alike. `+` is a space.
    /// - Throws: ``RefusalReason/percentEncoding``, ``RefusalReason/notUTF8``, and
    ///   ``RefusalReason/controlInTarget`` for NUL.
    package static func list(of bytes: ArraySlice<UInt8>) throws(RefusalReason) -> [QueryItem] {
        guard !bytes.isEmpty else { return [] }
        var items: [QueryItem] = []
        for piece in bytes.split(separator: UInt8(ascii: "&")) {
            let cut = piece.firstIndex(of: UInt8(ascii: "=")) ?? piece.endIndex
            items.append(
                QueryItem(
                    name: try PercentDecoding.text(piece[..<cut], plusIsSpace: true),
                    value: try PercentDecoding.text(piece[cut...].dropFirst(), plusIsSpace: true)))
        }
        return items
    }
}
