import Foundation
import TestTools
import Testing

@testable import HTTP

@Suite("Static files: answers")
struct StaticFilesAnswerTests {
    private static let text = "0123456789"
    private let folder: StaticFolder
    private let files: StaticFiles

    init() throws {
        folder = try StaticFolder(["ten.txt": Self.text, "empty.json": ""])
        files = try folder.read()
    }

    private func tag(_ path: String) throws -> String { try #require(files.answer(path)?.fields[.etag]) }

    @Test("a file has its type, a strong tag, its date and its content", arguments: [HTTP.Method.get, .head])
    func whole(method: HTTP.Method) throws {
        let response = try #require(files.answer("/ten.txt", method: method))

        #expect(response.status == .ok)
        #expect(response.fields[.contentType] == "text/plain; charset=utf-8")
        #expect(response.fields[.etag]?.hasPrefix("\"a-") == true)
        #expect(response.fields[.lastModified] == StaticFolder.modifiedText)
        #expect(response.fields[.acceptRanges] == "bytes")
        #expect(response.fields[.cacheControl] == "no-cache")
        #expect(response.fields[.vary] == nil && response.fields[.contentEncoding] == nil)
        #expect(response.body.text == Self.text)
        #expect(response.label == "/ten.txt")
        #expect(files.answer("/empty.json")?.body == [])
        #expect(try tag("/empty.json") == "\"0-6c62272e07bb014262b821756295c58d\"")  // FNV-1a of nothing
    }

    @Test(
        "the type by the ending, in any case",
        arguments: [
            ("a.CSS", "text/css; charset=utf-8"), ("a.min.js", "text/javascript; charset=utf-8"),
            ("a.mjs", "text/javascript; charset=utf-8"), ("a.html", "text/html; charset=utf-8"),
            ("a.svg", "image/svg+xml"), ("a.webmanifest", "application/manifest+json"), ("a.woff2", "font/woff2"),
            ("a.gz", "application/gzip"), ("a", "application/octet-stream"), ("a.", "application/octet-stream"),
            ("css", "application/octet-stream"), ("a.css.bak", "application/octet-stream"),
        ])
    func type(name: String, expected: String) {
        #expect(ContentType.of(name: name) == expected)
    }

    @Test(
        "conditions, RFC 9110 §13",
        arguments: [
            ([.ifNoneMatch: "TAG"], 304), ([.ifNoneMatch: "W/TAG"], 304), ([.ifNoneMatch: "\"x\", TAG"], 304),
            ([.ifNoneMatch: "*"], 304), ([.ifNoneMatch: "\"x\""], 200), ([.ifNoneMatch: ""], 200),
            ([.ifModifiedSince: "Tue, 10 Mar 2026 11:00:00 GMT"], 304),
            ([.ifModifiedSince: "Tue, 10 Mar 2026 10:59:59 GMT"], 200), ([.ifMatch: "TAG"], 200),
            ([.ifMatch: "W/TAG"], 412), ([.ifMatch: "\"x\""], 412),
            ([.ifUnmodifiedSince: "Tue, 10 Mar 2026 10:59:59 GMT"], 412),
            ([.ifNoneMatch: "TAG", .range: "bytes=0-1"], 304), ([.ifMatch: "\"x\"", .range: "bytes=0-1"], 412),
        ] as [(Fields, Int)])
    func conditions(fields: Fields, expected: Int) throws {
        var sent: Fields = [:]
        for field in fields { sent.add(field.name, field.value.replacing("TAG", with: try tag("/ten.txt"))) }

        for method in [HTTP.Method.get, .head] {
            #expect(files.answer("/ten.txt", sent, method: method)?.status.code == expected)
        }
    }

    @Test("304 carries what a cache needs and no more, RFC 9110 §15.4.5")
    func notModified() throws {
        let response = try #require(files.answer("/ten.txt", [.ifNoneMatch: "*"]))

        #expect(response.fields.map(\.name) == [.etag, .cacheControl])
        #expect(response.body.isEmpty)
    }

    @Test(
        "ranges, RFC 9110 §14 and §15.3.7",
        arguments: [
            ("bytes=2-4", 206, "234", "bytes 2-4/10"), ("bytes=7-", 206, "789", "bytes 7-9/10"),
            ("bytes=-2", 206, "89", "bytes 8-9/10"), ("bytes=0-", 206, text, "bytes 0-9/10"),
            ("bytes=0-1,2-3", 206, "0123", "bytes 0-3/10"), ("bytes=0-1,8-9", 200, text, nil),
            ("bytes=10-", 416, "", "bytes */10"), ("bytes=-0", 416, "", "bytes */10"), ("bytes=4-2", 200, text, nil),
            ("lines=1-2", 200, text, nil), ("bytes=x", 200, text, nil), ("", 200, text, nil),
        ] as [(String, Int, String, String?)])
    func ranges(field: String, status: Int, body: String, contentRange: String?) throws {
        let response = try #require(files.answer("/ten.txt", [.range: field]))

        #expect(response.status.code == status)
        #expect(response.body.text == body)
        #expect(response.fields[.contentRange] == contentRange)
        #expect((response.fields[.etag] != nil) == (status != 416))
        #expect((response.fields[.cacheControl] != nil) == (status != 416))
        #expect(files.answer("/ten.txt", [.range: field], method: .head)?.status == .ok)  // §14.2: only GET
    }

    @Test("a part is a slice of the file and no copy")
    func noCopy() throws {
        guard case .bytes(let whole) = files.answer("/ten.txt")?.content,
            case .bytes(let part) = files.answer("/ten.txt", [.range: "bytes=2-4"])?.content
        else {
            Issue.record("the content is not known whole")
            return
        }
        #expect(part.startIndex == 2)
        let distance = whole.withUnsafeBytes { whole in
            part.withUnsafeBytes { part in
                whole.baseAddress.flatMap { start in part.baseAddress.map { start.distance(to: $0) } }
            }
        }
        #expect(distance == 2)
    }

    @Test(
        "If-Range, RFC 9110 §13.1.5",
        arguments: [
            ("TAG", 206), ("W/TAG", 200), ("\"x\"", 200), ("Tue, 10 Mar 2026 11:00:00 GMT", 206),
            ("Tue, 10 Mar 2026 11:00:01 GMT", 200), ("x", 200), ("", 200),
        ])
    func ifRange(field: String, status: Int) throws {
        let value = field.replacing("TAG", with: try tag("/ten.txt"))

        let response = try #require(files.answer("/ten.txt", [.ifRange: value, .range: "bytes=2-4"]))
        let outside = files.answer("/ten.txt", [.ifRange: value, .range: "bytes=10-"])

        #expect(response.status.code == status)
        #expect(outside?.status.code == (status == 206 ? 416 : 200))
        // §15.3.7: the client has the other fields.
        if status == 206 { #expect(response.fields.map(\.name) == [.etag, .cacheControl, .contentRange]) }
        #expect(files.answer("/ten.txt", [.ifRange: value])?.status == .ok)
    }

    @Test("parts put together are the file", arguments: 0..<20 as Range<UInt64>)
    func together(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let content = (0..<Int.random(in: 1...300, using: &generator)).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        try folder.write(content, to: "some.bin")
        let files = try folder.read()
        var received: [UInt8] = []

        while received.count < content.count {
            let last = received.count + Int.random(in: 0...40, using: &generator)
            let response = try #require(files.answer("/some.bin", [.range: "bytes=\(received.count)-\(last)"]))
            #expect(response.status == .partialContent)
            received += response.body
        }

        #expect(received == content)
    }

    @Test(
        "other methods are not allowed, RFC 9110 §15.5.6", arguments: [HTTP.Method.post, .put, .patch, .delete, .trace])
    func methods(method: HTTP.Method) {
        let response = files.answer("/ten.txt", [.ifNoneMatch: "*"], method: method)

        #expect(response?.status == .methodNotAllowed)
        #expect(response?.fields[.allow] == "GET, HEAD, OPTIONS")
        #expect(response?.fields[.cacheControl] == nil)
        #expect(files.answer("/nothing", method: method) == nil)
    }

    @Test("OPTIONS says what is allowed, RFC 9110 §9.3.7")
    func options() {
        let response = files.answer("/ten.txt", method: .options)

        #expect(response?.status == .noContent)
        #expect(response?.fields[.allow] == "GET, HEAD, OPTIONS")
    }

    @Test(
        "a date that does not tell this content from the next is left out, RFC 9110 §8.8.2", arguments: [0, 1, 86_400])
    func fresh(secondsAhead: Int) throws {
        try folder.write([UInt8]("new"), to: "new.txt", modifiedAt: StaticFolder.readAt + secondsAhead)
        let files = try folder.read()

        #expect(files.answer("/new.txt")?.fields[.lastModified] == nil)
        #expect(files.answer("/new.txt", [.ifModifiedSince: "Fri, 31 Dec 9999 23:59:59 GMT"])?.status == .ok)
        #expect(files.answer("/new.txt")?.fields[.etag] != nil)
    }
}
