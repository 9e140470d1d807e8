import Foundation

/// What was sent, made ready for looking for marks in every form in which one could be written: as it is,
/// percent-decoded, and with the escapes of JSON taken back.
struct Haystack: Sendable {
    private let forms: [[CChar]]

    init(_ text: String) {
        var forms = [text]
        if text.utf8.contains(UInt8(ascii: "%")) { forms.append(Self.percentDecoded(text)) }
        if text.utf8.contains(UInt8(ascii: "\\")) { forms.append(Self.unescaped(text)) }
        self.forms = forms.map(Self.searchable)
    }

    /// In small letters, with blanks for zeros, and ended by a zero, as the search wants it.
    private static func searchable(_ text: String) -> [CChar] {
        var text = text
        return text.withUTF8 { bytes in
            var result: [CChar] = []
            result.reserveCapacity(bytes.count + 1)
            var index = 0
            while index < bytes.count {
                let end = bytes[index...].firstIndex { $0 >= 0x80 } ?? bytes.count
                result += bytes[index..<end].map(Self.small)
                // What is small among other letters, which are few, the library knows.
                index = bytes[end...].firstIndex { $0 < 0x80 } ?? bytes.count
                let others = String(decoding: bytes[end..<index], as: UTF8.self).lowercased()
                result += others.utf8.map { CChar(bitPattern: $0) }
            }
            return result + [0]
        }
    }

    private static func small(_ byte: UInt8) -> CChar {
        switch byte {
        case 0: CChar(bitPattern: UInt8(ascii: " "))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): CChar(bitPattern: byte + 0x20)
        default: CChar(bitPattern: byte)
        }
    }

    /// How often `needle` stands there, in the form in which that is most.
    func count(_ needle: Needle) -> Int {
        let plain = forms.map { Self.count(needle.word, in: $0, isNumber: needle.isNumber) }.max() ?? 0
        return plain + needle.encoded.map { Self.count($0, in: forms[0], isNumber: nil) }.reduce(0, +)
    }

    func count(_ text: String) -> Int { count(Needle(text)) }

    /// - Parameter isNumber: of a word that stands alone; `nil` for one that may stand in another.
    private static func count(_ word: [CChar], in text: [CChar], isNumber: Bool?) -> Int {
        text.withUnsafeBufferPointer { text in
            guard let start = text.baseAddress else { return 0 }
            var (count, rest) = (0, start)
            // The search of the C library: a test looks for a hundred marks in thousands of answers.
            while let found = strstr(rest, word) {
                let index = UnsafePointer(found) - start
                rest = UnsafePointer(found) + 1
                let (before, after) = (index - 1, index + word.count - 1)
                func goesOn(_ place: Int) -> Bool {
                    guard let isNumber, text.indices.contains(place) else { return false }
                    // Digits in the middle of an id are no mark.
                    return isLetterOrDigit(text[place]) || isNumber && text[place] == CChar(bitPattern: 0x2D)
                }
                if !goesOn(before), !goesOn(after) { count += 1 }
            }
            return count
        }
    }

    private static func isLetterOrDigit(_ byte: CChar) -> Bool {
        switch UInt8(bitPattern: byte) {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: false
        }
    }

    /// Piece by piece, for a page has few of these signs and many bytes.
    private static func percentDecoded(_ text: String) -> String {
        let pieces = text.split(separator: "%", omittingEmptySubsequences: false)
        var bytes = Array((pieces.first ?? "").utf8)
        for piece in pieces.dropFirst() {
            let hex = piece.utf8.prefix(2)
            if hex.count == 2, let value = UInt8(String(decoding: hex, as: UTF8.self), radix: 16) {
                bytes.append(value)
                bytes += piece.utf8.dropFirst(2)
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes += piece.utf8
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The escapes of JSON for the first 256 characters.
    private static func unescaped(_ text: String) -> String {
        let pieces = text.components(separatedBy: "\\u00")
        let rest = pieces.dropFirst().map { piece in
            guard let value = UInt8(piece.prefix(2), radix: 16) else { return "\\u00" + piece }
            return String(UnicodeScalar(value)) + piece.dropFirst(2)
        }
        return pieces[0] + rest.joined()
    }
}

/// A text to look for, in capitals or not, and in base64.
struct Needle: Sendable {
    fileprivate let word: [CChar]
    fileprivate let isNumber: Bool
    fileprivate let encoded: [[CChar]]

    init(_ text: String) {
        word = text.lowercased().utf8CString.map { $0 }
        isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        encoded = text.utf8.count < 8 ? [] : (0..<3).map { Self.base64(text, behind: $0) }
    }

    /// What does not hang on the bytes around it.
    private static func base64(_ text: String, behind shift: Int) -> [CChar] {
        let encoded = Data(Array(repeating: 0x20, count: shift) + Array(text.utf8)).base64EncodedString()
        let kept = encoded.dropFirst(shift == 0 ? 0 : shift + 1).prefix { $0 != "=" }.dropLast(2)
        return kept.lowercased().utf8CString.map { $0 }
    }
}
