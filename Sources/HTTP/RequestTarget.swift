/// A request target, taken apart and decoded, RFC 9112 §3.2.
///
/// Origin-form, absolute-form (`http` or `https`), and asterisk-form with OPTIONS. Authority-form belongs to
/// CONNECT, which this server does not do.
struct RequestTarget {
    /// As sent, without the query; `*` for the asterisk-form.
    let path: String
    /// Decoded; a trailing slash gives an empty last one, `/` a single empty one, `*` none.
    let segments: [String]
    let query: [QueryItem]
    /// Of an absolute-form.
    let origin: Origin?

    struct Origin {
        /// Where in the target host and port lie.
        let authority: Range<Int>
        /// Of the scheme.
        let defaultPort: Int
    }

    /// - Parameter bytes: non-empty and checked by the scanner.
    init(_ bytes: Span<UInt8>, method: Method) throws(RefusalReason) {
        guard method != .connect else {
            // Its target is a host with a port, RFC 9110 §9.3.6.
            let isAuthority = HostField.isValid(bytes) && !HostField.places(in: bytes).port.isEmpty
            throw isAuthority ? .connectNotSupported : .targetForm
        }
        if bytes.count == 1, bytes[0] == UInt8(ascii: "*") {
            guard method == .options else { throw .targetForm }
            (path, segments, query, origin) = ("*", [], [], nil)
        } else if bytes[0] == UInt8(ascii: "/") {
            origin = nil
            (path, segments, query) = try Self.pathAndQuery(bytes)
        } else {
            let found = try Self.origin(of: bytes)
            origin = found
            let rest = bytes.extracting(found.authority.upperBound...)
            if rest.isEmpty, method == .options {
                (path, segments, query) = ("*", [], [])  // RFC 9112 §3.2.4
            } else if !rest.isEmpty, rest[0] == UInt8(ascii: "/") {
                (path, segments, query) = try Self.pathAndQuery(rest)
            } else {
                // Without a path it is that of the root, RFC 9112 §3.2.1.
                let rooted = rest.withUnsafeBufferPointer { [UInt8(ascii: "/")] + $0 }
                (path, segments, query) = try Self.pathAndQuery(rooted.span)
            }
        }
    }

    /// What stands between `scheme "://"` and the path.
    private static func origin(of bytes: Span<UInt8>) throws(RefusalReason) -> Origin {
        for (scheme, port) in [("http://", 80), ("https://", 443)] {
            let start = scheme.utf8.count
            guard bytes.count >= start, bytes.extracting(..<start).equalsIgnoringCase(scheme) else { continue }
            let end = min(
                bytes.place(of: UInt8(ascii: "/"), from: start), bytes.place(of: UInt8(ascii: "?"), from: start))
            guard HostField.isValid(bytes.extracting(start..<end)) else { throw .target }
            return Origin(authority: start..<end, defaultPort: port)
        }
        throw .targetForm
    }

    private static func pathAndQuery(
        _ bytes: Span<UInt8>
    ) throws(RefusalReason) -> (path: String, segments: [String], query: [QueryItem]) {
        let cut = bytes.place(of: UInt8(ascii: "?"))
        let (path, query) = (bytes.extracting(..<cut), bytes.extracting(min(cut + 1, bytes.count)...))
        for place in path.indices where !path[place].isPath { throw .target }
        for place in query.indices where !query[place].isQuery { throw .target }
        return (String(path), try segments(of: path), try QueryItem.list(of: query))
    }

    /// - Parameter path: begins with a slash.
    private static func segments(of path: Span<UInt8>) throws(RefusalReason) -> [String] {
        var segments: [String] = []
        var start = 0
        while start < path.count {
            let end = path.place(of: UInt8(ascii: "/"), from: start + 1)
            let segment = try PercentDecoding.text(path.extracting((start + 1)..<end))
            guard segment != ".", segment != ".." else { throw .dotSegment }
            guard !segment.utf8.contains(where: \.isControl) else { throw .controlInTarget }
            segments.append(segment)
            start = end
        }
        return segments
    }
}
