/// FNV-1a of 128 bits: tells one content from another, and is no protection against who wants two to be alike.
struct ContentHash: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    /// The arithmetic is that of one `UInt128`, in halves: without optimisation that is twenty times faster, and the
    /// tests read the files too. The prime is 2⁸⁸ + 0x13B.
    init(_ content: [UInt8]) {
        var (high, low): (UInt64, UInt64) = (0x6C62_272E_07BB_0142, 0x62B8_2175_6295_C58D)
        content.withUnsafeBufferPointer { bytes in
            for byte in bytes {
                low ^= UInt64(byte)
                let product = low.multipliedFullWidth(by: 0x13B)
                high = (high &* 0x13B) &+ product.high &+ (low &<< 24)
                low = product.low
            }
        }
        (self.high, self.low) = (high, low)
    }

    /// 32 hexadecimal digits.
    var text: String { version + Self.digits(low) }

    /// The first 16 hexadecimal digits, as they stand in a versioned name.
    var version: String { Self.digits(high) }

    private static func digits(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
