import TestTools
import Testing

@testable import HTTP

@Suite("Range, RFC 9110 §14.2")
struct RangeFieldTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let field: String
        var count = 100
        /// `nil`: the field is ignored.
        let expected: RangeField.Selection?
        var testDescription: String { name }
    }

    @Test(
        "what is sent",
        arguments: [
            Example(name: "first and last", field: "bytes=0-9", expected: .part(0..<10)),
            Example(name: "one byte", field: "bytes=99-99", expected: .part(99..<100)),
            Example(name: "to the end", field: "bytes=90-", expected: .part(90..<100)),
            Example(name: "all of it", field: "bytes=0-", expected: .part(0..<100)),
            Example(name: "past the end", field: "bytes=90-1000", expected: .part(90..<100)),
            Example(name: "from the end", field: "bytes=-10", expected: .part(90..<100)),
            Example(name: "more than all from the end", field: "bytes=-1000", expected: .part(0..<100)),
            Example(name: "nothing from the end", field: "bytes=-0", expected: .unsatisfiable),
            Example(name: "begins at the end", field: "bytes=100-", expected: .unsatisfiable),
            Example(name: "begins after the end", field: "bytes=100-200", expected: .unsatisfiable),
            Example(name: "the largest number", field: "bytes=0-9223372036854775807", expected: .part(0..<100)),
            Example(name: "beyond the largest", field: "bytes=1-9223372036854775808", expected: .part(1..<100)),
            Example(name: "far beyond", field: "bytes=0-99999999999999999999999999999", expected: .part(0..<100)),
            Example(name: "begins far beyond", field: "bytes=99999999999999999999999999999-", expected: .unsatisfiable),
            Example(name: "length far beyond", field: "bytes=-99999999999999999999999", expected: .part(0..<100)),
            Example(name: "zeros before", field: "bytes=000000000000000000000000-0009", expected: .part(0..<10)),
            Example(name: "unit in capitals, §14.1", field: "Bytes=0-9", expected: .part(0..<10)),
            Example(name: "touching", field: "bytes=0-9,10-19", expected: .part(0..<20)),
            Example(name: "overlapping", field: "bytes=0-50,40-60", expected: .part(0..<61)),
            Example(name: "one in another", field: "bytes=0-50,10-20", expected: .part(0..<51)),
            Example(name: "out of order", field: "bytes=10-19, 0-9", expected: .part(0..<20)),
            Example(name: "twice the same", field: "bytes=0-,0-", expected: .part(0..<100)),
            Example(name: "a gap: the whole", field: "bytes=0-9,20-29", expected: .whole),
            Example(name: "both ends: the whole", field: "bytes=0-0,-1", expected: .whole),
            Example(name: "one of two is outside", field: "bytes=0-9,200-", expected: .part(0..<10)),
            Example(name: "all outside", field: "bytes=100-,200-300,-0", expected: .unsatisfiable),
            Example(name: "blanks in the list", field: "bytes=0-9 ,\t10-19", expected: .part(0..<20)),
            Example(name: "empty elements, §5.6.1", field: "bytes=,0-9,,", expected: .part(0..<10)),
            Example(name: "empty file", field: "bytes=0-", count: 0, expected: .unsatisfiable),
            Example(name: "end of an empty file", field: "bytes=-5", count: 0, expected: .whole),
            Example(name: "nothing of an empty file", field: "bytes=-0", count: 0, expected: .unsatisfiable),
            Example(name: "another unit", field: "items=0-9", expected: nil),
            Example(name: "no unit", field: "0-9", expected: nil),
            Example(name: "unit alone", field: "bytes", expected: nil),
            Example(name: "no range", field: "bytes=", expected: nil),
            Example(name: "empty list", field: "bytes=, ,", expected: nil),
            Example(name: "empty field", field: "", expected: nil),
            Example(name: "ends before it begins", field: "bytes=9-0", expected: nil),
            Example(name: "one of two is wrong", field: "bytes=0-9,9-0", expected: nil),
            Example(name: "dash alone", field: "bytes=-", expected: nil),
            Example(name: "no dash", field: "bytes=5", expected: nil),
            Example(name: "two dashes", field: "bytes=0-9-", expected: nil),
            Example(name: "below zero", field: "bytes=--5", expected: nil),
            Example(name: "plus", field: "bytes=+1-5", expected: nil),
            Example(name: "hexadecimal", field: "bytes=0x0-0x9", expected: nil),
            Example(name: "letters", field: "bytes=a-b", expected: nil),
            Example(name: "blank in a range", field: "bytes=0 - 9", expected: nil),
            Example(name: "blank before the equals sign", field: "bytes =0-9", expected: nil),
            Example(name: "two fields put together", field: "bytes=0-1, bytes=2-3", expected: nil),
            Example(name: "semicolon", field: "bytes=0-1;2-3", expected: nil),
            Example(name: "other digits", field: "bytes=٠-٩", expected: nil),
        ])
    func selection(_ example: Example) {
        #expect(RangeField(example.field)?.selection(of: example.count) == example.expected)
    }

    @Test("many ranges are ignored, RFC 9110 §17.15")
    func many() {
        let most = Array(repeating: "0-", count: RangeField.maximumRanges)

        #expect(RangeField("bytes=" + most.joined(separator: ","))?.selection(of: 9) == .part(0..<9))
        #expect(RangeField("bytes=" + (most + ["0-"]).joined(separator: ",")) == nil)
    }

    /// Which bytes each range names, one by one; a set of bytes without a gap is a part.
    static func model(_ ranges: [ByteRange], count: Int) -> RangeField.Selection {
        let named = (0..<count).filter { byte in
            ranges.contains { range in
                switch range {
                case .from(let first, let last): first <= byte && byte <= last ?? byte
                case .last(let length): count - byte <= length
                }
            }
        }
        guard let first = named.first, let last = named.last else {
            let isEnd = ranges.contains { if case .last(1...) = $0 { true } else { false } }
            return count == 0 && isEnd ? .whole : .unsatisfiable
        }
        return named.count == last - first + 1 ? .part(first..<(last + 1)) : .whole
    }

    @Test("agrees with naming every byte", arguments: 0..<50 as Range<UInt64>)
    func agreesWithModel(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let count = Int.random(in: 0...20, using: &generator)
            let ranges = (0..<Int.random(in: 1...4, using: &generator)).map { _ -> ByteRange in
                let first = Int.random(in: 0...22, using: &generator)
                return switch Int.random(in: 0..<3, using: &generator) {
                case 0: .from(first, through: nil)
                case 1: .from(first, through: first + Int.random(in: 0...8, using: &generator))
                default: .last(first)
                }
            }
            let texts = ranges.map { range in
                switch range {
                case .from(let first, let last): "\(first)-\(last.map(String.init) ?? "")"
                case .last(let length): "-\(length)"
                }
            }
            let field = RangeField("bytes=" + texts.joined(separator: ","))

            #expect(field?.ranges == ranges)
            #expect(field?.selection(of: count) == Self.model(ranges, count: count), "\(texts) of \(count)")
        }
    }

    @Test("any text is read without harm", arguments: 0..<200 as Range<UInt64>)
    func noise(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let parts = ["bytes", "=", "-", ",", "0", "9", "18446744073709551616", " ", "\t", "x", "é", "\0"]
        let text = (0..<12).compactMap { _ in parts.randomElement(using: &generator) }.joined()

        for field in [text, "bytes=" + text] {
            guard case .part(let part) = RangeField(field)?.selection(of: 10) else { continue }
            #expect(!part.isEmpty && part.clamped(to: 0..<10) == part)
        }
    }
}
