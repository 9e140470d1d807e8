import Testing

@testable import HTTP

@Suite("The parser beside a naive one, written from the ABNF")
struct ReferenceParserTests {
    /// Bytes as they can be put into a table: printable ones as they are, others escaped.
    private func shown(_ bytes: [UInt8]) -> String {
        bytes.map { 0x20...0x7E ~= $0 && $0 != 0x5C ? String(UnicodeScalar($0)) : "\\x\(String($0, radix: 16))" }
            .joined()
    }

    @Test("both read every example alike", arguments: RequestExample.all)
    func example(_ example: RequestExample) {
        #expect(Reading.parsed(example.bytes) == ReferenceParser.read(example.bytes))
    }

    @Test("the naive one accepts and refuses what the table does", arguments: RequestExample.all)
    func table(_ example: RequestExample) {
        let readings = ReferenceParser.read(example.bytes)

        switch example.expected {
        case .accepted: #expect(readings.count == 1 && readings.first?.request != nil)
        case .refused: #expect(readings == [.refused])
        case .incomplete: #expect(readings == [.incomplete])
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
