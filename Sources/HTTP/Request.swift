package import Foundation

/// One complete request, as a handler sees it.
package struct Request: Sendable {
    package let method: Method
    /// As sent, without the query; `*` for OPTIONS on the server itself.
    package let path: String
    /// The path percent-decoded: `/a/b%2Fc/` is `["a", "b/c", ""]`, `/` is `[""]`, `*` is `[]`.
    package let segments: [String]
    package let query: [QueryItem]
    package let fields: Fields
    package let body: [UInt8]
    /// The remote address as numbers, without its port.
    package let peer: String
    /// Made by the server, for logs and problem documents.
    package let id: UUID

    package init(
        method: Method, path: String, segments: [String], query: [QueryItem] = [], fields: Fields = [:],
        body: [UInt8] = [], peer: String = "", id: UUID
    ) {
        (self.method, self.path, self.segments, self.query) = (method, path, segments, query)
        (self.fields, self.body, self.peer, self.id) = (fields, body, peer, id)
    }

    init(_ head: RequestHead, body: [UInt8], peer: String, id: UUID) {
        self.init(
            method: head.method, path: head.path, segments: head.segments, query: head.query, fields: head.fields,
            body: body, peer: peer, id: id)
    }
}
