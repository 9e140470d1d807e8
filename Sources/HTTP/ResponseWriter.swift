/// The bytes of an answer, RFC 9112 §4 and §6.
package struct ResponseWriter: Sendable {
    /// An answer ready to be sent: `head`, then `body`.
    package struct Output: Hashable, Sendable {
        package let head: [UInt8]
        /// Empty when it is small, and then stands in `head`; a large one is not copied.
        package let body: [UInt8]

        package var count: Int { head.count + body.count }
    }

    /// Of the request; `nil` when it was refused before its method was known.
    let method: Method?
    let isHTTP11: Bool
    let keepsAlive: Bool
    /// The text of the `Date` field.
    let date: String

    static let interim = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
    private static let joinedBody = 16 * 1024

    func output(for response: Response) -> Output {
        let isSendable = (200...599).contains(response.status.code)
        let response = isSendable ? response : Response(.internalServerError)
        var head: [UInt8] = []
        let isJoined = response.body.count <= Self.joinedBody
        head.reserveCapacity(256 + response.fields.count * 48 + (isJoined ? response.body.count : 0))
        head.append("HTTP/1.1 ", "\(response.status.code)", " ", response.status.reason, "\r\n")
        head.append("Date: ", date, "\r\n")
        for field in response.fields where !isOwn(field.name) {
            head.append(field.name.spelling, ": ", field.value, "\r\n")
        }
        if response.status.allowsBody { head.append("Content-Length: ", "\(response.body.count)", "\r\n") }
        if !keepsAlive {
            head.append("Connection: close\r\n")
        } else if !isHTTP11 {
            head.append("Connection: keep-alive\r\n")
        }
        head.append("\r\n")
        guard response.status.allowsBody, method != .head else { return Output(head: head, body: []) }
        guard isJoined else { return Output(head: head, body: response.body) }
        head += response.body
        return Output(head: head, body: [])
    }

    /// Fields the server writes itself, or that would contradict how it frames the body.
    private func isOwn(_ name: FieldName) -> Bool {
        switch name {
        case .date, .contentLength, .transferEncoding, .connection, .keepAlive, .trailer, .upgrade: true
        default: false
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ texts: String...) {
        for text in texts { append(contentsOf: text.utf8) }
    }
}
