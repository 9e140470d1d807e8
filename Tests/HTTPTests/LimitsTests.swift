import Testing

@testable import HTTP

@Suite("Limits, at their edges")
struct LimitsTests {
    private func reason(_ text: String, _ limits: Limits) -> RefusalReason? {
        let outcomes = parse(text, limits: limits)
        #expect(outcomes == parseByteByByte([UInt8](text), limits: limits))
        return outcomes.first?.reason
    }

    @Test("the request line may have its limit and no byte more; 414")
    func requestLine() {
        let line = "GET /\(String(repeating: "a", count: 35)) HTTP/1.1"
        #expect(line.utf8.count == 49)
        #expect(reason(make(line), Limits(requestLine: 49)) == nil)
        #expect(reason(make(line), Limits(requestLine: 48)) == .requestLineTooLong)
        #expect(reason("\r\n" + make(line), Limits(requestLine: 49)) == nil)
        #expect(RefusalReason.requestLineTooLong.status == .uriTooLong)
    }

    @Test("the limits of the house: 8 KiB, 32 KiB, 100 fields, 1 MiB")
    func defaults() {
        let path = String(repeating: "a", count: 8 * 1024 - "GET / HTTP/1.1".utf8.count)
        #expect(parse(make("GET /\(path) HTTP/1.1")).first?.parsed != nil)
        #expect(parse(make("GET /\(path)a HTTP/1.1")).first?.reason == .requestLineTooLong)

        let fields = (1...99).map { "X-\($0): y" }.joined(separator: "\r\n")
        #expect(parse(make("GET / HTTP/1.1", fields)).first?.parsed?.fields.count == 100)
        #expect(parse(make("GET / HTTP/1.1", fields, "Z: y")).first?.reason == .tooManyFields)

        let room = 32 * 1024 - "Host: a.example\r\nX: \r\n".utf8.count
        let value = String(repeating: "v", count: room)
        #expect(parse(make("GET / HTTP/1.1", "X: \(value)")).first?.parsed != nil)
        #expect(parse(make("GET / HTTP/1.1", "X: \(value)v")).first?.reason == .fieldsTooLarge)

        let body = String(repeating: "b", count: 1024 * 1024)
        let whole = parse(make("PUT / HTTP/1.1", "Content-Length: 1048576", body: body))
        #expect(whole.first?.parsed?.body.count == 1024 * 1024)
        let chunked = parse(RequestExample.chunked("100000\r\n\(body)\r\n0\r\n\r\n"))
        #expect(chunked.first?.parsed?.body.count == 1024 * 1024)
        #expect(parse(RequestExample.chunked("100000\r\n\(body)\r\n1\r\n")).first?.reason == .bodyTooLarge)
    }

    @Test("a body limit holds for a length and for the sum of chunks; 413")
    func body() {
        let limits = Limits(body: 4)
        #expect(reason(make("PUT / HTTP/1.1", "Content-Length: 4", body: "abcd"), limits) == nil)
        #expect(reason(make("PUT / HTTP/1.1", "Content-Length: 5"), limits) == .bodyTooLarge)
        #expect(reason(RequestExample.chunked("2\r\nab\r\n2\r\ncd\r\n0\r\n\r\n"), limits) == nil)
        #expect(reason(RequestExample.chunked("2\r\nab\r\n3\r\n"), limits) == .bodyTooLarge)
    }

    @Test("a trailer section has the limits of a head; 431")
    func trailers() {
        let limits = Limits(fieldSection: 64, fields: 2)
        #expect(reason(RequestExample.chunked("0\r\nA: b\r\nC: d\r\n\r\n"), Limits(fields: 2)) == nil)
        #expect(
            reason(RequestExample.chunked("0\r\nA: b\r\nC: d\r\nE: f\r\n\r\n"), Limits(fields: 2)) == .tooManyFields)
        let long = RequestExample.chunked("0\r\nA: \(String(repeating: "b", count: 64))\r\n\r\n")
        #expect(reason(long, limits) == .fieldsTooLarge)
    }

    @Test("a chunk line may have its limit and no byte more; 400")
    func chunkLine() {
        let limits = Limits(chunkLine: 6)
        #expect(reason(RequestExample.chunked("1;abcd\r\nx\r\n0\r\n\r\n"), limits) == nil)
        #expect(reason(RequestExample.chunked("1;abcde\r\nx\r\n0\r\n\r\n"), limits) == .chunkLineTooLong)
        #expect(reason(RequestExample.chunked("0000001\r\nx\r\n0\r\n\r\n"), limits) == .chunkLineTooLong)
    }
}
