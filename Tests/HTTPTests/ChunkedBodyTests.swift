import TestTools
import Testing

@testable import HTTP

@Suite("Chunked coding, RFC 9112 §7.1")
struct ChunkedBodyTests {
    enum Result: Equatable { case decoded([UInt8], taken: Int), refused, incomplete }

    static let limits = Limits(fieldSection: 64, fields: 4, body: 40, chunkLine: 20)

    private static let head = [UInt8](RequestExample.chunked(""))

    /// The head first, then `bytes` in pieces.
    private func decode(_ bytes: [UInt8], pieceLength: Int) -> Result {
        var parser = RequestParser(limits: Self.limits)
        var position = 0
        guard case .head = parser.next(Self.head.span, from: &position) else { return .refused }
        var taken = 0
        while taken < bytes.count {
            let piece = Array(bytes[taken..<min(bytes.count, taken + pieceLength)])
            position = 0
            switch parser.next(piece.span, from: &position) {
            case .request(_, let body): return .decoded(body, taken: taken + position)
            case .refused: return .refused
            case .needsMore, .head: taken += position
            }
        }
        return .incomplete
    }

    /// Line by line over the whole message, with none of the parser's code.
    private func decodeNaively(_ bytes: [UInt8]) -> Result {
        var body: [UInt8] = []
        var rest = bytes[...]
        func line() -> [UInt8]? {
            for (index, byte) in zip(rest.indices, rest)
            where byte == 13 && rest.dropFirst(index - rest.startIndex + 1).first == 10 {
                let line = Array(rest[..<index])
                rest = rest[(index + 2)...]
                return line
            }
            return nil
        }
        while let sizeLine = line() {
            let text = String(decoding: sizeLine, as: UTF8.self)
            guard let match = text.wholeMatch(of: /([0-9a-fA-F]+)(;[a-z]+)*/), text.utf8.count <= 20,
                let size = Int(match.1, radix: 16), size <= 40 - body.count
            else { return .refused }
            if size == 0 {
                while let trailer = line() {
                    if trailer.isEmpty { return .decoded(body, taken: bytes.count - rest.count) }
                    guard String(decoding: trailer, as: UTF8.self).wholeMatch(of: /[a-z]+:[ a-z]*/) != nil else {
                        return .refused
                    }
                }
                return .incomplete
            }
            guard rest.count >= size + 2 else { return .incomplete }
            body += rest.prefix(size)
            rest = rest.dropFirst(size)
            guard rest.starts(with: [13, 10]) else { return .refused }
            rest = rest.dropFirst(2)
        }
        return .incomplete
    }

    /// A body in chunks as a client could send it: extensions, zeros before sizes, trailers, something after it.
    private func makeMessage(using generator: inout SeededGenerator) -> [UInt8] {
        var message: [UInt8] = []
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            let data = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                [UInt8]("ab0\r\n;").randomElement(using: &generator) ?? 0
            }
            let zeros = String(repeating: "0", count: .random(in: 0...3, using: &generator))
            let size = String(data.count, radix: 16, uppercase: Bool.random(using: &generator))
            let name = Bool.random(using: &generator) ? ";abc" : ""
            message += [UInt8]("\(zeros)\(size)\(name)\r\n") + data + [13, 10]
        }
        message += [UInt8]("0\r\n")
        for _ in 0..<Int.random(in: 0...2, using: &generator) { message += [UInt8]("x: y\r\n") }
        return message + [13, 10] + (Bool.random(using: &generator) ? [UInt8]("GET") : [])
    }

    @Test("whole messages are decoded as the naive reader does", arguments: 0..<300 as Range<UInt64>)
    func reference(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let message = makeMessage(using: &generator)
        let expected = decodeNaively(message)

        for length in [1, 2, 3, 7, message.count] { #expect(decode(message, pieceLength: length) == expected) }
        if case .incomplete = expected { Issue.record("a whole message is decoded or refused") }
    }

    @Test("a message cut off anywhere is incomplete, never complete or refused", arguments: 0..<30 as Range<UInt64>)
    func cutOff(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let message = makeMessage(using: &generator)
        guard case .decoded(_, let end) = decode(message, pieceLength: message.count) else { return }

        for cut in 0..<end { #expect(decode(Array(message[..<cut]), pieceLength: 5) == .incomplete) }
    }

    @Test("a message with one byte changed is never understood in another way", arguments: 0..<300 as Range<UInt64>)
    func changed(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var message = makeMessage(using: &generator)
        let place = Int.random(in: message.indices, using: &generator)
        message[place] = [UInt8]("0123afgz;:\r\n \0").randomElement(using: &generator) ?? 0

        // The naive reader knows fewer extensions and trailers, and sees a fault only in a whole line.
        let result = decode(message, pieceLength: 1)
        if case .decoded = decodeNaively(message) { #expect(result == decodeNaively(message)) }
        #expect(decode(message, pieceLength: message.count) == result)
    }
}
