import Testing

@testable import HTTP

@Suite("Static files: gzip beside the file, RFC 9110 §12.5.3")
struct StaticFilesGzipTests {
    private static let plain = [UInt8]("body { margin: 0 }")
    private static let gzip = StaticFolder.gzip(plain)
    private let folder: StaticFolder
    private let files: StaticFiles

    init() throws {
        folder = try StaticFolder(["alone.txt.gz": "alone", "only.css": "only"])
        try folder.write(Self.plain, to: "style.css")
        try folder.write(Self.gzip, to: "style.css.gz", modifiedAt: StaticFolder.modifiedAt + 60)
        files = try folder.read()
    }

    @Test(
        "the form the client likes best",
        arguments: [
            (nil, "plain"), ("gzip", "gzip"), ("gzip, deflate, br, zstd", "gzip"), ("x-gzip", "gzip"), ("*", "gzip"),
            ("", "plain"), ("br", "plain"), ("gzip;q=0", "plain"), ("gzip;q=0, *", "plain"), ("identity", "plain"),
            ("gzip;q=0.5, identity;q=0.8", "plain"), ("gzip;q=0.8, identity;q=0.5", "gzip"),
            ("gzip, identity;q=0", "gzip"), ("gzip;q=0.001", "gzip"), ("*;q=0", nil), ("identity;q=0", nil),
            ("identity;q=0, gzip;q=0", nil), ("br, *;q=0", nil), ("gzip;q=x", "plain"),
        ] as [(String?, String?)])
    func choice(field: String?, expected: String?) throws {
        let response = try #require(files.answer("/style.css", field.map { [.acceptEncoding: $0] } ?? [:]))

        #expect(response.fields[.vary] == "Accept-Encoding")
        guard let expected else {
            #expect(response.status == .notAcceptable)
            #expect(response.body.isEmpty && response.fields[.cacheControl] == nil)
            return
        }
        #expect(response.status == .ok)
        #expect(response.fields[.contentEncoding] == (expected == "gzip" ? "gzip" : nil))
        #expect(response.fields[.contentType] == "text/css; charset=utf-8")
        #expect(response.body == (expected == "gzip" ? Self.gzip : Self.plain))
    }

    @Test("each form has its own tag and date, and its own 304")
    func validators() throws {
        let plain = try #require(files.answer("/style.css"))
        let gzip = try #require(files.answer("/style.css", [.acceptEncoding: "gzip"]))
        let tags = try [plain, gzip].map { try #require($0.fields[.etag]) }

        #expect(tags[0] != tags[1])
        #expect(plain.fields[.lastModified] == "Tue, 10 Mar 2026 11:00:00 GMT")
        #expect(gzip.fields[.lastModified] == "Tue, 10 Mar 2026 11:01:00 GMT")
        for (accepted, own, other) in [("identity", tags[0], tags[1]), ("gzip", tags[1], tags[0])] {
            let same = try #require(
                files.answer("/style.css", [.acceptEncoding: accepted, .ifNoneMatch: own]))
            #expect(same.status == .notModified)
            #expect(same.fields[.etag] == own)
            #expect(same.fields[.vary] == "Accept-Encoding")
            #expect(files.answer("/style.css", [.acceptEncoding: accepted, .ifNoneMatch: other])?.status == .ok)
            #expect(
                files.answer("/style.css", [.acceptEncoding: accepted, .ifMatch: other])?.status == .preconditionFailed)
        }
    }

    @Test("a range is one of the form that is chosen, RFC 9110 §14.2")
    func range() throws {
        let response = try #require(files.answer("/style.css", [.acceptEncoding: "gzip", .range: "bytes=0-1"]))
        let tag = try #require(files.answer("/style.css")?.fields[.etag])

        #expect(response.status == .partialContent)
        #expect(response.body == [0x1F, 0x8B])
        #expect(response.fields[.contentRange] == "bytes 0-1/\(Self.gzip.count)")
        #expect(response.fields[.contentEncoding] == "gzip")
        #expect(response.fields[.vary] == "Accept-Encoding")
        // The tag of the other form: half a plain file must not be continued with gzip.
        let other = files.answer("/style.css", [.acceptEncoding: "gzip", .range: "bytes=2-", .ifRange: tag])
        #expect(other?.body == Self.gzip)
    }

    @Test("the form is no file of its own; a .gz alone is just a file")
    func names() {
        #expect(files.paths == ["/alone.txt.gz", "/only.css", "/style.css"])
        #expect(files.answer("/style.css.gz") == nil)
        let alone = files.answer("/alone.txt.gz", [.acceptEncoding: "gzip"])
        #expect(alone?.fields[.contentType] == "application/gzip")
        #expect(alone?.fields[.contentEncoding] == nil)
        #expect(files.answer("/alone.txt") == nil)
    }

    @Test("where there is one form there is nothing to choose", arguments: ["gzip", "*;q=0", "identity;q=0"])
    func onlyOne(field: String) {
        let response = files.answer("/only.css", [.acceptEncoding: field])

        #expect(response?.status == .ok)
        #expect(response?.fields[.vary] == nil)
    }

    @Test("a .gz that does not hold the file beside it is passed over")
    func stale() throws {
        try folder.write([UInt8]("body { margin: 1 }"), to: "style.css")
        try folder.write([UInt8]("no gzip"), to: "only.css.gz")
        try folder.write(Self.gzip, to: "style.css.gz.gz")
        let files = try folder.read()

        #expect(files.passedOver == ["/only.css.gz", "/style.css.gz", "/style.css.gz.gz"])
        for name in ["style", "only"] {
            let response = files.answer("/\(name).css", [.acceptEncoding: "gzip"])
            #expect(response?.fields[.contentEncoding] == nil)
            #expect(response?.fields[.vary] == nil)
            #expect(files.answer("/\(name).css.gz") == nil)
        }
    }

    @Test("a file under its versioned name has both forms")
    func versioned() throws {
        let path = try #require(files.versionedPath(of: "/style.css"))

        let response = files.answer(path, [.acceptEncoding: "gzip"])

        #expect(response?.fields[.contentEncoding] == "gzip")
        #expect(response?.fields[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(files.answer(path)?.body == Self.plain)
        #expect(files.answer(path + ".gz") == nil)
        #expect(files.versionedPath(of: "/style.css.gz") == nil)
    }
}
