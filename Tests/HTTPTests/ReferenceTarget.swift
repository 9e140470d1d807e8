/// A request target, read with whole arrays; `nil` where the server must refuse it.
struct ReferenceTarget {
    private(set) var path: [UInt8] = []
    private(set) var segments: [[UInt8]] = []
    private(set) var query: [Reading.Pair] = []
    /// Scheme and authority of an absolute-form.
    private var origin: (scheme: [UInt8], authority: [UInt8])?

    init?(_ target: [UInt8], method: [UInt8]) {
        if method == [UInt8]("CONNECT") { return nil }
        if target == [UInt8]("*") {
            guard method == [UInt8]("OPTIONS") else { return nil }
            path = target
            return
        }
        var relative = target
        if RequestGrammar.absoluteForm.matches(target) {
            let scheme = target.prefix { $0 != UInt8(ascii: ":") }
            let afterScheme = target.dropFirst(scheme.count + 3)
            let authority = afterScheme.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
            guard Self.isAuthority(Array(authority)) else { return nil }
            origin = (Array(scheme), Array(authority))
            relative = Array(afterScheme.dropFirst(authority.count))
            if relative.isEmpty, method == [UInt8]("OPTIONS") {
                path = [UInt8]("*")
                return
            }
            if relative.first != UInt8(ascii: "/") { relative.insert(UInt8(ascii: "/"), at: 0) }
        }
        guard RequestGrammar.originForm.matches(relative) else { return nil }

        path = Array(relative.prefix { $0 != UInt8(ascii: "?") })
        for piece in path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let segment = Self.decoded(piece), segment != [UInt8]("."), segment != [UInt8](".."),
                !segment.contains(where: { $0 < 0x20 || $0 == 0x7F })
            else { return nil }
            segments.append(segment)
        }
        for piece in relative.dropFirst(path.count + 1).split(separator: UInt8(ascii: "&")) {
            let spaced = piece.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
            let encodedName = spaced.prefix { $0 != UInt8(ascii: "=") }
            guard let name = Self.decoded(encodedName),
                let value = Self.decoded(spaced.dropFirst(encodedName.count + 1)), !(name + value).contains(0)
            else { return nil }
            query.append(.init(name: name, value: value))
        }
    }

    /// `uri-host [ ":" port ]`, the port at most 65535.
    static func isAuthority(_ bytes: [UInt8]) -> Bool {
        RequestGrammar.hostField.matches(bytes) && (port(bytes).flatMap { Int($0.text) } ?? 0) <= 65_535
    }

    /// Whether `host` names the same as an absolute-form does; a default port may stand or not, RFC 9110 §4.2.3.
    func isFor(_ host: [UInt8]) -> Bool {
        guard let origin else { return true }
        let defaultPort = ReferenceHead.isSame(origin.scheme, "https") ? "443" : "80"
        func named(_ authority: [UInt8]) -> [String] {
            let port = Self.port(authority) ?? []
            let name = authority.dropLast(Self.port(authority) == nil ? 0 : port.count + 1)
            return [Array(name).text.lowercased(), port.isEmpty ? defaultPort : port.text]
        }
        return named(host) == named(origin.authority)
    }

    /// What follows the last colon, if that is no part of an address.
    private static func port(_ authority: [UInt8]) -> [UInt8]? {
        let port = authority.reversed().prefix(while: ByteSet.digit.contains).reversed()
        let isAfterColon = authority.dropLast(port.count).last == UInt8(ascii: ":")
        return isAfterColon ? Array(port) : nil
    }

    /// Once, and only what is UTF-8 then.
    private static func decoded(_ bytes: some Sequence<UInt8>) -> [UInt8]? {
        var (decoded, rest) = ([UInt8](), Array(bytes)[...])
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard rest.count >= 2 else { return nil }
                decoded.append(UInt8(rest.prefix(2).reduce(0) { $0 * 16 + ReferenceParser.value(of: $1) }))
                rest = rest.dropFirst(2)
            } else {
                decoded.append(byte)
            }
        }
        return RequestGrammar.text.matches(decoded) ? decoded : nil
    }
}
