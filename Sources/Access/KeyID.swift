import Foundation

/// The ids of access keys: what lists, logs and the journal call them by.
enum KeyID {
    private static let prefix = "key-"
    private static let randomCount = 8
    /// The alphabet of base 32 in lower case (RFC 4648 §6): no digit that looks like a letter.
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    /// `key-` and eight letters, 40 bits.
    static func make(using random: inout some RandomNumberGenerator) -> String {
        let drawn = (0..<randomCount).map { _ in letters[Int.random(in: letters.indices, using: &random)] }
        return prefix + String(decoding: drawn, as: UTF8.self)
    }

    static func isWellFormed(_ text: String) -> Bool {
        let rest = text.utf8.dropFirst(prefix.utf8.count)
        return text.hasPrefix(prefix) && rest.count == randomCount && rest.allSatisfy(letters.contains)
    }
}
