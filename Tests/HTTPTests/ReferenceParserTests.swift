import TestTools
import Testing

@testable import HTTP

@Suite("The parser beside a naive one, written from the ABNF")
struct ReferenceParserTests {
    /// Bytes as they can be put into a table: printable ones as they are, others escaped.
    private func shown(_ bytes: [UInt8]) -> String {
        bytes.map { 0x20...0x7E ~= $0 && $0 != 0x5C ? String(UnicodeScalar($0)) : "\\x\(String($0, radix: 16))" }
            .joined()
    }

    @Test("both read every example alike, and as the table says")
    func examples() {
        for example in RequestExample.all {
            let readings = ReferenceParser.read(example.bytes)
            let isAsExpected =
                switch example.expected {
                case .accepted: readings.count == 1 && readings.first?.request != nil
                case .refused: readings == [.refused]
                case .incomplete: readings == [.incomplete]
                }
            #expect(isAsExpected, "\(example.name)")
            #expect(Reading.parsed(example.bytes) == readings, "\(example.name)")
        }
    }

    @Test("both read changed examples alike", arguments: 0..<40 as Range<UInt64>)
    func mutated(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let examples = RequestExample.short.map(\.bytes)

        for round in 0..<500 {
            var bytes = examples.randomElement(using: &generator) ?? []
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let other = examples.randomElement(using: &generator) ?? []
                Mutation.allCases.randomElement(using: &generator)?.apply(to: &bytes, other: other, using: &generator)
            }
            let expected = ReferenceParser.read(bytes)
            guard Reading.parsed(bytes) != expected else { continue }
            Issue.record("seed \(seed), round \(round): \(shown(bytes)) is read as \(parse(bytes)), not as \(expected)")
        }
    }
}
