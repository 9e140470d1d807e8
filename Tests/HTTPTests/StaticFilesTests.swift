import Foundation
import Testing

@testable import HTTP

@Suite("Static files: what is taken in, and no way out of the folder")
struct StaticFilesTests {
    private let folder: StaticFolder
    private let files: StaticFiles

    init() throws {
        folder = try StaticFolder([
            "site.css": "body{}", "js/app.js": "let a", ".env": "hidden", ".git/config": "hidden",
            ".well-known/security.txt": "contact", ".well-known/.hidden": "hidden", "a b.txt": "odd", "empty.json": "",
            "back\\slash.txt": "odd", "50%.txt": "odd", "%73ite.css": "odd", "é.txt": "odd", "LICENSE": "free",
        ])
        try folder.link("link.txt", to: "../outside.txt")
        try folder.link("inside.css", to: "site.css")
        try folder.link("linked", to: "..")
        try folder.link("around", to: "js")
        #expect(mkfifo(folder.file("pipe.txt"), 0o600) == 0)
        files = try folder.read()
    }

    @Test("regular files are taken in; links, pipes and dotfiles are not")
    func contents() {
        #expect(
            files.paths == [
                "/%73ite.css", "/.well-known/security.txt", "/50%.txt", "/LICENSE", "/a b.txt", "/back\\slash.txt",
                "/empty.json", "/js/app.js", "/site.css", "/é.txt",
            ])
        #expect(files.passedOver.isEmpty)
    }

    /// What the parser lets through is asked for; `nil` also when it refuses.
    private func answer(target: String) -> Response? {
        guard let parsed = parse("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n").first?.parsed else { return nil }
        return files.response(
            to: Request(method: parsed.method, path: parsed.path, segments: parsed.segments, id: UUID()))
    }

    @Test(
        "a request as it is sent finds its file",
        arguments: [
            ("/site.css", "body{}"), ("/site.css?v=2", "body{}"), ("http://a/site.css", "body{}"),
            ("/%73ite%2Ecss", "body{}"), ("/js/app.js", "let a"), ("/j%73/app.js", "let a"), ("/a%20b.txt", "odd"),
            ("/back%5Cslash.txt", "odd"), ("/50%25.txt", "odd"), ("/%2573ite.css", "odd"), ("/%C3%A9.txt", "odd"),
            ("/.well-known/security.txt", "contact"), ("/LICENSE", "free"), ("/empty.json", ""),
        ])
    func found(target: String, expected: String) {
        #expect(answer(target: target)?.body.text == expected)
    }

    @Test(
        "a request that tries to get out is refused or finds nothing",
        arguments: [
            "/../outside.txt", "/./site.css", "/js/../site.css", "/js/../../outside.txt", "/..", "/.", "/...",
            "/%2e%2e/outside.txt", "/%2E%2E/outside.txt", "/.%2e/outside.txt", "/..%2foutside.txt",
            "/js%2fapp.js", "/js/..%2f..%2foutside.txt", "/%2fsite.css", "/..%5coutside.txt", "/..\\outside.txt",
            "/js%5capp.js", "/%252e%252e/outside.txt", "/%252e%252e%252foutside.txt", "/%c0%ae%c0%ae/outside.txt",
            "/%e0%80%ae%e0%80%ae/outside.txt", "/..;/outside.txt", "/site.css%00", "/site.css%00.txt", "/%00",
            "/site.css%0a", "/site.css%20", "/site.css.", "/site.css/", "/site.css/.", "//site.css", "//", "/", "/js",
            "/js/", "/js/.", "/SITE.CSS", "/site.css~", "/site.css::$DATA", "/link.txt", "/inside.css",
            "/linked/outside.txt", "/linked/public/site.css", "/around/app.js", "/pipe.txt", "/.env", "/.git/config",
            "/%2eenv", "/.well-known", "/.well-known/", "/.well-known/.hidden", "/%", "/%7", "/%zz", "/50%.txt",
            "/C:/site.css", "/~/site.css", "file:///etc/passwd", "site.css",
        ])
    func notFound(target: String) {
        #expect(answer(target: target) == nil)
    }

    @Test(
        "what no parser lets through finds nothing either",
        arguments: [
            ("/..", ["..", "outside.txt"]), ("/%2e%2e", ["..", "outside.txt"]), ("/a%2f", ["js/app.js"]),
            ("/a%2f", ["../outside.txt"]), ("/%00", ["site.css\0"]), ("*", []), ("", []), ("", ["site.css"]), ("%", []),
        ] as [(String, [String])])
    func unparsed(path: String, segments: [String]) {
        #expect(files.response(to: Request(method: .get, path: path, segments: segments, id: UUID())) == nil)
    }

    @Test("a folder that is not there, and too much in one, stop the start")
    func failures() {
        #expect(throws: StaticFilesError.system(call: "opendir", path: "/nowhere", code: ENOENT)) {
            try StaticFiles(folder: "/nowhere")
        }
        #expect(throws: StaticFilesError.self) { try folder.read(maximumBytes: 10) }
    }

    @Test("a link, a pipe or a folder in place of a file is not read", arguments: ["link.txt", "pipe.txt", "js"])
    func replaced(name: String) {
        #expect(throws: StaticFilesError.self) { try FolderWalk.read(folder.file(name), atMost: 100) }
    }
}
