/// `uri-host [ ":" port ]`, RFC 9110 §7.2 and RFC 3986 §3.2.2, as `Host` and absolute-form carry it.
enum HostField {
    /// An empty host is none for `http`, RFC 9110 §4.2.1. The port may be empty, and is at most 65535.
    static func isValid(_ bytes: Span<UInt8>) -> Bool {
        guard !bytes.isEmpty else { return false }
        let hostEnd: Int
        if bytes[0] == UInt8(ascii: "[") {
            let close = bytes.place(of: UInt8(ascii: "]"))
            guard close < bytes.count, IPv6Text.isValid(bytes.extracting(1..<close)) else { return false }
            hostEnd = close + 1
        } else {
            hostEnd = bytes.place(of: UInt8(ascii: ":"))
            guard isName(bytes.extracting(..<hostEnd)) else { return false }
        }
        guard hostEnd < bytes.count else { return true }
        return bytes[hostEnd] == UInt8(ascii: ":") && isPort(bytes.extracting((hostEnd + 1)...))
    }

    /// Where host and port lie in what is valid; the port is empty when there is none.
    static func places(in bytes: Span<UInt8>) -> (host: Range<Int>, port: Range<Int>) {
        let bracket = bytes.place(of: UInt8(ascii: "]"))
        let colon = bytes.place(of: UInt8(ascii: ":"), from: bracket < bytes.count ? bracket : 0)
        return (0..<colon, min(colon + 1, bytes.count)..<bytes.count)
    }

    private static func isName(_ bytes: Span<UInt8>) -> Bool {
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "%") {
                guard place + 2 < bytes.count, bytes[place + 1].hexadecimalValue != nil,
                    bytes[place + 2].hexadecimalValue != nil
                else { return false }
                place += 3
            } else {
                guard bytes[place].isRegisteredName else { return false }
                place += 1
            }
        }
        return !bytes.isEmpty
    }

    /// None is allowed, RFC 3986 §3.2.3.
    private static func isPort(_ digits: Span<UInt8>) -> Bool {
        guard !digits.isEmpty else { return true }
        guard digits.count <= 5, let port = digits.number else { return false }
        return port <= 65_535
    }
}
