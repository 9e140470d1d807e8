/// Chooses among media types by what a client accepts, RFC 9110 §12.5.1.
package enum Accept {
    /// The offered type the client likes best; `nil` when it accepts none of them (406).
    ///
    /// Each offer has the quality of the most specific range it falls under. The highest wins; among equals the one
    /// named most specifically, then the one offered first. No field, or an empty one, accepts everything. A member
    /// of the field that is not in the grammar counts for nothing.
    package static func best(of offers: [MediaType], for field: String?) -> MediaType? {
        guard let field, !field.utf8.trimmed.isEmpty else { return offers.first }
        let ranges = ranges(field)
        var best: (offer: MediaType, quality: Int, specificity: Int)?
        for offer in offers {
            guard let range = ranges.filter({ $0.contains(offer) }).max(by: { $0.specificity < $1.specificity }),
                range.quality > 0
            else { continue }
            if let best, (best.quality, best.specificity) >= (range.quality, range.specificity) { continue }
            best = (offer, range.quality, range.specificity)
        }
        return best?.offer
    }

    /// A field of more members than this is longer than anybody means; the rest counts for nothing.
    private static let mostMembers = 64

    /// The well-formed ranges of a field, in order.
    package static func ranges(_ field: String) -> [MediaRange] {
        QuotedText.split(ArraySlice(field.utf8), at: UInt8(ascii: ","), atMost: mostMembers)
            .compactMap { MediaRange(String(decoding: $0, as: UTF8.self)) }
    }
}
