/// What the forms of one session carry, so that a page of another site cannot send them (synchronizer token, beside
/// the check of where a request comes from).
///
/// Each page has it in another guise: nothing that stays the same lies beside what somebody typed, so that the length
/// of a compressed page says nothing of it (BREACH).
struct FormSecret: Sendable {
    /// The name of the field.
    static let field = "token"

    private static let count = 32
    private let bytes = RandomToken.bytes(count)

    /// 32 bytes nobody knows, and the secret covered by them, in hexadecimal digits.
    func token() -> String {
        let cover = RandomToken.bytes(Self.count)
        return RandomToken.text(cover + zip(bytes, cover).map { $0 ^ $1 })
    }

    /// In a time that does not depend on where a wrong one differs.
    func matches(_ token: String?) -> Bool {
        guard let sent = token.flatMap(RandomToken.bytes(of:)), sent.count == 2 * Self.count else { return false }
        var difference: UInt8 = 0
        for place in 0..<Self.count { difference |= sent[place] ^ sent[place + Self.count] ^ bytes[place] }
        return difference == 0
    }
}

/// Random bytes of the system, and their hexadecimal digits.
enum RandomToken {
    static func bytes(_ count: Int) -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        while bytes.count < count { withUnsafeBytes(of: random.next()) { bytes += $0 } }
        return Array(bytes.prefix(count))
    }

    static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// `nil` for what ``text(_:)`` never gives.
    static func bytes(of text: String) -> [UInt8]? {
        let values = text.utf8.map { digits.firstIndex(of: $0) }
        guard values.count % 2 == 0, values.count <= 256 else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: values.count, by: 2) {
            guard let high = values[place], let low = values[place + 1] else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return bytes
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
