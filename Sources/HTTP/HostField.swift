/// `uri-host [ ":" port ]`, RFC 9110 §7.2 and RFC 3986 §3.2.2, as `Host` and absolute-form carry it.
enum HostField {
    /// An empty host is none for `http`, RFC 9110 §4.2.1. The port may be empty, and is at most 65535.
    static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
        let hostEnd: ArraySlice<UInt8>.Index
        if bytes.first == UInt8(ascii: "[") {
            guard let close = bytes.firstIndex(of: UInt8(ascii: "]")) else { return false }
            let address = bytes[..<close].dropFirst()
            guard !address.isEmpty, address.allSatisfy(isAddressByte) else { return false }
            hostEnd = bytes.index(after: close)
        } else {
            hostEnd = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
            guard isName(bytes[..<hostEnd]) else { return false }
        }
        let rest = bytes[hostEnd...]
        return rest.isEmpty || (rest.first == UInt8(ascii: ":") && isPort(rest.dropFirst()))
    }

    /// Of an IPv6 address, without a zone.
    private static func isAddressByte(_ byte: UInt8) -> Bool {
        byte.hexadecimalValue != nil || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
    }

    private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard !bytes.isEmpty else { return false }
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard rest.popFirst()?.hexadecimalValue != nil, rest.popFirst()?.hexadecimalValue != nil else {
                    return false
                }
            } else if !byte.isRegisteredName {
                return false
            }
        }
        return true
    }

    private static func isPort(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.count <= 5, digits.allSatisfy(\.isDigit) else { return false }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 65_535
    }
}
