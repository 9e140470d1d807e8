/// How the end of a request's body is found, RFC 9112 §6.3.
package enum BodyFraming: Hashable, Sendable {
    case none
    /// In bytes; more than 0 and within the limit.
    case length(Int)
    case chunked

    /// What two readers could understand in two ways is refused: a length beside a coding, a length given twice,
    /// a coding in HTTP/1.0, `chunked` anywhere but once and last.
    init(_ fields: Fields, isHTTP11: Bool, limits: Limits) throws(RefusalReason) {
        let lengths = fields.values(.contentLength)
        let codings = fields.values(.transferEncoding)
        if !codings.isEmpty {
            guard lengths.isEmpty else { throw .lengthAndEncoding }
            guard isHTTP11 else { throw .transferEncodingInHTTP10 }
            try Self.checkChunked(codings)
            self = .chunked
        } else if let length = lengths.first {
            guard lengths.count == 1 else { throw .contentLength }
            let count = try Self.count(length, limit: limits.body)
            self = count == 0 ? .none : .length(count)
        } else {
            self = .none
        }
    }

    /// - Throws: ``RefusalReason/transferCodingUnknown`` (501) where only an unknown coding before a last `chunked`
    ///   stands in the way, else ``RefusalReason/transferEncoding`` (400), RFC 9112 §6.1 and §6.3.
    private static func checkChunked(_ values: [String]) throws(RefusalReason) {
        guard let value = values.first, values.count == 1 else { throw .transferEncoding }
        let codings = value.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(\.trimmed)
        let areChunked = codings.map { $0.equalsIgnoringCase("chunked".utf8) }
        guard areChunked.last == true, areChunked.filter(\.self).count == 1,
            codings.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isToken) })
        else { throw .transferEncoding }
        guard codings.count == 1 else { throw .transferCodingUnknown }
    }

    /// Digits only, one value: no sign, no list, no overflow, RFC 9110 §8.6.
    private static func count(_ text: String, limit: Int) throws(RefusalReason) -> Int {
        guard !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else { throw .contentLength }
        var count = 0
        for digit in text.utf8 {
            let (tenfold, overflow) = count.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tenfold.addingReportingOverflow(Int(digit - 0x30))
            guard !overflow, !carry else { throw .contentLength }
            count = sum
        }
        guard count <= limit else { throw .bodyTooLarge }
        return count
    }
}
