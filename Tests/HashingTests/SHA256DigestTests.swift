import Hashing
import Testing

@Suite("SHA-256 digest")
struct SHA256DigestTests {
    @Test func hexReadsBack() {
        let digest = SHA256.digest(of: Array("abc".utf8))

        #expect(SHA256Digest(hex: digest.hex) == digest)
        #expect(SHA256Digest(hex: String(repeating: "0", count: 64)) == .zero)
    }

    @Test(arguments: [
        "", "00", String(repeating: "0", count: 63), String(repeating: "0", count: 65),
        String(repeating: "A", count: 64), String(repeating: "é", count: 32), "0x" + String(repeating: "0", count: 62),
    ])
    func otherTextIsRefused(text: String) {
        #expect(SHA256Digest(hex: text) == nil)
    }

    @Test(arguments: UInt8.min...UInt8.max)
    func everyByteInHex(byte: UInt8) {
        let digits = Array(repeating: byte, count: 64)
        let isDigit = "0123456789abcdef".utf8.contains(byte)

        #expect((SHA256Digest(hexBytes: digits[...]) != nil) == isDigit)
    }

    @Test func matchesOnlyTheSame() {
        let digest = SHA256.digest(of: Array("abc".utf8))
        let digits = Array(digest.hex)

        #expect(digest.matches(digest))
        for index in digits.indices {
            var altered = digits
            altered[index] = altered[index] == "0" ? "1" : "0"
            #expect(SHA256Digest(hex: String(altered)).map(digest.matches) == false)
        }
    }
}
