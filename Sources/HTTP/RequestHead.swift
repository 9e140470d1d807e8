/// A request without its body: what the head says, checked as a whole. Shared by all who look at the request.
package final class RequestHead: Sendable {
    package let method: Method
    /// As sent, without the query; `*` for the asterisk-form.
    package let path: String
    package let segments: [String]
    package let query: [QueryItem]
    package let fields: Fields
    /// HTTP/1.1, else HTTP/1.0.
    package let isHTTP11: Bool
    package let framing: BodyFraming
    /// Whether the client waits for `100 Continue` before it sends the body.
    package let expectsContinue: Bool
    /// Whether the connection may serve another request, RFC 9112 §9.3.
    package let keepsAlive: Bool

    /// - Parameter bytes: the request from its first byte to the end of its head.
    init(
        _ bytes: [UInt8], line: RequestLineScanner, lines: [Fields.Line], limits: Limits
    ) throws(RefusalReason) {
        let method = Method(scanned: bytes.span.extracting(line.method))
        let target = try RequestTarget(bytes.span.extracting(line.target), method: method)
        let fields = Fields(scanned: bytes, lines: lines)
        let control = ControlFields(fields)
        let isHTTP11 = line.isHTTP11
        try Self.checkHost(control.host, of: fields, isHTTP11: isHTTP11)
        if let origin = target.origin {
            let sent = bytes.span.extracting(line.target).extracting(origin.authority)
            try Self.check(control.host, of: fields, against: sent, defaultPort: origin.defaultPort)
        }
        framing = try BodyFraming(control, of: fields, isHTTP11: isHTTP11, limits: limits)
        // Only `100-continue` is known, and HTTP/1.0 cannot ask for it, RFC 9110 §10.1.1.
        guard !isHTTP11 || !control.expectsOther else { throw .expectation }
        (self.method, self.fields, self.isHTTP11) = (method, fields, isHTTP11)
        (path, segments, query) = (target.path, target.segments, target.query)
        expectsContinue = isHTTP11 && control.expectsContinue
        keepsAlive = !control.saysClose && (isHTTP11 || control.saysKeepAlive)
    }

    /// A head that nobody sent, for tests of handlers.
    init(method: Method, path: String, segments: [String], query: [QueryItem], fields: Fields) {
        (self.method, self.path, self.segments) = (method, path, segments)
        (self.query, self.fields) = (query, fields)
        (isHTTP11, framing, expectsContinue, keepsAlive) = (true, .none, false, true)
    }

    /// Exactly one `Host` in HTTP/1.1, at most one in HTTP/1.0, RFC 9112 §3.2.
    private static func checkHost(
        _ field: ControlFields.Single, of fields: Fields, isHTTP11: Bool
    ) throws(RefusalReason) {
        switch field {
        case .repeated: throw .hostRepeated
        case .absent: if isHTTP11 { throw .hostMissing }
        case .once(let place): guard HostField.isValid(fields.raw(place).span) else { throw .host }
        }
    }

    /// An absolute-form names the same host; the default port may stand or not, RFC 9110 §4.2.3. Where they differ
    /// one of them lies, and which one somebody before us believed is not known.
    private static func check(
        _ field: ControlFields.Single, of fields: Fields, against authority: Span<UInt8>, defaultPort: Int
    ) throws(RefusalReason) {
        guard case .once(let place) = field else { return }
        let host = fields.raw(place)
        let (one, other) = (HostField.places(in: authority), HostField.places(in: host.span))
        let ports = (authority.extracting(one.port).number, host.span.extracting(other.port).number)
        let isSameHost = authority.extracting(one.host).equalsIgnoringCase(host.span.extracting(other.host))
        guard isSameHost, ports.0 ?? defaultPort == ports.1 ?? defaultPort else { throw .hostMismatch }
    }
}
