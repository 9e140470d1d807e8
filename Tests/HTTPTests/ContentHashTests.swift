import TestTools
import Testing

@testable import HTTP

@Suite("Hash and check sum")
struct ContentHashTests {
    @Test(
        "FNV-1a of 128 bits, vectors of the FNV reference code",
        arguments: [
            ("", "6c62272e07bb014262b821756295c58d"), ("a", "d228cb696f1a8caf78912b704e4a8964"),
            ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
        ])
    func hash(text: String, expected: String) {
        #expect(ContentHash([UInt8](text)).text == expected)
        #expect(ContentHash([UInt8](text)).version == String(expected.prefix(16)))
    }

    @Test("is that of one number of 128 bits, with all its digits", arguments: 0..<50 as Range<UInt64>)
    func agreesWithModel(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let content = (0..<Int.random(in: 0...64, using: &generator)).map { _ in
            UInt8.random(in: .min ... .max, using: &generator)
        }
        let model = content.reduce(0x6C62_272E_07BB_0142_62B8_2175_6295_C58D as UInt128) {
            ($0 ^ UInt128($1)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
        }

        let text = ContentHash(content).text

        #expect(UInt128(text, radix: 16) == model)
        #expect(text.utf8.count == 32)
    }

    @Test("every byte counts in the version too")
    func everyByte() {
        let versions = (UInt8.min...UInt8.max).map { ContentHash([UInt8]("body{margin:0}") + [$0]).version }

        #expect(Set(versions).count == 256)
    }

    @Test(
        "CRC-32, RFC 1952 §8",
        arguments: [("", 0), ("a", 0xE8B7_BE43), ("123456789", 0xCBF4_3926)] as [(String, UInt32)])
    func checksum(text: String, expected: UInt32) {
        #expect(GzipTrailer.checksum([UInt8](text)) == expected)
    }

    @Test("a gzip file fits what it was made of, RFC 1952 §2.3")
    func trailer() {
        // `printf hallo | gzip -n`
        let compressed: [UInt8] = [
            0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xCB, 0x48, 0xCC, 0xC9, 0xC9, 0x07, 0, 0xD1, 0x31, 0x72, 0xB9,
            0x05, 0, 0, 0,
        ]

        #expect(GzipTrailer.fits(compressed, [UInt8]("hallo")))
        #expect(!GzipTrailer.fits(compressed, [UInt8]("hullo")))
        #expect(!GzipTrailer.fits(compressed, [UInt8]("hallo!")))
        #expect(!GzipTrailer.fits([0x1F, 0x8B, 0x00] + compressed.dropFirst(3), [UInt8]("hallo")))
        for count in 0..<compressed.count {
            #expect(!GzipTrailer.fits(Array(compressed.prefix(count)), [UInt8]("hallo")))
        }
    }
}
