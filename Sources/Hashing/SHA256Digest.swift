import Foundation

/// The 32 bytes that SHA-256 makes of a message.
///
/// Invariant: `bytes` has 32 elements. `==` may stop at the first difference; where
/// one side is secret, ask ``matches(_:)``.
package struct SHA256Digest: Hashable, Sendable {
    package let bytes: [UInt8]

    /// 32 zero bytes: stands where there is no digest yet, as before the first record of a chain.
    package static let zero = SHA256Digest(unchecked: Array(repeating: 0, count: byteCount))

    package static let byteCount = 32

    /// Reads exactly 64 hexadecimal digits in lower case; `nil` for anything else.
    package init?(hex: String) {
        self.init(hexBytes: Array(hex.utf8)[...])
    }

    /// The same from ASCII bytes, for readers that hold no text.
    package init?(hexBytes: ArraySlice<UInt8>) {
        guard hexBytes.count == 2 * Self.byteCount else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        var high: UInt8?
        for digit in hexBytes {
            guard let value = Self.value(ofDigit: digit) else { return nil }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        self.bytes = bytes
    }

    /// - Precondition: 32 bytes; only the hash function itself makes digests this way.
    init(unchecked bytes: [UInt8]) {
        precondition(bytes.count == Self.byteCount, "a SHA-256 digest has 32 bytes")
        self.bytes = bytes
    }

    /// 64 hexadecimal digits in lower case.
    package var hex: String { String(decoding: hexBytes, as: UTF8.self) }

    /// The digits of ``hex`` as ASCII bytes.
    package var hexBytes: [UInt8] {
        var digits: [UInt8] = []
        digits.reserveCapacity(2 * Self.byteCount)
        for byte in bytes {
            digits.append(Self.digit(of: byte >> 4))
            digits.append(Self.digit(of: byte & 0x0f))
        }
        return digits
    }

    /// Whether both are the same, in a time that does not depend on where they differ.
    package func matches(_ other: SHA256Digest) -> Bool {
        var difference: UInt8 = 0
        for (left, right) in zip(bytes, other.bytes) { difference |= left ^ right }
        return difference == 0
    }

    private static func value(ofDigit digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private static func digit(of value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + (value - 10)
    }
}
