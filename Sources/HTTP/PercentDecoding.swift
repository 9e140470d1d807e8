/// Percent-decoding of paths and queries, RFC 3986 §2.1: decoded once, and only what is UTF-8 afterwards.
enum PercentDecoding {
    /// - Parameter plusIsSpace: for `application/x-www-form-urlencoded`, where `+` stands for a space.
    /// - Throws: ``RefusalReason/percentEncoding``, ``RefusalReason/notUTF8``, and
    ///   ``RefusalReason/controlInTarget`` for NUL.
    static func text(_ bytes: Span<UInt8>, plusIsSpace: Bool = false) throws(RefusalReason) -> String {
        guard needsWork(bytes) else { return String(bytes) }
        let decoded = try self.bytes(bytes, plusIsSpace: plusIsSpace)
        guard !decoded.contains(0) else { throw .controlInTarget }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    private static func needsWork(_ bytes: Span<UInt8>) -> Bool {
        for place in bytes.indices {
            switch bytes[place] {
            case UInt8(ascii: "%"), UInt8(ascii: "+"), 0, 0x80...: return true
            default: break
            }
        }
        return false
    }

    private static func bytes(_ bytes: Span<UInt8>, plusIsSpace: Bool) throws(RefusalReason) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "%"):
                guard place + 1 < bytes.count, let high = bytes[place].hexadecimalValue,
                    let low = bytes[place + 1].hexadecimalValue
                else { throw .percentEncoding }
                decoded.append(high << 4 | low)
                place += 2
            case UInt8(ascii: "+") where plusIsSpace: decoded.append(.space)
            default: decoded.append(byte)
            }
        }
        return decoded
    }
}
