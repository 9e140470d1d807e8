@testable import HTTP

/// What came of the bytes, as bytes: Swift compares texts by canonical equivalence, which would hide differences.
enum Reading: Equatable {
    case request(Request)
    case refused
    case incomplete

    struct Request: Equatable {
        var method: [UInt8]
        var path: [UInt8]
        var segments: [[UInt8]]
        var query: [Pair]
        var fields: [Pair]
        var isHTTP11: Bool
        var keepsAlive: Bool
        var expectsContinue: Bool
        var body: [UInt8] = []
    }

    struct Pair: Equatable {
        let name: [UInt8]
        let value: [UInt8]
    }

    var request: Request? { if case .request(let request) = self { request } else { nil } }

    /// What the parser makes of `bytes`, given at once.
    static func parsed(_ bytes: [UInt8]) -> [Reading] {
        parse(bytes).map { outcome in
            switch outcome {
            case .refused: .refused
            case .incomplete: .incomplete
            case .request(let parsed): .request(Request(parsed))
            }
        }
    }
}

extension Reading.Request {
    init(_ parsed: Outcome.Parsed) {
        self.init(
            method: [UInt8](parsed.method.rawValue), path: [UInt8](parsed.path),
            segments: parsed.segments.map { [UInt8]($0) },
            query: parsed.query.map { .init(name: [UInt8]($0.name), value: [UInt8]($0.value)) },
            fields: parsed.fields.map { .init(name: [UInt8]($0.name.spelling), value: [UInt8]($0.value)) },
            isHTTP11: parsed.isHTTP11, keepsAlive: parsed.keepsAlive, expectsContinue: parsed.expectsContinue,
            body: parsed.body)
    }
}
