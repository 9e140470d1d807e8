package import HTTP

/// What stands between the program and its visitors.
///
/// Whom a connection comes from is known; what a request says of others is believed only where it comes from a proxy
/// that was named. From anybody else it changes nothing.
package struct Front: Sendable {
    package let trustedProxies: [AddressRange]
    /// Where a trusted proxy says who signed in with it.
    package let userHeader: FieldName?
    /// The program's own address; without it every `Host` is answered, and none is built upon.
    package let site: Site?

    package init(trustedProxies: [AddressRange] = [], userHeader: FieldName? = nil, site: Site? = nil) {
        (self.trustedProxies, self.userHeader, self.site) = (trustedProxies, userHeader, site)
    }

    /// The request with the address of the client as its ``Request/peer``, in one way of writing.
    package func received(_ request: Request) -> Request {
        let client = client(of: request)
        return client == request.peer ? request : request.from(client)
    }

    /// Of `X-Forwarded-For` the rightmost address that is none of our proxies: what stands left of it was written by
    /// the client, or by somebody we do not know. Where a proxy wrote what is no address, the client is who sent it.
    ///
    /// `Forwarded` (RFC 7239) is not read: the proxies in use write the other, and pass this one on as it came.
    private func client(of request: Request) -> String {
        guard var address = IPAddress(request.peer) else { return request.peer }
        guard !trustedProxies.isEmpty, isTrusted(address) else { return address.text }
        let hops = request.fields.values("X-Forwarded-For").flatMap { $0.split(separator: ",") }
        for hop in hops.reversed() where isTrusted(address) {
            guard let before = Self.address(hop) else { break }
            address = before
        }
        return address.text
    }

    private func isTrusted(_ address: IPAddress) -> Bool { trustedProxies.contains { $0.contains(address) } }

    /// Some proxies write the port too: `192.0.2.7:4711`, `[2001:db8::7]:4711`.
    private static func address(_ hop: Substring) -> IPAddress? {
        let text = hop.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
        if text.first == "[" {
            return IPAddress(text.dropFirst().prefix { $0 != "]" })
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return IPAddress(parts.count == 2 ? parts[0] : text)
    }

    /// Who signed in with the proxy that sent the request as it came in; `nil` where no proxy says so. Two of them
    /// are nobody's name.
    package func user(of request: Request) -> String? {
        guard let userHeader, let peer = IPAddress(request.peer), isTrusted(peer) else { return nil }
        return request.fields[userHeader].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether the request as it came in is meant for us (RFC 9110 §7.4).
    ///
    /// Who looks from this machine whether the program is well need not know its name, when nobody else asks through
    /// them.
    package func isAddressed(_ request: Request) -> Bool {
        guard let site else { return true }
        if let host = request.fields[.host], site.isNamed(by: host) { return true }
        return Self.watched.contains(request.segments) && IPAddress(request.peer)?.isLoopback == true
            && !Self.forwarding.contains { request.fields.contains($0) }
    }

    private static let watched: [[String]] = [["v1", "health"], ["v1", "ready"], ["metrics"]]
    private static let forwarding: [FieldName] = ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"]
}
