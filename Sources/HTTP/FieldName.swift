/// The name of a header field: a token, compared without case, RFC 9110 §5.1.
///
/// It is written as it was given; equality and hash look at small letters only.
package struct FieldName: Hashable, Sendable, CustomStringConvertible {
    package let spelling: String
    /// In small letters: what names are compared by.
    let folded: [UInt8]

    /// `nil` unless `bytes` is a token, RFC 9110 §5.6.2.
    package init?(_ bytes: some Collection<UInt8>) {
        guard !bytes.isEmpty, bytes.allSatisfy(\.isToken) else { return nil }
        self.init(scanned: bytes)
    }

    package init?(_ text: String) { self.init(text.utf8) }

    /// Takes bytes the scanner has already checked.
    init(scanned bytes: some Collection<UInt8>) {
        spelling = String(decoding: bytes, as: UTF8.self)
        folded = bytes.map(\.lowercased)
    }

    package var description: String { spelling }

    package static func == (one: FieldName, other: FieldName) -> Bool { one.folded == other.folded }

    package func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}

extension FieldName: ExpressibleByStringLiteral {
    /// - Precondition: the literal is a token.
    package init(stringLiteral literal: String) {
        precondition(!literal.isEmpty && literal.utf8.allSatisfy(\.isToken), "a field name is a token")
        self.init(scanned: literal.utf8)
    }
}

extension FieldName {
    package static let accept: FieldName = "Accept"
    package static let acceptEncoding: FieldName = "Accept-Encoding"
    package static let acceptLanguage: FieldName = "Accept-Language"
    package static let accessControlAllowOrigin: FieldName = "Access-Control-Allow-Origin"
    package static let allow: FieldName = "Allow"
    package static let authorization: FieldName = "Authorization"
    package static let cacheControl: FieldName = "Cache-Control"
    package static let connection: FieldName = "Connection"
    package static let contentDisposition: FieldName = "Content-Disposition"
    package static let contentEncoding: FieldName = "Content-Encoding"
    package static let contentLanguage: FieldName = "Content-Language"
    package static let contentLength: FieldName = "Content-Length"
    package static let contentSecurityPolicy: FieldName = "Content-Security-Policy"
    package static let contentType: FieldName = "Content-Type"
    package static let cookie: FieldName = "Cookie"
    package static let date: FieldName = "Date"
    package static let etag: FieldName = "ETag"
    package static let expect: FieldName = "Expect"
    package static let host: FieldName = "Host"
    package static let ifMatch: FieldName = "If-Match"
    package static let ifModifiedSince: FieldName = "If-Modified-Since"
    package static let ifNoneMatch: FieldName = "If-None-Match"
    package static let keepAlive: FieldName = "Keep-Alive"
    package static let lastModified: FieldName = "Last-Modified"
    package static let location: FieldName = "Location"
    package static let origin: FieldName = "Origin"
    package static let referer: FieldName = "Referer"
    package static let retryAfter: FieldName = "Retry-After"
    package static let setCookie: FieldName = "Set-Cookie"
    package static let trailer: FieldName = "Trailer"
    package static let transferEncoding: FieldName = "Transfer-Encoding"
    package static let upgrade: FieldName = "Upgrade"
    package static let userAgent: FieldName = "User-Agent"
    package static let vary: FieldName = "Vary"
    package static let wwwAuthenticate: FieldName = "WWW-Authenticate"
}
