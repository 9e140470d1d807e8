import Testing

@testable import HTTP

@Suite("Answers as bytes, RFC 9112 §4")
struct ResponseWriterTests {
    private func write(
        _ response: Response, method: Method? = .get, isHTTP11: Bool = true, keepsAlive: Bool = true
    ) -> String {
        let date = [UInt8]("Date: today\r\n")
        let writer = ResponseWriter(method: method, isHTTP11: isHTTP11, keepsAlive: keepsAlive, date: date)
        var output = Output()
        writer.write(response, to: &output)
        return (output.head + output.content).text
    }

    @Test("an answer has its date, its fields, the length of its body, and the body")
    func whole() {
        let response = Response(.ok, fields: [.contentType: "text/plain"], body: [UInt8]("hello"))

        #expect(
            write(response)
                == "HTTP/1.1 200 OK\r\nDate: today\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello")
    }

    @Test("HEAD has the fields of GET and no body, RFC 9110 §9.3.2", arguments: [0, 5, 100_000])
    func head(size: Int) {
        let response = Response(.ok, fields: [.etag: "\"a\""], body: [UInt8](repeating: 0x78, count: size))

        let get = write(response)
        let head = write(response, method: .head)

        #expect(get == head + String(repeating: "x", count: size))
        #expect(head.contains("Content-Length: \(size)\r\n"))
    }

    @Test("204 and 304 have neither body nor length, RFC 9110 §8.6", arguments: [Status.noContent, .notModified])
    func bodiless(status: Status) {
        let text = write(Response(status, body: [UInt8]("x")))

        #expect(text == "HTTP/1.1 \(status.code) \(status.reason)\r\nDate: today\r\n\r\n")
    }

    @Test("framing and date are the server's: what a handler put there is left out")
    func ownFields() {
        let fields: Fields = [
            "content-length": "99", "Transfer-Encoding": "chunked", "Connection": "upgrade", "Date": "never",
            "Keep-Alive": "a", "Trailer": "b", "Upgrade": "c",
        ]

        #expect(write(Response(.ok, fields: fields)) == "HTTP/1.1 200 OK\r\nDate: today\r\nContent-Length: 0\r\n\r\n")
    }

    @Test("no text put in by the program can split an answer", arguments: UInt8.min...UInt8.max)
    func splitting(byte: UInt8) {
        var fields = Fields()
        let text = "a" + String(UnicodeScalar(byte)) + "Set-Cookie: b"
        fields.add(.location, text)
        fields.set("X-One", text)
        fields["X-Two"] = text

        let lines = write(Response(.seeOther, fields: fields)).split(
            separator: "\r\n", omittingEmptySubsequences: false)

        #expect(lines.count == 8)
        let isKept = byte == 9 || byte >= 0x20 && byte != 0x7F
        #expect(fields[.location] == (isKept ? text : "a Set-Cookie: b"))
        #expect(!lines.joined().utf8.contains { $0 < 0x20 && $0 != 9 || $0 == 0x7F })
    }

    @Test("CR LF is no single character that slips through")
    func lineEnd() {
        #expect(FieldValue("a\r\nb").text == "a  b")
        #expect(FieldValue("\r\n a \0").text == "a")
        #expect(("x\r\ny" as FieldValue).text == "x  y")
    }

    @Test("a code without a phrase keeps the space before it, RFC 9112 §4")
    func noPhrase() {
        #expect(write(Response(Status(299))).hasPrefix("HTTP/1.1 299 \r\n"))
    }

    @Test("a large body is not copied into the head")
    func largeBody() {
        let body = [UInt8](repeating: 1, count: 1 << 20)
        var output = Output()
        ResponseWriter(method: .get, isHTTP11: true, keepsAlive: true, date: []).write(
            Response(.ok, body: body), to: &output)

        #expect(output.head.count < 100)
        #expect(
            output.content.withUnsafeBufferPointer { $0.baseAddress } == body.withUnsafeBufferPointer { $0.baseAddress }
        )
    }

    @Test(
        "dates, RFC 9110 §5.6.7",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (1_709_164_799, "Wed, 28 Feb 2024 23:59:59 GMT"),
            (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 GMT"), (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
            (-5, "Thu, 01 Jan 1970 00:00:00 GMT"), (Int.max, "Fri, 31 Dec 9999 23:59:59 GMT"),
        ])
    func date(seconds: Int, text: String) {
        #expect(HTTPDate.text(epochSeconds: seconds) == text)
    }
}

@Suite("Fields, RFC 9110 §5")
struct FieldsTests {
    @Test("names are compared without case and kept as written")
    func names() {
        var fields: Fields = ["X-One": "a", "x-two": "b", "x-ONE": "c"]

        #expect(fields["X-ONE"] == "a, c")
        #expect(fields.values("x-one") == ["a", "c"])
        #expect(fields.map(\.name.spelling) == ["X-One", "x-two", "x-ONE"])
        fields.set("x-one", "d")
        #expect(fields.map(\.value) == ["d", "b"])
        fields["X-TWO"] = nil
        #expect(fields.map(\.value) == ["d"])
        #expect(fields["x-two"] == nil)
    }

    @Test("fields set together replace those of the same name, and keep several of one name")
    func together() {
        var fields: Fields = ["A": "1", "b": "2", "C": "3"]

        fields.set(["B": "4", "D": "5", "d": "6"])

        #expect(fields.map(\.name.spelling) == ["A", "C", "B", "D", "d"])
        #expect(fields.map(\.value) == ["1", "3", "4", "5", "6"])
    }

    @Test("bytes that are no UTF-8 are kept one by one")
    func obsoleteText() {
        #expect(
            parse([UInt8]("GET / HTTP/1.1\r\nHost: a\r\nX: ") + [0xE9, 13, 10, 13, 10]).first?.parsed?.fields.last?
                .value == "é")
    }
}
