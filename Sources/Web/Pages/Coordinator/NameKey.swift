import Foundation

/// A name as people type it: without capitals, accents and signs, one blank between words.
///
/// `Súdwest-Fryslân` and `sudwest fryslan` have the same key, and so have `'s-Hertogenbosch` and `s hertogenbosch`.
struct NameKey: Hashable, Sendable {
    /// UTF-8; of the names of municipalities all of it is ASCII.
    let bytes: [UInt8]

    /// Longer than any name; the rest of what somebody types says nothing.
    static let mostBytes = 60

    init(_ text: String) {
        bytes = Array(Self.words(Self.folded(text)).prefix(Self.mostBytes))
    }

    func hasPrefix(_ other: NameKey) -> Bool { bytes.starts(with: other.bytes) }

    /// Without `word` and a blank in front.
    func dropping(_ word: NameKey) -> NameKey {
        let start = word.bytes + [UInt8(ascii: " ")]
        return bytes.starts(with: start) ? NameKey(rest: Array(bytes.dropFirst(start.count))) : self
    }

    private init(rest: [UInt8]) { bytes = rest }

    private static func folded(_ text: String) -> String {
        // Most names are ASCII, and folding costs more than all the rest.
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        let folded = text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        return folded.lowercased()
    }

    private static func words(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                bytes.append(contentsOf: String(scalar).utf8)
            } else if let last = bytes.last, last != UInt8(ascii: " ") {
                bytes.append(UInt8(ascii: " "))
            }
        }
        if bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        return bytes
    }
}
