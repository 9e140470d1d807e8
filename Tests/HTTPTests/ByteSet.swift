/// Some of the 256 bytes.
struct ByteSet: Hashable, Sendable, ExpressibleByStringLiteral {
    private var low: UInt128 = 0
    private var high: UInt128 = 0

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if byte < 0x80 { low |= 1 << UInt128(byte) } else { high |= 1 << UInt128(byte - 0x80) }
        }
    }

    /// The bytes of a text.
    init(stringLiteral text: String) { self.init(text.utf8) }

    static let all = ByteSet(UInt8.min...UInt8.max)
    static let none = ByteSet([])

    func contains(_ byte: UInt8) -> Bool {
        byte < 0x80 ? low >> UInt128(byte) & 1 == 1 : high >> UInt128(byte - 0x80) & 1 == 1
    }

    static func + (one: ByteSet, other: ByteSet) -> ByteSet {
        var sum = one
        sum.low |= other.low
        sum.high |= other.high
        return sum
    }

    static func - (one: ByteSet, other: ByteSet) -> ByteSet {
        var difference = one
        difference.low &= ~other.low
        difference.high &= ~other.high
        return difference
    }
}

/// The byte classes of the RFCs' grammar, written from the RFCs and not from the parser.
extension ByteSet {
    static let digit: ByteSet = "0123456789"
    static let alphanumeric: ByteSet = digit + "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "abcdefghijklmnopqrstuvwxyz"
    static let hexadecimal: ByteSet = digit + "ABCDEF" + "abcdef"
    static let blank: ByteSet = " \t"
    static let obsText = ByteSet(0x80...0xFF)
    static let visible = ByteSet(0x21...0x7E)
    /// `tchar`, RFC 9110 §5.6.2.
    static let token: ByteSet = "!#$%&'*+-.^_`|~" + alphanumeric
    /// What a field value is made of, RFC 9110 §5.5; and what a quoted pair escapes, §5.6.4.
    static let content = blank + visible + obsText
    /// `qdtext`, RFC 9110 §5.6.4.
    static let quoted = content - "\"\\"
    static let unreserved: ByteSet = "-._~" + alphanumeric
    static let subDelimiters: ByteSet = "!$&'()*+,;="
    /// `reg-name` without escapes, RFC 3986 §3.2.2.
    static let name = unreserved + subDelimiters
    /// `pchar` without escapes and `/`, RFC 3986 §3.3.
    static let path = name + ":@/"
    /// `query` without escapes, RFC 3986 §3.4.
    static let query = path + "?"
}
