/// Addresses that begin alike, as in `10.0.0.0/8` (RFC 4632 §3.1) or `2001:db8::/32` (RFC 4291 §2.3); one address
/// alone is a range too.
///
/// A range of IPv6 has no address of IPv4 in it, also where the number of one would fall in it.
package struct AddressRange: Hashable, Sendable {
    private let first: IPAddress
    /// How many bits from the left all have in common, of 128.
    private let prefix: Int

    /// `nil` for what is no range, and for one with bits behind its prefix: who writes `10.0.0.7/8` may mean either.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard !text.contains("%"), let address = IPAddress(parts[0]) else { return nil }
        // An address with a colon is counted as IPv6, whatever it stands for.
        let width = parts[0].contains(":") ? 128 : 32
        var length = width
        if parts.count == 2 {
            guard (1...3).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let given = Int(parts[1]), given <= width
            else { return nil }
            length = given
        }
        (first, prefix) = (address, 128 - width + length)
        guard address.number & ~mask == 0 else { return nil }
    }

    /// Whether it is all there is of its kind, so that it says nothing.
    var isEverybody: Bool { prefix == 0 || isIPv4 && prefix == 96 }

    package func contains(_ address: IPAddress) -> Bool {
        isIPv4 == address.isIPv4 && address.number & mask == first.number
    }

    private var isIPv4: Bool { prefix >= 96 && first.isIPv4 }

    /// A shift by the whole width gives zero.
    private var mask: UInt128 { UInt128.max << (128 - prefix) }
}
