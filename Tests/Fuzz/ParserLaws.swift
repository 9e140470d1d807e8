import HTTP

/// What holds for every request parser and every input.
enum ParserLaws {
    private static let house = Limits()
    /// So small that inputs of a few bytes come to every limit.
    private static let small = Limits(requestLine: 40, fieldSection: 80, fields: 4, body: 24, chunkLine: 12)
    /// So large that what is written anew fits, escapes and all.
    private static let wide = Limits(requestLine: 64 * 1024, fieldSection: 256 * 1024, fields: 200, chunkLine: 512)

    static func check(_ bytes: [UInt8]) {
        let whole = Delivery(bytes, limits: house)
        let tight = Delivery(bytes, limits: small)
        for cuts in cuts(of: bytes) {
            demand(Delivery(bytes, cuts: cuts, limits: house) == whole, "cuts at \(cuts) make no difference")
            demand(Delivery(bytes, cuts: cuts, limits: small) == tight, "nor with small limits, cut at \(cuts)")
        }
        let isPrefix = tight.requests.count <= whole.requests.count
        demand(isPrefix, "what small limits let through larger ones do")
        for (one, other) in zip(tight.requests, whole.requests) {
            demand(Said(one.head) == Said(other.head) && one.body == other.body, "limits change no request")
        }
        for request in whole.requests { check(request, house) }
        for request in tight.requests { check(request, small) }
        for request in whole.requests {
            checkAgain(request.head, request.body)
            RouterLaws.check(request.head)
            _ = try? QueryItem.list(of: request.body[...])
        }
    }

    /// Single bytes, and places that depend on the input, so that an input found fails again.
    private static func cuts(of bytes: [UInt8]) -> [[Int]] {
        guard !bytes.isEmpty else { return [] }
        var state = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        func place() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % (bytes.count + 1)
        }
        let lineEnds = bytes.indices.filter { bytes[$0] == 10 }
        return [Array(bytes.indices.dropFirst()), [place()], [place(), place(), place()].sorted(), lineEnds]
    }

    private static func check(_ request: (head: RequestHead, body: [UInt8], length: Int), _ limits: Limits) {
        let head = request.head
        let target = head.path.utf8.count
        demand(target <= limits.requestLine, "a path fits into its line")
        demand(head.fields.count <= limits.fields, "there are no more fields than the limit")
        let section = head.fields.reduce(0) { $0 + $1.name.spelling.utf8.count + ":\r\n".utf8.count }
        demand(section <= limits.fieldSection, "fields fit into their section")
        demand(request.body.count <= limits.body, "a body is within its limit")
        demand((1...Method.maximumLength).contains(head.method.rawValue.utf8.count), "a method has 1 to 32 bytes")
        demand(!head.fields.contains { $0.value.utf8.contains { [0, 10, 13].contains($0) } }, "no value ends its line")
        demand(!head.segments.contains { $0 == "." || $0 == ".." }, "no segment leads elsewhere")
        switch head.framing {
        case .none:
            let most = "\r\n".utf8.count * 3 + limits.requestLine + limits.fieldSection
            demand(request.length <= most && request.body.isEmpty, "a head is within its limits")
        case .length(let count): demand(request.body.count == count, "a body is as long as it says")
        case .chunked: demand(head.isHTTP11, "only HTTP/1.1 has chunks")
        }
    }

    /// A request written anew in one way says the same as it did.
    private static func checkAgain(_ head: RequestHead, _ body: [UInt8]) {
        var text = "\(head.method.rawValue) \(head.path)"
        if !head.query.isEmpty {
            text += "?" + head.query.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
        }
        text += " HTTP/1.\(head.isHTTP11 ? 1 : 0)\r\n"
        for field in head.fields { text += "\(field.name.spelling): \(field.value)\r\n" }
        var bytes = Array((text + "\r\n").utf8)
        if head.framing == .chunked {
            if !body.isEmpty { bytes += Array("\(String(body.count, radix: 16))\r\n".utf8) + body + [13, 10] }
            bytes += Array("0\r\n\r\n".utf8)
        } else {
            bytes += body
        }
        let again = Delivery(bytes, limits: wide)
        demand(again.requests.count == 1 && again.requests.first?.length == bytes.count, "it is one request again")
        demand(again.requests.first.map { Said($0.head) } == Said(head), "it says the same again")
        demand(again.requests.first?.body == body, "its body is the same again")
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let digits = String(byte, radix: 16)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }
        .joined()
    }
}
