/// `IPv6address`, RFC 3986 §3.2.2: eight groups of up to four hexadecimal digits, or fewer with one `::`; an IPv4
/// address may stand for the last two. Without a zone.
enum IPv6Text {
    static func isValid(_ bytes: Span<UInt8>) -> Bool {
        var (groups, gaps, place) = (0, 0, 0)
        if isGap(bytes, at: 0) { (gaps, place) = (1, 2) }
        while place < bytes.count {
            var end = place
            while end < bytes.count, bytes[end].hexadecimalValue != nil { end += 1 }
            if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
                guard isIPv4(bytes.extracting(place...)) else { return false }
                groups += 2
                break
            }
            guard (1...4).contains(end - place) else { return false }
            groups += 1
            if end == bytes.count { break }
            if isGap(bytes, at: end) {
                (gaps, place) = (gaps + 1, end + 2)
            } else {
                guard bytes[end] == UInt8(ascii: ":"), end + 1 < bytes.count else { return false }
                place = end + 1
            }
        }
        return gaps == 0 ? groups == 8 : gaps == 1 && groups <= 7
    }

    private static func isGap(_ bytes: Span<UInt8>, at place: Int) -> Bool {
        place + 1 < bytes.count && bytes[place] == UInt8(ascii: ":") && bytes[place + 1] == UInt8(ascii: ":")
    }

    /// Four numbers up to 255 without leading zeros, with dots between them.
    private static func isIPv4(_ bytes: Span<UInt8>) -> Bool {
        var (octets, place) = (0, 0)
        while place <= bytes.count {
            let end = bytes.place(of: UInt8(ascii: "."), from: place)
            let octet = bytes.extracting(place..<end)
            guard (1...3).contains(octet.count), let number = octet.number, number <= 255 else { return false }
            guard octet.count == 1 || octet[0] != UInt8(ascii: "0") else { return false }
            octets += 1
            place = end + 1
        }
        return octets == 4
    }
}
