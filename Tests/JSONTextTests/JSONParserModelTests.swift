import Foundation
import JSONText
import TestTools
import Testing

/// The parser against what a generator knows it wrote, against Foundation, and against damage.
@Suite("JSON parser, random documents")
struct JSONParserModelTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func readsWhatWasWritten(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)

        for round in 0..<5 {
            let document = RandomDocument(using: &random)
            let text = Array(document.text.utf8)

            #expect(Outcome(parsing: text) == .value(document.value), "seed \(seed), round \(round)")
            let decoded = try JSONDecoder().decode(PlainValue.self, from: Data(text))
            #expect(decoded.normal == document.value.normal, "seed \(seed), round \(round)")
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func damageNeverTrapsAndWhatIsAcceptedIsJSON(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let whole = Array(RandomDocument(using: &random).text.utf8)

        for round in 0..<20 {
            let text = Self.damaged(whole, using: &random)
            switch Outcome(parsing: text) {
            case .fault(let fault): #expect((0...text.count).contains(fault.offset), "seed \(seed), round \(round)")
            case .value(let value):
                let decoded = try? JSONDecoder().decode(PlainValue.self, from: Data(text))
                #expect(decoded?.normal == value.normal, "seed \(seed), round \(round)")
            }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func noiseNeverTraps(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let bytes = Array(#"{}[]",:\/utfnulaes0159-+.eE \#u{9}\#u{A}\#u{0}é"#.utf8) + [0xFF, 0xC3, 0x80]

        for _ in 0..<200 {
            let text = (0..<Int.random(in: 0..<40, using: &random)).compactMap { _ in
                bytes.randomElement(using: &random)
            }
            if case .fault(let fault) = Outcome(parsing: text) {
                #expect((0...text.count).contains(fault.offset), "seed \(seed): \(text)")
            }
        }
    }

    @Test(arguments: [
        #"{"id": "de-linde", "phones": [{"number": "038-000 00 00"}], "example": true, "free": null}"#,
        #"[0.5, -1e3, 12, "\u00e9\n\\", "Fryslân", false, [[], {}], {"a": {"b": []}}]"#,
        #""een tekst met \"aanhaling\" en \ud83d\ude00""#,
        "  {\r\n  \"a\" : [ 1 , 2 ]\r\n}",
        "\u{FEFF}{\"a\":1}",
    ])
    func cutAtEveryByteItIsRefused(whole: String) {
        let text = Array(whole.utf8)

        for length in 0..<text.count {
            guard case .fault(let fault) = Outcome(parsing: Array(text.prefix(length))) else {
                Issue.record("accepted after \(length) bytes")
                continue
            }
            #expect(fault.offset <= length)
        }
    }

    /// Some bytes changed, left out, put in or given twice.
    private static func damaged(_ whole: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        var text = whole
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = Int.random(in: 0...text.count, using: &random)
            let end = min(text.count, place + Int.random(in: 0..<4, using: &random))
            switch Int.random(in: 0..<4, using: &random) {
            case 0: text.removeSubrange(place..<end)
            case 1: text.insert(UInt8.random(in: .min ... .max, using: &random), at: place)
            case 2: text.insert(contentsOf: text[place..<end], at: place)
            default: if place < text.count { text[place] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
            }
        }
        return text
    }
}
