import Hashing
import Testing

@Suite("SHA-256, FIPS 180-4")
struct SHA256Tests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let name: String
        let message: [UInt8]
        let hex: String
        var testDescription: String { name }
    }

    /// The examples that NIST publishes with FIPS 180-4.
    @Test(arguments: [
        Vector(
            name: "empty", message: [],
            hex: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        Vector(
            name: "abc", message: Array("abc".utf8),
            hex: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        Vector(
            name: "448 bits", message: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
            hex: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        Vector(
            name: "896 bits",
            message: Array(
                ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                    + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu").utf8),
            hex: "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"),
        Vector(
            name: "one million a", message: Array(repeating: UInt8(ascii: "a"), count: 1_000_000),
            hex: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
    func publishedVector(_ vector: Vector) {
        #expect(SHA256.digest(of: vector.message).hex == vector.hex)
    }

    @Test func splitAtEveryPointEqualsWhole() {
        let message = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let whole = SHA256.digest(of: message)

        for point in 0...message.count {
            var hash = SHA256()
            hash.update(message[..<point])
            hash.update(message[point...])
            #expect(hash.finalize() == whole, "split at \(point)")
        }
    }

    @Test func byteByByteEqualsWhole() {
        let message = (0..<200).map { UInt8(truncatingIfNeeded: $0) }
        var hash = SHA256()

        for byte in message { hash.update(CollectionOfOne(byte)) }

        #expect(hash.finalize() == SHA256.digest(of: message))
    }

    @Test func sequenceWithoutStorageEqualsArray() {
        var hash = SHA256()

        hash.update((0..<130).lazy.map { UInt8($0) })

        #expect(hash.finalize() == SHA256.digest(of: (0..<130).map { UInt8($0) }))
    }

    @Test func finalizeBeginsAnew() {
        var hash = SHA256()
        hash.update(Array("first message".utf8))
        _ = hash.finalize()

        hash.update(Array("abc".utf8))

        #expect(hash.finalize() == SHA256.digest(of: Array("abc".utf8)))
    }

    /// The lengths round the padding: 55 bytes still fit one block, 56 do not.
    @Test func everyLengthGivesItsOwnDigest() {
        let digests = (0..<256).map { SHA256.digest(of: Array(repeating: 0, count: $0)) }

        #expect(Set(digests).count == digests.count)
    }
}
