import Foundation
import Hashing

/// The part of an access key that is shown once and kept nowhere.
enum KeySecret {
    /// Tells a key of ours from other secrets, for people and for scanners of leaked ones.
    private static let prefix = "okt_"
    private static let byteCount = 32

    /// The most bytes of a token that is looked at. An issued one has 47; demonstration keys are short.
    static let mostBytes = 256

    /// `okt_` and 256 random bits in base64url without padding (RFC 4648 §5).
    static func make(using random: inout some RandomNumberGenerator) -> String {
        let bytes = (0..<byteCount).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let text = Data(bytes).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
        return prefix + text
    }

    /// `nil` for what no key can be: nothing, or too much to be worth hashing.
    static func digest(of token: String) -> SHA256Digest? {
        guard (1...mostBytes).contains(token.utf8.count) else { return nil }
        return SHA256.digest(of: Array(token.utf8))
    }
}
