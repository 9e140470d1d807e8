import Foundation

/// The addresses that share one limit: one of IPv4, or a /64 of IPv6, of which whoever has one address has them all.
enum AddressBlock: Hashable, Sendable {
    case four(UInt32)
    /// The first 64 bits.
    case six(UInt64)
    /// No address that can be read: a socket without one, or a test.
    case unknown

    /// - Parameter text: numbers, as the system writes them; a zone behind `%` does not count. An IPv4 address in
    ///   the form of IPv6 (`::ffff:192.0.2.1`) is the IPv4 address.
    init(_ text: String) {
        self = Self.four(text).map(AddressBlock.four) ?? Self.six(text) ?? .unknown
    }

    /// This machine itself; of IPv6 the block of `::1`, which nobody else has an address of.
    var isLoopback: Bool {
        switch self {
        case .four(let address): address >> 24 == 127
        case .six(let first): first == 0
        case .unknown: false
        }
    }

    /// The same for the same addresses, and for no others.
    var name: String {
        switch self {
        case .four(let address): "4 \(address)"
        case .six(let first): "6 \(first)"
        case .unknown: ""
        }
    }

    /// The usual form, read without help: this is done for every request.
    private static func four(_ text: String) -> UInt32? {
        var (address, octet, digits, dots): (UInt32, UInt32, Int, Int) = (0, 0, 0, 0)
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39:
                (octet, digits) = (octet * 10 + UInt32(byte - 0x30), digits + 1)
                guard octet <= 255, digits <= 3 else { return nil }
            case UInt8(ascii: "."):
                guard digits > 0, dots < 3 else { return nil }
                (address, octet, digits, dots) = (address << 8 | octet, 0, 0, dots + 1)
            default: return nil
            }
        }
        return digits > 0 && dots == 3 ? address << 8 | octet : nil
    }

    private static func six(_ text: String) -> AddressBlock? {
        var address = in6_addr()
        guard inet_pton(AF_INET6, String(text.prefix { $0 != "%" }), &address) == 1 else { return nil }
        return withUnsafeBytes(of: address) { bytes in
            let (first, second) = (number(bytes[0..<8]), number(bytes[8..<16]))
            guard first == 0, second >> 32 == 0xffff else { return .six(first) }
            return .four(UInt32(truncatingIfNeeded: second))
        }
    }

    private static func number(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
