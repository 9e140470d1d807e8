/// What a gzip file says at its end of what is in it, RFC 1952 §2.3.1: CRC-32 and length.
enum GzipTrailer {
    /// Whether `compressed` is one gzip member whose check sum and length are those of `content`. So a file that was
    /// compressed before its content was last changed is found out without unpacking it.
    static func fits(_ compressed: [UInt8], _ content: [UInt8]) -> Bool {
        // ID1, ID2 and CM = 8 (deflate); ten bytes of header and eight of trailer at least.
        guard compressed.count >= 18, compressed.starts(with: [0x1F, 0x8B, 0x08]) else { return false }
        let trailer = compressed.suffix(8)
        return littleEndian(trailer.prefix(4)) == checksum(content)
            && littleEndian(trailer.suffix(4)) == UInt32(truncatingIfNeeded: content.count)
    }

    /// CRC-32 of ISO 3309, as RFC 1952 §8 has it.
    static func checksum(_ content: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in content {
            sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8)
        }
        return ~sum
    }

    /// For every byte what it does to the sum.
    private static let table: [UInt32] = (0..<256).map { (byte: UInt32) in
        (0..<8).reduce(byte) { sum, _ in sum & 1 == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB8_8320 }
    }

    private static func littleEndian(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}
