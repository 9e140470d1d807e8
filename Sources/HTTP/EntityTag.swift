/// An entity tag, RFC 9110 §8.8.3: `"abc"`, or weak: `W/"abc"`.
package struct EntityTag: Hashable, Sendable, CustomStringConvertible {
    /// Without the quotes.
    package let opaque: String
    package let isWeak: Bool

    /// `nil` when `opaque` holds a byte that may not stand between the quotes.
    package init?(opaque: String, isWeak: Bool = false) {
        guard opaque.utf8.allSatisfy(Self.isInside) else { return nil }
        (self.opaque, self.isWeak) = (opaque, isWeak)
    }

    /// As it stands in a field.
    package var description: String { "\(isWeak ? "W/" : "")\"\(opaque)\"" }

    /// Both strong and equal, RFC 9110 §8.8.3.2.
    package func matchesStrongly(_ other: EntityTag) -> Bool { !isWeak && !other.isWeak && opaque == other.opaque }

    /// Equal, strong or weak.
    package func matchesWeakly(_ other: EntityTag) -> Bool { opaque == other.opaque }

    /// `etagc`: `!`, `#` to `~`, and bytes from 0x80.
    static func isInside(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x23...0x7E, 0x80...0xFF: true
        default: false
        }
    }
}
