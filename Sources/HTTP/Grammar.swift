/// The byte classes of HTTP and URI grammar; everything that scans bytes asks here.
extension UInt8 {
    static let carriageReturn: UInt8 = 0x0D
    static let lineFeed: UInt8 = 0x0A
    static let space: UInt8 = 0x20
    static let tab: UInt8 = 0x09

    /// `tchar`, RFC 9110 §5.6.2.
    var isToken: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true  // digits and letters
        case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E: true  // ! # $ % & ' * + - .
        case 0x5E...0x60, 0x7C, 0x7E: true  // ^ _ ` | ~
        default: false
        }
    }

    /// What may stand in a field value: HTAB, SP, VCHAR, obs-text, RFC 9110 §5.5.
    var isFieldContent: Bool {
        switch self {
        case 0x09, 0x20...0x7E, 0x80...0xFF: true
        default: false
        }
    }

    /// What may stand in a request target as sent: unreserved, reserved without `#`, and `%`, RFC 3986 §2.
    var isTarget: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0x21, 0x24...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40: true  // ! $ % & ' ( ) * + , - . / : ; = ? @
        case 0x5B, 0x5D, 0x5F, 0x7E: true  // [ ] _ ~
        default: false
        }
    }

    /// `pchar` or `/`, with `%` for the escapes, RFC 3986 §3.3.
    var isPath: Bool { isTarget && self != 0x3F && self != 0x5B && self != 0x5D }

    /// What may stand in a query, RFC 3986 §3.4.
    var isQuery: Bool { isPath || self == 0x3F }

    /// `reg-name` without escapes: unreserved and sub-delims, RFC 3986 §3.2.2.
    var isRegisteredName: Bool { isPath && self != 0x2F && self != 0x3A && self != 0x40 && self != 0x25 }

    /// C0 controls and DEL.
    var isControl: Bool { self < 0x20 || self == 0x7F }

    var isDigit: Bool { 0x30...0x39 ~= self }

    var isBlank: Bool { self == .space || self == .tab }

    /// 0 to 15 of a hexadecimal digit in either case; `nil` for every other byte.
    var hexadecimalValue: UInt8? {
        switch self {
        case 0x30...0x39: self &- 0x30
        case 0x41...0x46: self &- 0x37
        case 0x61...0x66: self &- 0x57
        default: nil
        }
    }

    /// ASCII capitals made small; other bytes as they are.
    var lowercased: UInt8 { 0x41...0x5A ~= self ? self | 0x20 : self }
}

extension Collection<UInt8> {
    /// Compares with ASCII letters in either case.
    func equalsIgnoringCase(_ other: some Collection<UInt8>) -> Bool {
        count == other.count && zip(self, other).allSatisfy { $0.lowercased == $1.lowercased }
    }
}

extension BidirectionalCollection<UInt8> where SubSequence: BidirectionalCollection {
    /// Without the spaces and tabs at both ends (`OWS`, RFC 9110 §5.6.3).
    var trimmed: SubSequence {
        guard let first = firstIndex(where: { !$0.isBlank }), let last = lastIndex(where: { !$0.isBlank }) else {
            return self[endIndex..<endIndex]
        }
        return self[first...last]
    }
}
