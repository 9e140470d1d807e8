/// Text as it stands in markup: signs that mean something there are escaped, and characters that nobody sees are left
/// out.
enum MarkupText {
    /// Appends `text` in UTF-8. Stretches that stay as they are go over as a whole.
    static func write(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            var (written, index) = (0, 0)
            while index < bytes.count {
                guard mayNeedCare(bytes[index]), let (length, instead) = replacement(at: index, in: bytes) else {
                    index += 1
                    continue
                }
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written..<index]))
                instead.withUTF8Buffer { output.append(contentsOf: $0) }
                index += length
                written = index
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written...]))
        }
    }

    /// The bytes with which something begins that ``replacement(at:in:)`` has an answer for.
    @inline(__always)
    private static func mayNeedCare(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x3F...0x7E: false
        case 0x00...0x1F, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: true
        default: false
        }
    }

    /// How many bytes the character at `index` has, and what is written instead; `nil` where it stays as it is.
    ///
    /// Nothing is written instead of controls, and of marks of direction and of no width: with them a name could be made
    /// to read as another one (Unicode Technical Report 36, §2). They say nothing in a text.
    ///
    /// - Parameter bytes: valid UTF-8.
    private static func replacement(
        at index: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (length: Int, instead: StaticString)? {
        let next: UInt8 = index + 1 < bytes.count ? bytes[index + 1] : 0
        let last: UInt8 = index + 2 < bytes.count ? bytes[index + 2] : 0
        return switch (bytes[index], next, last) {
        case (UInt8(ascii: "&"), _, _): (1, "&amp;")
        case (UInt8(ascii: "<"), _, _): (1, "&lt;")
        case (UInt8(ascii: ">"), _, _): (1, "&gt;")
        case (UInt8(ascii: "\""), _, _): (1, "&quot;")
        case (UInt8(ascii: "'"), _, _): (1, "&#39;")
        case (0x09, _, _), (0x0A, _, _), (0x0D, _, _): nil
        case (0x00...0x1F, _, _), (0x7F, _, _): (1, "")
        // U+0080 to U+009F
        case (0xC2, 0x80...0x9F, _): (2, "")
        // U+061C
        case (0xD8, 0x9C, _): (2, "")
        // U+200B, U+200E and U+200F, U+202A to U+202E
        case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xAA...0xAE): (3, "")
        // U+2060 to U+2064, U+2066 to U+2069
        case (0xE2, 0x81, 0xA0...0xA4), (0xE2, 0x81, 0xA6...0xA9): (3, "")
        // U+FEFF
        case (0xEF, 0xBB, 0xBF): (3, "")
        default: nil
        }
    }
}
