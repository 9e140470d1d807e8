import Testing

@testable import HTTP

@Suite("Static files: names that may be kept for good, RFC 8246")
struct StaticFilesVersionTests {
    private static let immutable = "public, max-age=31536000, immutable"

    @Test(
        "the hash stands before the last ending",
        arguments: [
            ("site.css", "/site.HASH.css"), ("js/app.min.js", "/js/app.min.HASH.js"), ("LICENSE", "/LICENSE.HASH"),
            ("v1.2/data", "/v1.2/data.HASH"), ("end.", "/end.HASH."), ("a b.txt", "/a%20b.HASH.txt"),
            ("50%.txt", "/50%25.HASH.txt"), ("é?.txt", "/%C3%A9%3F.HASH.txt"),
            (".well-known/x.txt", "/.well-known/x.HASH.txt"), ("a+b&c;d=e@f:g!.txt", "/a+b&c;d=e@f:g!.HASH.txt"),
        ])
    func path(name: String, expected: String) throws {
        let files = try StaticFolder([name: "text"]).read()
        let hash = ContentHash([UInt8]("text")).version

        #expect(files.versionedPath(of: "/" + name) == expected.replacing("HASH", with: hash))
    }

    @Test("the same file, kept for good under one name and asked for again under the other")
    func both() throws {
        let files = try StaticFolder(["site.css": "body{}"]).read()
        let path = try #require(files.versionedPath(of: "/site.css"))
        let (plain, versioned) = (try #require(files.answer("/site.css")), try #require(files.answer(path)))

        #expect(plain.fields[.cacheControl] == "no-cache")
        #expect(versioned.fields[.cacheControl] == Self.immutable)
        #expect(plain.body == versioned.body)
        #expect(plain.fields[.etag] == versioned.fields[.etag])
        #expect(files.answer(path, [.ifNoneMatch: "*"])?.fields[.cacheControl] == Self.immutable)
        #expect(files.answer(path, [.range: "bytes=0-1"])?.fields[.cacheControl] == Self.immutable)
        #expect(files.paths == ["/site.css"])
    }

    @Test(
        "no refusal is kept for good",
        arguments: [[.range: "bytes=99-"], [.ifMatch: "\"x\""]] as [Fields])
    func refusals(fields: Fields) throws {
        let files = try StaticFolder(["site.css": "body{}"]).read()
        let response = files.answer(try #require(files.versionedPath(of: "/site.css")), fields)

        #expect(response?.status.isError == true)
        #expect(response?.fields[.cacheControl] == nil)
    }

    @Test("another hash finds nothing, also when it was right before")
    func otherHash() throws {
        let folder = try StaticFolder(["site.css": "body{}"])
        let before = try folder.read()
        try folder.write([UInt8]("body{ }"), to: "site.css")
        let after = try folder.read()
        let (old, new) = (
            try #require(before.versionedPath(of: "/site.css")), try #require(after.versionedPath(of: "/site.css"))
        )
        let hash = ContentHash([UInt8]("body{ }"))

        #expect(old != new)
        #expect(after.answer(old) == nil && before.answer(new) == nil)
        for wrong in [
            "/site.0000000000000000.css", "/site.\(hash.version.dropLast()).css", "/site.\(hash.text).css",
            "/site.\(hash.version.uppercased()).css", "/site.css.\(hash.version)", "/\(hash.version).css",
            "/site.\(hash.version)", "/site.\(hash.version).\(hash.version).css", "/site..css",
        ] where wrong != new {
            #expect(after.answer(wrong) == nil, "\(wrong)")
        }
        #expect(after.versionedPath(of: "/other.css") == nil && after.versionedPath(of: new) == nil)
    }

    @Test("a name in the folder that looks versioned is a plain one")
    func looksVersioned() throws {
        let files = try StaticFolder(["app.0123456789abcdef.js": "let a", "app.js": "let b"]).read()

        #expect(files.answer("/app.0123456789abcdef.js")?.fields[.cacheControl] == "no-cache")
        #expect(files.answer("/app.0123456789abcdef.js")?.body.text == "let a")
        #expect(files.versionedPath(of: "/app.0123456789abcdef.js")?.hasPrefix("/app.0123456789abcdef.") == true)
    }

    @Test("with its own hash in its name a file may be kept for good")
    func ownHash() throws {
        let path = "/app.\(ContentHash([UInt8]("let a")).version).js"
        for names in [[path], [path, "/app.js"]] {
            let folder = try StaticFolder()
            for name in names { try folder.write([UInt8]("let a"), to: name) }
            let files = try folder.read()

            #expect(files.answer(path)?.fields[.cacheControl] == Self.immutable)
            for name in names { #expect(files.versionedPath(of: name) == path) }
            #expect(files.paths == names.sorted() && files.passedOver.isEmpty)
        }
    }

    @Test("a file that bears the hash of another is not served for it")
    func lie() throws {
        let path = "/app.\(ContentHash([UInt8]("let a")).version).js"
        let files = try StaticFolder(["app.js": "let a", String(path.dropFirst()): "let b"]).read()

        #expect(files.answer(path)?.body.text == "let a")
        #expect(files.answer(path)?.fields[.cacheControl] == Self.immutable)
        #expect(files.versionedPath(of: "/app.js") == path)
        #expect(files.passedOver == [path])
        #expect(files.paths == ["/app.js"])
    }
}
