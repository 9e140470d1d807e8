/// Quoted strings inside field values, RFC 9110 §5.6.4.
enum QuotedText {
    /// The pieces between `separator` bytes that stand outside quotes; at least one. What comes after so many
    /// pieces is left off.
    static func split(
        _ bytes: ArraySlice<UInt8>, at separator: UInt8, atMost limit: Int = .max
    ) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        var (isQuoted, isEscaped) = (false, false)
        for (index, byte) in zip(bytes.indices, bytes) {
            if isEscaped {
                isEscaped = false
            } else if isQuoted, byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == separator, !isQuoted {
                pieces.append(bytes[start..<index])
                if pieces.count == limit { return pieces }
                start = bytes.index(after: index)
            }
        }
        return pieces + [bytes[start...]]
    }

    /// What a token or a quoted string says; `nil` when `bytes` is neither.
    static func value(_ bytes: ArraySlice<UInt8>) -> String? {
        guard bytes.first == UInt8(ascii: "\"") else {
            return !bytes.isEmpty && bytes.allSatisfy(\.isToken) ? String(decoding: bytes, as: UTF8.self) : nil
        }
        var value: [UInt8] = []
        var rest = bytes.dropFirst()
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return rest.isEmpty ? String(decoding: value, as: UTF8.self) : nil
            case UInt8(ascii: "\\"):
                guard let escaped = rest.popFirst() else { return nil }
                value.append(escaped)
            default: value.append(byte)
            }
        }
        return nil
    }

    static func quoted(_ value: String) -> String {
        guard value.isEmpty || !value.utf8.allSatisfy(\.isToken) else { return value }
        let escaped = value.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
        return "\"\(String(escaped))\""
    }
}
