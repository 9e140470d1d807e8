/// The address under which people reach the program: `https://opvang.example`, or with a port of its own.
package struct Site: Hashable, Sendable {
    /// In lower case, an IPv6 address in brackets.
    private let host: String
    /// `nil` for the port that `https` has by itself.
    private let port: Int?

    /// `nil` for what is no such address. A slash at the end may stand; a path, a query or a user may not.
    package init?(_ text: String) {
        let scheme = "https://"
        guard text.lowercased().hasPrefix(scheme) else { return nil }
        var rest = text.lowercased().dropFirst(scheme.count)
        if rest.last == "/" { rest.removeLast() }
        guard let (host, port) = Self.parts(of: rest) else { return nil }
        self.host = host
        self.port = port == 443 ? nil : port
    }

    /// As a browser names it in `Origin`, RFC 6454 §6.2.
    package var origin: String { "https://\(host)" + (port.map { ":\($0)" } ?? "") }

    /// Whether a `Host` field names it. Proxies pass the port on or leave it off.
    func isNamed(by field: String) -> Bool {
        guard let (host, port) = Self.parts(of: field.lowercased()[...]) else { return false }
        return host == self.host && (port == nil || port == self.port ?? 443)
    }

    private static func parts(of text: Substring) -> (host: String, port: Int?)? {
        let end =
            text.first == "[" ? text.firstIndex(of: "]").map { text.index(after: $0) } : text.firstIndex(of: ":")
        let host = text[..<(end ?? text.endIndex)]
        let rest = text[host.endIndex...]
        guard isHost(host) else { return nil }
        guard !rest.isEmpty else { return (String(host), nil) }
        let digits = rest.dropFirst()
        guard rest.first == ":", digits.utf8.count <= 5, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let port = Int(digits), (1...65_535).contains(port)
        else { return nil }
        return (String(host), port)
    }

    private static func isHost(_ text: Substring) -> Bool {
        if text.first == "[" { return text.last == "]" && IPAddress(text.dropFirst().dropLast()) != nil }
        return (1...253).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
            }
    }
}
