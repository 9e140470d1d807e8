import TestTools
import Testing

@testable import HTTP

@Suite("Accept-Encoding, RFC 9110 §12.5.3")
struct AcceptEncodingTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let field: String
        /// In thousandths.
        let gzip: Int
        let identity: Int
        var testDescription: String { name }

        init(_ name: String, _ field: String, gzip: Int, identity: Int = 1) {
            (self.name, self.field, self.gzip, self.identity) = (name, field, gzip, identity)
        }
    }

    @Test(
        "the qualities",
        arguments: [
            Example("gzip", "gzip", gzip: 1000),
            Example("a browser", "gzip, deflate, br, zstd", gzip: 1000),
            Example("the old name, §8.4.1.3", "x-gzip", gzip: 1000),
            Example("case", "GZip", gzip: 1000),
            Example("others only", "br, deflate", gzip: 0),
            Example("empty: nothing but identity", "", gzip: 0),
            Example("blank", " ", gzip: 0),
            Example("star", "*", gzip: 1000, identity: 1000),
            Example("star with quality", "*;q=0.5", gzip: 500, identity: 500),
            Example("star refuses the rest", "gzip;q=1.0, *;q=0", gzip: 1000, identity: 0),
            Example("the RFC's own", "gzip;q=1.0, identity; q=0.5, *;q=0", gzip: 1000, identity: 500),
            Example("named before star", "*, gzip;q=0", gzip: 0, identity: 1000),
            Example("refused", "gzip;q=0", gzip: 0),
            Example("refused, three decimals", "gzip;q=0.000", gzip: 0),
            Example("smallest", "gzip;q=0.001", gzip: 1),
            Example("identity refused", "identity;q=0", gzip: 0, identity: 0),
            Example("only gzip", "gzip, identity;q=0", gzip: 1000, identity: 0),
            Example("identity liked best", "gzip;q=0.5, identity", gzip: 500, identity: 1000),
            Example("blanks", " gzip ; q=0.3 ,\tidentity", gzip: 300, identity: 1000),
            Example("capital q", "gzip;Q=0.3", gzip: 300),
            Example("empty elements", ",,gzip,,", gzip: 1000),
            Example("twice, the lower counts", "gzip, x-gzip;q=0", gzip: 0),
            Example("quality above one", "gzip;q=1.001", gzip: 0),
            Example("quality of four decimals", "gzip;q=0.1234", gzip: 0),
            Example("quality without digits", "gzip;q=", gzip: 0),
            Example("quality below zero", "gzip;q=-1", gzip: 0),
            Example("blank inside the quality", "gzip;q= 0.5", gzip: 0),
            Example("another parameter", "gzip;level=9", gzip: 0),
            Example("two parameters", "gzip;q=1;q=0", gzip: 0),
            Example("a longer name", "gzipped", gzip: 0),
            Example("a shorter name", "gzi", gzip: 0),
            Example("two words", "gzip deflate", gzip: 0),
            Example("in quotes", "\"gzip\"", gzip: 0),
        ])
    func qualities(_ example: Example) {
        let accepted = AcceptEncoding(example.field)

        #expect(accepted.gzip == example.gzip)
        #expect(accepted.identity == example.identity)
    }

    @Test("any text is read without harm", arguments: 0..<200 as Range<UInt64>)
    func noise(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let parts = ["gzip", "identity", "*", ";", "q=", "0.5", ",", " ", "\t", "1", ".", "é", "\0"]
        let accepted = AcceptEncoding((0..<12).compactMap { _ in parts.randomElement(using: &generator) }.joined())

        #expect((0...1000).contains(accepted.gzip) && (0...1000).contains(accepted.identity))
    }
}
