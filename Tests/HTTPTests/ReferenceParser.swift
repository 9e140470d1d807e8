/// Reads a whole connection's bytes at once, by ``RequestGrammar``: the slow and obvious twin of the parser.
///
/// It knows the limit of a body and of a chunk's line; inputs are taken to be small otherwise.
enum ReferenceParser {
    static let bodyLimit = 1024 * 1024
    static let chunkLineLimit = 256

    static func read(_ input: [UInt8]) -> [Reading] {
        var readings: [Reading] = []
        var rest = input[...]
        while !rest.isEmpty {
            let reading: Reading
            switch RequestGrammar.head.read(rest) {
            case .incomplete: reading = .incomplete
            case .refused: reading = .refused
            case .complete(let end):
                let head = ReferenceHead(rest[..<end])
                rest = rest[end...]
                reading = head.map { request($0, from: &rest) } ?? .refused
            }
            readings.append(reading)
            if reading.request == nil { break }
        }
        return readings
    }

    private static func request(_ head: ReferenceHead, from rest: inout ArraySlice<UInt8>) -> Reading {
        var reading = head.request
        switch head.framing {
        case .length(let count):
            guard rest.count >= count else { return .incomplete }
            reading.body = Array(rest.prefix(count))
            rest = rest.dropFirst(count)
            return .request(reading)
        case .chunked:
            switch chunks(&rest) {
            case .success(let body):
                reading.body = body
                return .request(reading)
            case .failure(.refused): return .refused
            case .failure(.incomplete): return .incomplete
            }
        }
    }

    private enum Stop: Error { case refused, incomplete }

    /// RFC 9112 §7.1.3, without its trust.
    private static func chunks(_ rest: inout ArraySlice<UInt8>) -> Result<[UInt8], Stop> {
        Result {
            var body: [UInt8] = []
            while true {
                let line = rest.prefix { $0 != 13 }
                let size = line.prefix(while: ByteSet.hexadecimal.contains)
                    .reduce(0) { min($0 * 16 + value(of: $1), bodyLimit + 1) }
                if line.count > chunkLineLimit || size > bodyLimit - body.count { throw Stop.refused }
                try skip(RequestGrammar.chunkLine, &rest)
                if size == 0 { break }
                guard rest.count >= size else { throw Stop.incomplete }
                body += rest.prefix(size)
                rest = rest.dropFirst(size)
                try skip(RequestGrammar.lineEndAlone, &rest)
            }
            try skip(RequestGrammar.trailers, &rest)
            return body
        }
        .mapError { $0 as? Stop ?? .refused }
    }

    private static func skip(_ grammar: RuleReader, _ rest: inout ArraySlice<UInt8>) throws(Stop) {
        switch grammar.read(rest) {
        case .complete(let end): rest = rest[end...]
        case .refused: throw .refused
        case .incomplete: throw .incomplete
        }
    }

    /// Of one hexadecimal digit.
    static func value(of digit: UInt8) -> Int { Int(String(decoding: [digit], as: UTF8.self), radix: 16) ?? 0 }
}
