import Foundation
import Testing

@testable import HTTP

@Suite("Static files")
final class StaticFilesTests {
    private let root = FileManager.default.temporaryDirectory.appendingPathComponent("http-\(UUID().uuidString)")
    private var folder: String { root.appendingPathComponent("public").path }

    init() throws {
        try write("secret", to: "outside.txt")
        try write("body{}", to: "public/site.css")
        try write("let a", to: "public/js/app.js")
        try write("hidden", to: "public/.env")
        try write("hidden", to: "public/.git/config")
        try write("contact", to: "public/.well-known/security.txt")
        try write("odd", to: "public/a b.txt")
        try write("", to: "public/empty.json")
        for (link, target) in [("link.txt", "outside.txt"), ("linked", "")] {
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/" + link, withDestinationPath: root.appendingPathComponent(target).path)
        }
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    private func write(_ text: String, to path: String) throws {
        let file = root.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func make(_ segments: [String], method: HTTP.Method = .get, _ fields: Fields = [:]) -> Request {
        Request(method: method, path: "", segments: segments, fields: fields, id: UUID())
    }

    @Test("regular files are taken in, links and dotfiles are not")
    func contents() throws {
        let files = try StaticFiles(folder: folder)

        #expect(files.paths == ["/.well-known/security.txt", "/a b.txt", "/empty.json", "/js/app.js", "/site.css"])
    }

    @Test(
        "no path leads out of the folder",
        arguments: [
            ["..", "outside.txt"], ["js", "..", "..", "outside.txt"], ["../outside.txt"], ["js/app.js"], ["js", ""],
            ["", "site.css"], [""], [], ["js"], ["link.txt"], ["linked", "outside.txt"], [".env"], [".git", "config"],
            ["site.css\0"], ["site.css", ""], ["SITE.CSS"], [".", "site.css"], ["..\\outside.txt"],
            ["%2e%2e", "outside.txt"],
        ])
    func outside(segments: [String]) throws {
        #expect(try StaticFiles(folder: folder).response(to: make(segments)) == nil)
    }

    @Test(
        "requests that try to get out are refused or find nothing",
        arguments: [
            "/../outside.txt", "/%2e%2e/outside.txt", "/..%2foutside.txt", "/js/..%2f..%2foutside.txt",
            "/..%5coutside.txt",
            "/%252e%252e/outside.txt", "/site.css%00", "//outside.txt", "/linked/outside.txt", "/link.txt",
        ])
    func traversal(path: String) throws {
        let parsed = parse("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n").first?.parsed

        #expect(try StaticFiles(folder: folder).file(parsed?.segments ?? []) == nil)
    }

    @Test("a file is answered with its type, a strong tag and its content")
    func found() throws {
        let files = try StaticFiles(folder: folder)

        let response = try #require(files.response(to: make(["js", "app.js"]), fields: [.cacheControl: "no-cache"]))

        #expect(response.status == .ok)
        #expect(response.fields[.contentType] == "text/javascript; charset=utf-8")
        #expect(response.fields[.cacheControl] == "no-cache")
        #expect(response.fields[.etag]?.hasPrefix("\"") == true)
        #expect(response.body.text == "let a")
        #expect(files.response(to: make(["empty.json"]))?.body == [])
    }

    @Test("If-None-Match is compared weakly, as a list, and with a star, RFC 9110 §13.1.2")
    func conditional() throws {
        let files = try StaticFiles(folder: folder)
        let tag = try #require(files.file(["site.css"])?.tag.description)

        for field in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
            for method in [HTTP.Method.get, .head] {
                let response = files.response(to: make(["site.css"], method: method, [.ifNoneMatch: field]))
                #expect(response?.status == .notModified)
                #expect(response?.body == [])
                #expect(response?.fields[.etag] == tag)
            }
        }
        for field in ["\"x\"", "x", ""] {
            #expect(files.response(to: make(["site.css"], [.ifNoneMatch: field]))?.status == .ok)
        }
    }

    @Test("other methods are not allowed", arguments: [HTTP.Method.post, .put, .delete, .options])
    func methods(method: HTTP.Method) throws {
        let response = try StaticFiles(folder: folder).response(to: make(["site.css"], method: method))

        #expect(response?.status == .methodNotAllowed)
        #expect(response?.fields[.allow] == "GET, HEAD")
    }

    @Test("the tag follows the content")
    func tags() throws {
        let before = try StaticFiles(folder: folder)
        try write("body{ }", to: "public/site.css")
        let after = try StaticFiles(folder: folder)

        #expect(before.file(["site.css"])?.tag != after.file(["site.css"])?.tag)
        #expect(before.file(["a b.txt"])?.tag == after.file(["a b.txt"])?.tag)
        #expect(before.file(["empty.json"])?.tag.opaque == "0-6c62272e07bb014262b821756295c58d")  // FNV-1a of nothing
    }

    @Test("a folder that is not there, and too much in one, stop the start")
    func failures() {
        #expect(throws: StaticFilesError.system(call: "opendir", path: "/nowhere", code: ENOENT)) {
            try StaticFiles(folder: "/nowhere")
        }
        #expect(throws: StaticFilesError.self) { try StaticFiles(folder: folder, maximumBytes: 10) }
    }
}
