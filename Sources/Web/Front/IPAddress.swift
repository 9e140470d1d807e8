import Foundation

/// An IPv4 or IPv6 address as a number of 128 bits.
///
/// IPv4 is kept as the IPv6 address that stands for it, `::ffff:a.b.c.d` (RFC 4291 §2.5.5.2), so that both ways to
/// write one address are one value.
package struct IPAddress: Hashable, Sendable {
    package let number: UInt128

    /// - Parameter text: as numbers, without brackets and port. A zone (`%eth0`) says nothing of who it is, and is
    ///   left off.
    package init?(_ text: some StringProtocol) {
        let bytes = text.utf8.prefix { $0 != UInt8(ascii: "%") }
        // The longest is ::ffff:255.255.255.255 with full groups, 45 characters.
        guard (2...45).contains(bytes.count), !bytes.contains(0) else { return nil }
        let plain = String(decoding: bytes, as: UTF8.self)
        var (four, six) = (in_addr(), in6_addr())
        if inet_pton(AF_INET, plain, &four) == 1 {
            number = Self.mappedPrefix | UInt128(UInt32(bigEndian: four.s_addr))
        } else if inet_pton(AF_INET6, plain, &six) == 1 {
            number = withUnsafeBytes(of: six) { UInt128(bigEndian: $0.loadUnaligned(as: UInt128.self)) }
        } else {
            return nil
        }
    }

    init(number: UInt128) {
        self.number = number
    }

    package var isIPv4: Bool { number & ~UInt128(UInt32.max) == Self.mappedPrefix }

    package var isLoopback: Bool { isIPv4 ? number >> 24 & 0xFF == 127 : number == 1 }

    /// IPv4 with dots; IPv6 as RFC 5952 has it.
    package var text: String {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        if isIPv4 {
            var four = in_addr(s_addr: UInt32(truncatingIfNeeded: number).bigEndian)
            inet_ntop(AF_INET, &four, &buffer, socklen_t(buffer.count))
        } else {
            var six = in6_addr()
            withUnsafeMutableBytes(of: &six) { $0.storeBytes(of: number.bigEndian, as: UInt128.self) }
            inet_ntop(AF_INET6, &six, &buffer, socklen_t(buffer.count))
        }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static let mappedPrefix: UInt128 = 0xFFFF << 32
}
