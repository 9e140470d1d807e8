import Foundation
import Testing

@testable import Web

@Suite("Writing JSON")
struct JSONWriterTests {
    /// Foundation's encoder is the measure.
    @Test(arguments: (0...0xFF).map { UInt32($0) } + [0x2018, 0x20AC, 0xFFFD, 0x1F600])
    func everyCharacter(code: UInt32) throws {
        let character = String(try #require(Unicode.Scalar(code)))
        for text in [character, "a\(character)", "\(character)b", "a\(character)\(character)b"] {
            var writer = JSONWriter(capacity: 8)
            writer.string(text)
            #expect(writer.bytes == Array(try Self.encoder.encode(text)))
        }
    }

    @Test(arguments: [0, 1, 9, 10, 99, 100, 101, -1, -10, .max, .min])
    func numbers(value: Int) throws {
        var writer = JSONWriter(capacity: 8)
        writer.number(value)
        #expect(writer.bytes == Array(try Self.encoder.encode(value)))
    }

    @Test(arguments: [[], ["a"], ["a", "\"", ""]])
    func lists(texts: [String]) throws {
        var writer = JSONWriter(capacity: 8)
        writer.strings(texts)
        #expect(writer.bytes == Array(try Self.encoder.encode(texts)))
    }

    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return encoder
    }()
}
