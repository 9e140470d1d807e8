import Foundation
import Hashing
import Testing

@testable import Access

@Suite("Secrets of keys")
struct KeySecretTests {
    /// Gives zeros, but for one bit of one of its numbers.
    private struct OneBit: RandomNumberGenerator {
        let number: Int
        let bit: Int
        var asked = 0

        mutating func next() -> UInt64 {
            defer { asked += 1 }
            return asked == number ? 1 << UInt64(bit) : 0
        }
    }

    /// Each of 256 bits of chance makes another secret, and so does any two of them: none is dropped or used twice.
    @Test func everyOneOf256BitsCounts() throws {
        var seen: [Data: Int] = [:]
        for number in 0..<32 {
            for bit in 0..<8 {
                var random = OneBit(number: number, bit: bit)
                let secret = KeySecret.make(using: &random)
                #expect(random.asked == 32)
                let text = secret.dropFirst(4).replacing("-", with: "+").replacing("_", with: "/") + "="
                let bytes = try #require(Data(base64Encoded: String(text)))
                #expect(bytes.reduce(0) { $0 + $1.nonzeroBitCount } == 1)
                seen[bytes, default: 0] += 1
            }
        }
        #expect(seen.count == 256)
    }

    /// The comparison looks at every bit, so that none can be chosen freely.
    @Test func digestsThatDifferInOneBitDoNotMatch() throws {
        let digest = SHA256.digest(of: Array("geheim".utf8))
        #expect(digest.matches(digest))
        for index in 0..<32 {
            for bit in 0..<8 {
                var bytes = digest.bytes
                bytes[index] ^= 1 << bit
                let hex = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
                let other = try #require(SHA256Digest(hex: hex))
                #expect(!digest.matches(other) && !other.matches(digest))
            }
        }
    }
}
