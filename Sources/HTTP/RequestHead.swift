/// A request without its body: what the head says, checked as a whole.
package struct RequestHead: Sendable {
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
        _ bytes: [UInt8], line: RequestLineScanner, lines: [FieldScanner.Line], limits: Limits
    ) throws(RefusalReason) {
        method = Method(scanned: bytes[line.method])
        isHTTP11 = line.isHTTP11
        var fields = Fields()
        fields.reserveCapacity(lines.count)
        for line in lines { fields.add(scanned: bytes[line.name], bytes[line.value]) }
        self.fields = fields
        let target = try RequestTarget(bytes[line.target], method: method)
        (path, segments, query) = (target.path, target.segments, target.query)
        try Self.checkHost(fields, authority: target.authority, isHTTP11: isHTTP11)
        framing = try BodyFraming(fields, isHTTP11: isHTTP11, limits: limits)
        expectsContinue = try Self.expectsContinue(fields, isHTTP11: isHTTP11)
        keepsAlive = Self.keepsAlive(fields, isHTTP11: isHTTP11)
    }

    /// Exactly one `Host` in HTTP/1.1, at most one in HTTP/1.0; an absolute-form names the same, RFC 9112 §3.2.
    private static func checkHost(
        _ fields: Fields, authority: ArraySlice<UInt8>?, isHTTP11: Bool
    ) throws(RefusalReason) {
        let hosts = fields.values(.host)
        guard hosts.count <= 1 else { throw .hostRepeated }
        guard let host = hosts.first else {
            if isHTTP11 { throw .hostMissing }
            return
        }
        guard HostField.isValid(ArraySlice(host.utf8)) else { throw .host }
        if let authority, !authority.equalsIgnoringCase(host.utf8) { throw .hostMismatch }
    }

    /// Only `100-continue` is known, and HTTP/1.0 cannot ask for it, RFC 9110 §10.1.1.
    private static func expectsContinue(_ fields: Fields, isHTTP11: Bool) throws(RefusalReason) -> Bool {
        let expectations = fields.values(.expect)
        guard isHTTP11, !expectations.isEmpty else { return false }
        guard expectations.allSatisfy({ $0.utf8.equalsIgnoringCase("100-continue".utf8) }) else { throw .expectation }
        return true
    }

    private static func keepsAlive(_ fields: Fields, isHTTP11: Bool) -> Bool {
        let options = fields.values(.connection).flatMap { $0.utf8.split(separator: UInt8(ascii: ",")) }.map(\.trimmed)
        if options.contains(where: { $0.equalsIgnoringCase("close".utf8) }) { return false }
        return isHTTP11 || options.contains { $0.equalsIgnoringCase("keep-alive".utf8) }
    }
}
