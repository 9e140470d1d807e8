/// What a handler answers. The server adds `Date`, `Content-Length` and `Connection`, and leaves the content out
/// where HTTP wants none (HEAD, 204, 304).
package struct Response: Sendable {
    /// 200 to 599; anything else goes out as an empty 500.
    package var status: Status
    /// `Connection: close` here closes the connection after the answer. Other framing fields are the server's and
    /// are not taken from here.
    package var fields: Fields
    package var content: Content
    /// What the log may call the request, such as its route pattern; never sent.
    package var label: String?

    package init(_ status: Status, fields: Fields = [:], content: Content, label: String? = nil) {
        (self.status, self.fields, self.content, self.label) = (status, fields, content, label)
    }

    package init(_ status: Status, fields: Fields = [:], body: [UInt8] = [], label: String? = nil) {
        self.init(status, fields: fields, content: .bytes(body[...]), label: label)
    }

    /// The content where it is known whole; empty for a stream.
    package var body: [UInt8] {
        get { if case .bytes(let bytes) = content { Array(bytes) } else { [] } }
        set { content = .bytes(newValue[...]) }
    }
}
