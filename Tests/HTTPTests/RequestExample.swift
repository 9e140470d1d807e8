import Testing

@testable import HTTP

/// One request and what must come of it, with the section that says so.
///
/// The section is of an RFC. Where the RFC leaves a choice and the house refuses, the name says "a decision".
struct RequestExample: Sendable, CustomTestStringConvertible {
    enum Expected: Sendable, Equatable {
        case accepted
        /// With the status that the reason must have.
        case refused(RefusalReason, Int)
        case incomplete
    }

    let name: String
    let section: String
    let bytes: [UInt8]
    let expected: Expected
    var text: String { bytes.text }
    var testDescription: String { "\(name) (\(section))" }

    init(_ name: String, _ section: String, _ text: String, _ expected: Expected) {
        self.init(name, section, bytes: [UInt8](text), expected)
    }

    init(_ name: String, _ section: String, bytes: [UInt8], _ expected: Expected) {
        (self.name, self.section, self.bytes, self.expected) = (name, section, bytes, expected)
    }

    static let all =
        requestLines + targets + absoluteTargets + encodings + dotSegments + fields + hosts + lengths + codings
        + chunks + chunkExtensions + trailers + expectations

    /// Those whose splits and mutations cost little.
    static let short = all.filter { $0.bytes.count <= 256 }

    static func chunked(_ body: String) -> String {
        make("POST / HTTP/1.1", "Transfer-Encoding: chunked", body: body)
    }

    static func get(_ target: String) -> String { make("GET \(target) HTTP/1.1") }

    static func with(_ fields: String...) -> String {
        "GET / HTTP/1.1\r\nHost: a\r\n" + fields.map { "\($0)\r\n" }.joined() + "\r\n"
    }

    static func post(_ fields: String..., body: String = "") -> String {
        "POST / HTTP/1.1\r\nHost: a\r\n" + fields.map { "\($0)\r\n" }.joined() + "\r\n" + body
    }
}
