@testable import HTTP

/// What came of some bytes, in a form that can be compared.
enum Outcome: Equatable {
    case request(Parsed)
    case refused(RefusalReason, offset: Int)
    /// All was taken and more is needed; only when something was.
    case incomplete

    struct Parsed: Equatable {
        let method: Method
        let path: String
        let segments: [String]
        let query: [QueryItem]
        let fields: [Fields.Field]
        let body: [UInt8]
        let isHTTP11: Bool
        let keepsAlive: Bool
        let expectsContinue: Bool
    }

    var parsed: Parsed? { if case .request(let parsed) = self { parsed } else { nil } }
    var reason: RefusalReason? { if case .refused(let reason, _) = self { reason } else { nil } }
}

extension [UInt8] {
    init(_ text: String) { self.init(text.utf8) }
    var text: String { String(decoding: self, as: UTF8.self) }
}

extension RequestParser {
    /// Whether no byte was read since the last request.
    var isIdle: Bool { refusal(.truncated).offset == 0 }
}

/// Feeds `pieces` one after another to one parser.
func parse(_ pieces: [ArraySlice<UInt8>], limits: Limits = Limits()) -> [Outcome] {
    var parser = RequestParser(limits: limits)
    var outcomes: [Outcome] = []
    for piece in pieces.map(Array.init) {
        var position = 0
        feeding: while true {
            switch parser.next(piece.span, from: &position) {
            case .needsMore: break feeding
            case .head: break
            case .request(let head, let body):
                outcomes.append(
                    .request(
                        .init(
                            method: head.method, path: head.path, segments: head.segments, query: head.query,
                            fields: Array(head.fields), body: body, isHTTP11: head.isHTTP11,
                            keepsAlive: head.keepsAlive, expectsContinue: head.expectsContinue)))
            case .refused(let refusal):
                return outcomes + [.refused(refusal.reason, offset: refusal.offset)]
            }
        }
    }
    return parser.isIdle ? outcomes : outcomes + [.incomplete]
}

func parse(_ bytes: [UInt8], limits: Limits = Limits()) -> [Outcome] { parse([bytes[...]], limits: limits) }

func parse(_ text: String, limits: Limits = Limits()) -> [Outcome] { parse([UInt8](text), limits: limits) }

func parseByteByByte(_ bytes: [UInt8], limits: Limits = Limits()) -> [Outcome] {
    parse(bytes.indices.map { bytes[$0...$0] }, limits: limits)
}

/// A request as text; name only what the test is about.
func make(
    _ line: String = "GET / HTTP/1.1", host: String? = "a.example", _ fields: String..., body: String = ""
) -> String {
    ([line] + (host.map { ["Host: \($0)"] } ?? []) + fields).joined(separator: "\r\n") + "\r\n\r\n" + body
}
