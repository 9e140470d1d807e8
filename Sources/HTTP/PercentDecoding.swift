/// Percent-decoding of paths and queries, RFC 3986 §2.1: decoded once, and only what is UTF-8 afterwards.
enum PercentDecoding {
    /// - Parameter plusIsSpace: for `application/x-www-form-urlencoded`, where `+` stands for a space.
    /// - Throws: ``RefusalReason/percentEncoding``, ``RefusalReason/notUTF8``, and
    ///   ``RefusalReason/controlInTarget`` for NUL.
    static func text(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool = false) throws(RefusalReason) -> String {
        guard bytes.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") || $0 == 0 || $0 >= 0x80 })
        else { return String(decoding: bytes, as: UTF8.self) }
        let decoded = try self.bytes(bytes, plusIsSpace: plusIsSpace)
        guard !decoded.contains(0) else { throw .controlInTarget }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    private static func bytes(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool) throws(RefusalReason) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst()?.hexadecimalValue, let low = rest.popFirst()?.hexadecimalValue else {
                    throw .percentEncoding
                }
                decoded.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: decoded.append(.space)
            default: decoded.append(byte)
            }
        }
        return decoded
    }
}
