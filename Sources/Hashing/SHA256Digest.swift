import Foundation

/// The 32 bytes that SHA-256 makes of a message.
///
/// `==` may stop at the first difference; where one side is secret, ask ``matches(_:)``.
package struct SHA256Digest: Hashable, Sendable {
    /// The bytes, eight to a word, the first one highest: a digest needs no memory of its own.
    private let words: Words

    private struct Words: Hashable, Sendable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var third: UInt64 = 0
        var fourth: UInt64 = 0
    }

    /// 32 zero bytes: stands where there is no digest yet, as before the first record of a chain.
    package static let zero = SHA256Digest(words: Words())

    package static let byteCount = 32

    private init(words: Words) { self.words = words }

    /// Reads exactly 64 hexadecimal digits in lower case; `nil` for anything else.
    package init?(hex: String) {
        self.init(hexBytes: Array(hex.utf8)[...])
    }

    /// The same from ASCII bytes, for readers that hold no text.
    package init?(hexBytes: ArraySlice<UInt8>) {
        guard hexBytes.count == 2 * Self.byteCount else { return nil }
        var words = Words()
        var isRight = true
        func word(_ number: Int) -> UInt64 {
            var word: UInt64 = 0
            for digit in hexBytes.dropFirst(16 * number).prefix(16) {
                let value = Self.values[Int(digit)]
                isRight = isRight && value < 16
                word = word << 4 | UInt64(value & 15)
            }
            return word
        }
        (words.first, words.second, words.third, words.fourth) = (word(0), word(1), word(2), word(3))
        guard isRight else { return nil }
        self.words = words
    }

    /// The eight words that the hash function ends with.
    init(_ state: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)) {
        func joined(_ high: UInt32, _ low: UInt32) -> UInt64 { UInt64(high) << 32 | UInt64(low) }
        words = Words(
            first: joined(state.0, state.1), second: joined(state.2, state.3), third: joined(state.4, state.5),
            fourth: joined(state.6, state.7))
    }

    package var bytes: [UInt8] {
        [words.first, words.second, words.third, words.fourth].flatMap { word in
            stride(from: UInt64(56), through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }

    /// 64 hexadecimal digits in lower case.
    package var hex: String { String(decoding: hexBytes, as: UTF8.self) }

    /// The digits of ``hex`` as ASCII bytes.
    package var hexBytes: [UInt8] {
        var digits: [UInt8] = []
        digits.reserveCapacity(2 * Self.byteCount)
        for word in [words.first, words.second, words.third, words.fourth] {
            for shift in stride(from: UInt64(60), through: 0, by: -4) {
                digits.append(Self.digits[Int(word >> shift & 15)])
            }
        }
        return digits
    }

    /// Whether both are the same, in a time that does not depend on where they differ.
    package func matches(_ other: SHA256Digest) -> Bool {
        let difference =
            (words.first ^ other.words.first) | (words.second ^ other.words.second)
            | (words.third ^ other.words.third) | (words.fourth ^ other.words.fourth)
        return difference == 0
    }

    private static let digits = Array("0123456789abcdef".utf8)

    /// For every byte its value as a digit; 255 for what is none.
    private static let values: [UInt8] = (UInt8.min...UInt8.max).map { byte in
        digits.firstIndex(of: byte).map { UInt8($0) } ?? 255
    }
}
