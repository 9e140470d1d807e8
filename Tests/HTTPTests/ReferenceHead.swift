/// A complete head, read with whole arrays; `nil` where the server must refuse it.
struct ReferenceHead {
    enum Framing { case length(Int), chunked }

    private(set) var request: Reading.Request
    private(set) var framing = Framing.length(0)

    /// - Parameter bytes: in ``RequestGrammar/head``.
    init?(_ bytes: ArraySlice<UInt8>) {
        let lines = Self.lines(bytes)
        let words = lines[0].split(separator: UInt8(ascii: " ")).map(Array.init)
        let (method, isHTTP11) = (words[0], words[2] == [UInt8]("HTTP/1.1"))
        let fields = lines.dropFirst().map { line in
            let name = line.prefix { $0 != UInt8(ascii: ":") }
            return (name: Array(name), value: Self.trimmed(line.dropFirst(name.count + 1)))
        }
        func values(_ name: String) -> [[UInt8]] { fields.filter { Self.isSame($0.name, name) }.map(\.value) }

        guard let target = ReferenceTarget(words[1], method: method) else { return nil }
        let hosts = values("host")
        guard hosts.count <= 1, !hosts.isEmpty || !isHTTP11 else { return nil }
        if let host = hosts.first {
            guard ReferenceTarget.isAuthority(host), target.isFor(host) else { return nil }
        }

        let (codings, lengths) = (values("transfer-encoding"), values("content-length"))
        if !codings.isEmpty {
            guard lengths.isEmpty, isHTTP11, codings.count == 1, Self.isSame(codings[0], "chunked") else { return nil }
            framing = .chunked
        } else if !lengths.isEmpty {
            guard lengths.count == 1, RequestGrammar.length.matches(lengths[0]) else { return nil }
            let digits = String(decoding: lengths[0].drop { $0 == UInt8(ascii: "0") }, as: UTF8.self)
            guard digits.count < 9, (Int(digits) ?? 0) <= ReferenceParser.bodyLimit else { return nil }
            framing = .length(Int(digits) ?? 0)
        }

        let expectations = isHTTP11 ? values("expect").flatMap(Self.members) : []
        guard expectations.allSatisfy({ Self.isSame($0, "100-continue") }) else { return nil }
        let options = values("connection").flatMap(Self.members)
        let closes = options.contains { Self.isSame($0, "close") }

        request = Reading.Request(
            method: method, path: target.path, segments: target.segments, query: target.query,
            fields: fields.map { .init(name: $0.name, value: Self.text($0.value)) }, isHTTP11: isHTTP11,
            keepsAlive: !closes && (isHTTP11 || options.contains { Self.isSame($0, "keep-alive") }),
            expectsContinue: !expectations.isEmpty)
    }

    /// The lines that are not empty, without their ends.
    private static func lines(_ bytes: ArraySlice<UInt8>) -> [[UInt8]] {
        bytes.split(separator: 13).map { Array($0.drop { $0 == 10 }) }.filter { !$0.isEmpty }
    }

    private static func trimmed(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let start = Array(bytes).drop(while: ByteSet.blank.contains)
        return Array(start.reversed().drop(while: ByteSet.blank.contains).reversed())
    }

    /// The members of a list that are not empty, RFC 9110 §5.6.1.2.
    private static func members(_ value: [UInt8]) -> [[UInt8]] {
        value.split(separator: UInt8(ascii: ",")).map { trimmed($0) }.filter { !$0.isEmpty }
    }

    static func isSame(_ bytes: [UInt8], _ text: String) -> Bool {
        bytes.count == text.utf8.count && bytes.allSatisfy { $0 < 0x80 } && bytes.text.lowercased() == text
    }

    /// UTF-8 as it is; anything else one character a byte.
    private static func text(_ value: [UInt8]) -> [UInt8] {
        RequestGrammar.text.matches(value)
            ? value : [UInt8](value.map { String(UnicodeScalar($0)) }.joined())
    }
}
