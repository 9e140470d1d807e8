import Foundation

/// What people call a hold by: a letter, a digit and three digits, such as `K7-204`. It is drawn and means nothing.
///
/// Where so many are known that drawing hits one of them again and again, three more digits follow: `K7-204-913`.
package struct HoldReference: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    /// `nil` for anything but the two forms.
    package init?(rawValue: String) {
        let bytes = Array(rawValue.utf8)
        guard bytes.count == 6 || bytes.count == 10, Self.letters.contains(bytes[0]) else { return nil }
        for (index, byte) in bytes.enumerated().dropFirst() {
            let isRight = index == 2 || index == 6 ? byte == UInt8(ascii: "-") : Self.digits.contains(byte)
            guard isRight else { return nil }
        }
        self.rawValue = rawValue
    }

    /// Makes one of 64 random bits.
    init(random: UInt64, isLong: Bool) {
        var rest = random
        func take(_ count: Int) -> Int {
            defer { rest /= UInt64(count) }
            return Int(rest % UInt64(count))
        }
        func number(_ most: Int) -> String { String(most + take(most)).dropFirst().description }
        let letter = String(UnicodeScalar(Self.letters[take(Self.letters.count)]))
        let short = letter + number(10) + "-" + number(1_000)
        rawValue = isLong ? short + "-" + number(1_000) : short
    }

    /// Without those that are heard or read as a digit or as another letter.
    private static let letters = Array("ABCDEFGHJKLMNPRSTUVWXYZ".utf8)
    private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
}
