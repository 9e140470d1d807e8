/// Writes the bytes of an answer, RFC 9112 §4, §6 and §7.1.
struct ResponseWriter {
    /// Of the request; `nil` when it was refused before its method was known.
    let method: Method?
    let isHTTP11: Bool
    let keepsAlive: Bool
    /// The whole `Date` line, see ``DateLine``.
    let date: [UInt8]

    static let interim = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
    /// Content up to so many bytes stands behind the head in one buffer.
    private static let joinedContent = 16 * 1024

    /// Whether content follows the head of `response` at all.
    func sendsContent(of response: Response) -> Bool { response.status.allowsBody && method != .head }

    /// Writes the head, and the content where it is known whole; a stream's pieces follow by ``write(piece:to:)``.
    func write(_ response: Response, to output: inout Output) {
        output.head += StatusLine.bytes(response.status)
        output.head += date
        let fields = response.fields
        fields.write(to: &output.head) { isOwn($0, in: fields) }
        writeFraming(of: response, to: &output.head)
        if !keepsAlive {
            output.head += Self.close
        } else if !isHTTP11 {
            output.head += Self.keepAlive
        }
        output.head.appendLineEnd()
        guard sendsContent(of: response), case .bytes(let bytes) = response.content else { return }
        if bytes.count <= Self.joinedContent { output.head += bytes } else { output.content = bytes }
    }

    /// One piece of a stream; never empty, which would end it.
    func write(piece: [UInt8], to output: inout Output) {
        guard !piece.isEmpty else { return }
        guard isHTTP11 else {
            output.head += piece
            return
        }
        output.head += String(piece.count, radix: 16).utf8
        output.head.appendLineEnd()
        output.head += piece
        output.head.appendLineEnd()
    }

    /// The end of a stream: the last chunk; in HTTP/1.0 the end of the connection says it.
    func writeEnd(to output: inout Output) {
        if isHTTP11 { output.head += Self.lastChunk }
    }

    private func writeFraming(of response: Response, to head: inout [UInt8]) {
        guard response.status.allowsBody else { return }
        if let count = response.content.count {
            head += Self.contentLength
            head.appendDecimal(count)
            head.appendLineEnd()
        } else if isHTTP11 {
            head += Self.chunked
        }
    }

    /// Fields the server writes itself, or that would contradict how it frames the content.
    private func isOwn(_ line: Fields.Line, in fields: Fields) -> Bool {
        switch line.name.count {
        case 4: fields.isNamed(line, .date)
        case 7: fields.isNamed(line, .trailer) || fields.isNamed(line, .upgrade)
        case 10: fields.isNamed(line, .connection) || fields.isNamed(line, .keepAlive)
        case 14: fields.isNamed(line, .contentLength)
        case 17: fields.isNamed(line, .transferEncoding)
        default: false
        }
    }

    private static let contentLength = Array("Content-Length: ".utf8)
    private static let chunked = Array("Transfer-Encoding: chunked\r\n".utf8)
    private static let close = Array("Connection: close\r\n".utf8)
    private static let keepAlive = Array("Connection: keep-alive\r\n".utf8)
    private static let lastChunk = Array("0\r\n\r\n".utf8)
}

extension [UInt8] {
    /// - Parameter number: not negative.
    fileprivate mutating func appendDecimal(_ number: Int) {
        var power = 1
        while number / power >= 10 { power *= 10 }
        while power > 0 {
            append(0x30 + UInt8(number / power % 10))
            power /= 10
        }
    }

    fileprivate mutating func appendLineEnd() {
        append(.carriageReturn)
        append(.lineFeed)
    }
}
