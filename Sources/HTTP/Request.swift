package import Foundation

/// One complete request, as a handler sees it.
package struct Request: Sendable {
    private let head: RequestHead
    package let body: [UInt8]
    /// The remote address as numbers, without its port: of the connection, or of whom it speaks for.
    package let peer: String
    /// Made by the server, for logs and problem documents.
    package let id: UUID

    package init(
        method: Method, path: String, segments: [String], query: [QueryItem] = [], fields: Fields = [:],
        body: [UInt8] = [], peer: String = "", id: UUID
    ) {
        let head = RequestHead(method: method, path: path, segments: segments, query: query, fields: fields)
        self.init(head, body: body, peer: peer, id: id)
    }

    /// A request as it will be when its body has come.
    package init(_ head: RequestHead, body: [UInt8], peer: String, id: UUID) {
        (self.head, self.body, self.peer, self.id) = (head, body, peer, id)
    }

    /// The same request as one of somebody else, for whom the connection speaks.
    package func from(_ peer: String) -> Request { Request(head, body: body, peer: peer, id: id) }

    package var method: Method { head.method }
    /// As sent, without the query; `*` for OPTIONS on the server itself.
    package var path: String { head.path }
    /// The path percent-decoded: `/a/b%2Fc/` is `["a", "b/c", ""]`, `/` is `[""]`, `*` is `[]`.
    package var segments: [String] { head.segments }
    package var query: [QueryItem] { head.query }
    package var fields: Fields { head.fields }
}
