/// How the end of a request's body is found, RFC 9112 §6.3.
package enum BodyFraming: Hashable, Sendable {
    case none
    /// In bytes; more than 0 and within the limit.
    case length(Int)
    case chunked

    /// What two readers could understand in two ways is refused: a length beside a coding, a length given twice,
    /// a coding in HTTP/1.0, `chunked` anywhere but once and last.
    init(_ control: ControlFields, of fields: Fields, isHTTP11: Bool, limits: Limits) throws(RefusalReason) {
        switch (control.transferEncoding, control.contentLength) {
        case (.absent, .absent): self = .none
        case (.absent, .repeated): throw .contentLength
        case (.absent, .once(let length)):
            let count = try Self.count(fields.raw(length), limit: limits.body)
            self = count == 0 ? .none : .length(count)
        case (_, .once), (_, .repeated): throw .lengthAndEncoding
        case (.repeated, .absent): throw isHTTP11 ? .transferEncoding : .transferEncodingInHTTP10
        case (.once(let codings), .absent):
            guard isHTTP11 else { throw .transferEncodingInHTTP10 }
            try Self.checkChunked(fields.raw(codings))
            self = .chunked
        }
    }

    /// - Throws: ``RefusalReason/transferCodingUnknown`` (501) where only an unknown coding before a last `chunked`
    ///   stands in the way, else ``RefusalReason/transferEncoding`` (400), RFC 9112 §6.1 and §6.3.
    private static func checkChunked(_ value: ArraySlice<UInt8>) throws(RefusalReason) {
        let codings = value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(\.trimmed)
        let areChunked = codings.map { $0.equalsIgnoringCase("chunked".utf8) }
        guard areChunked.last == true, areChunked.filter(\.self).count == 1,
            codings.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isToken) })
        else { throw .transferEncoding }
        guard codings.count == 1 else { throw .transferCodingUnknown }
    }

    /// Digits only, one value: no sign, no list, no overflow, RFC 9110 §8.6.
    private static func count(_ digits: ArraySlice<UInt8>, limit: Int) throws(RefusalReason) -> Int {
        guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { throw .contentLength }
        var count = 0
        for digit in digits {
            let (tenfold, overflow) = count.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tenfold.addingReportingOverflow(Int(digit - 0x30))
            guard !overflow, !carry else { throw .contentLength }
            count = sum
        }
        guard count <= limit else { throw .bodyTooLarge }
        return count
    }
}
