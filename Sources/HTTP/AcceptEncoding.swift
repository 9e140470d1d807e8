/// How well a client likes a content with gzip and one without coding, RFC 9110 §12.5.3.
///
/// A member of the field that is not in the grammar counts for nothing; a coding named twice has its lower quality.
package struct AcceptEncoding: Hashable, Sendable {
    /// In thousandths; 0: not wanted.
    package var gzip: Int { named.gzip ?? named.others ?? 0 }
    /// In thousandths; 0: expressly refused. Not named it is accepted, and liked least.
    package var identity: Int { named.identity ?? named.others ?? 1 }

    private struct Named: Hashable {
        var gzip: Int?
        var identity: Int?
        /// `*`
        var others: Int?
    }

    private var named = Named()

    /// - Parameter field: of a request that has it. Without the field anything is accepted, but a client that does
    ///   not speak of codings may not know any.
    package init(_ field: String) {
        let bytes = field.utf8.span
        var start = 0
        while start < bytes.count {
            let end = bytes.place(of: UInt8(ascii: ","), from: start)
            take(bytes.extracting(start..<end))
            start = end + 1
        }
    }

    /// `codings [ OWS ";" OWS "q=" qvalue ]`
    private mutating func take(_ member: Span<UInt8>) {
        let end = member.place(of: UInt8(ascii: ";"))
        let name = member.extracting(..<end)
        let coding = name.extracting(name.trimmedPlaces)
        guard let quality = end < member.count ? Self.quality(member.extracting((end + 1)...)) : 1000 else { return }
        if coding.equalsIgnoringCase("gzip") || coding.equalsIgnoringCase("x-gzip") {
            named.gzip = min(named.gzip ?? quality, quality)
        } else if coding.equalsIgnoringCase("identity") {
            named.identity = min(named.identity ?? quality, quality)
        } else if coding.equalsIgnoringCase("*") {
            named.others = min(named.others ?? quality, quality)
        }
    }

    private static func quality(_ parameter: Span<UInt8>) -> Int? {
        let weight = parameter.extracting(parameter.trimmedPlaces)
        guard weight.count > 2, weight.extracting(..<2).equalsIgnoringCase("q=") else { return nil }
        return Weight.thousandths(weight.extracting(2...))
    }
}
