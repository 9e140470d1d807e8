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
        try list(of: bytes.span)
    }

    static func list(of bytes: Span<UInt8>) throws(RefusalReason) -> [QueryItem] {
        var items: [QueryItem] = []
        var start = 0
        while start < bytes.count {
            let end = bytes.place(of: UInt8(ascii: "&"), from: start)
            if start < end { items.append(try item(bytes.extracting(start..<end))) }
            start = end + 1
        }
        return items
    }

    private static func item(_ piece: Span<UInt8>) throws(RefusalReason) -> QueryItem {
        let cut = piece.place(of: UInt8(ascii: "="))
        return QueryItem(
            name: try PercentDecoding.text(piece.extracting(..<cut), plusIsSpace: true),
            value: try PercentDecoding.text(piece.extracting(min(cut + 1, piece.count)...), plusIsSpace: true))
    }
}
