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
    /// Host and port of an absolute-form.
    let authority: ArraySlice<UInt8>?

    /// - Parameter bytes: non-empty and checked by the scanner.
    init(_ bytes: ArraySlice<UInt8>, method: Method) throws(RefusalReason) {
        guard method != .connect else {
            throw HostField.isValid(bytes) ? .connectNotSupported : .targetForm
        }
        if bytes.elementsEqual("*".utf8) {
            guard method == .options else { throw .targetForm }
            (path, segments, query, authority) = ("*", [], [], nil)
        } else if bytes.first == UInt8(ascii: "/") {
            authority = nil
            (path, segments, query) = try Self.pathAndQuery(bytes)
        } else {
            let (authority, rest) = try Self.splitAbsolute(bytes)
            self.authority = authority
            switch (rest.first, method) {
            case (nil, .options): (path, segments, query) = ("*", [], [])  // RFC 9112 §3.2.4
            case (UInt8(ascii: "/"), _): (path, segments, query) = try Self.pathAndQuery(rest)
            default: (path, segments, query) = try Self.pathAndQuery([UInt8(ascii: "/")] + rest)
            }
        }
    }

    /// `scheme "://" authority` and what follows it.
    private static func splitAbsolute(
        _ bytes: ArraySlice<UInt8>
    ) throws(RefusalReason) -> (authority: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
        for scheme in ["http://", "https://"] where bytes.prefix(scheme.utf8.count).equalsIgnoringCase(scheme.utf8) {
            let rest = bytes.dropFirst(scheme.utf8.count)
            let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
            guard HostField.isValid(rest[..<end]) else { throw .target }
            return (rest[..<end], rest[end...])
        }
        throw .targetForm
    }

    private static func pathAndQuery(
        _ bytes: ArraySlice<UInt8>
    ) throws(RefusalReason) -> (path: String, segments: [String], query: [QueryItem]) {
        let cut = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
        let (path, query) = (bytes[..<cut], bytes[cut...].dropFirst())
        guard path.allSatisfy(\.isPath), query.allSatisfy(\.isQuery) else { throw .target }
        return (String(decoding: path, as: UTF8.self), try segments(of: path), try QueryItem.list(of: query))
    }

    /// - Parameter path: begins with a slash.
    private static func segments(of path: ArraySlice<UInt8>) throws(RefusalReason) -> [String] {
        var segments: [String] = []
        var start = path.startIndex
        while start < path.endIndex {
            var end = start + 1
            while end < path.endIndex, path[end] != UInt8(ascii: "/") { end += 1 }
            let segment = try PercentDecoding.text(path[(start + 1)..<end])
            guard segment != ".", segment != ".." else { throw .dotSegment }
            guard !segment.utf8.contains(where: \.isControl) else { throw .controlInTarget }
            segments.append(segment)
            start = end
        }
        return segments
    }
}
