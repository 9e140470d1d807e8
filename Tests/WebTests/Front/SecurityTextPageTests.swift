import HTTP
import TestTools
import Testing

@testable import Web

@Suite("security.txt, RFC 9116")
struct SecurityTextPageTests {
    private static let plain = "Contact: mailto:a@b.example\nExpires: 2027-01-01T00:00:00Z\n"

    private func answer(
        _ text: String, site: String?, _ path: String = "/.well-known/security.txt", _ method: HTTP.Method = .get
    ) throws -> Response {
        let directory = TemporaryDirectory()
        try directory.make(".well-known")
        try directory.write(text, to: ".well-known/security.txt")
        let files = try StaticFiles(folder: directory.path)
        let page = try #require(SecurityTextPage(files, site: site.flatMap { Site($0) }))
        let request = Request.make(method, path)
        return try #require(page.response(to: request) ?? files.response(to: request))
    }

    @Test func asItLies() throws {
        let response = try answer(Self.plain, site: nil)
        #expect(response.text == Self.plain)
        #expect(response.fields["Content-Type"] == "text/plain; charset=utf-8")
    }

    @Test(arguments: [plain, String(plain.dropLast())])
    func withItsAddress(_ text: String) throws {
        let response = try answer(text, site: "https://opvang.example")
        #expect(
            response.text == Self.plain + "Canonical: https://opvang.example/.well-known/security.txt\n")
        #expect(response.fields["Content-Type"] == "text/plain; charset=utf-8")
    }

    @Test(arguments: [
        plain + "canonical: https://elders.example/.well-known/security.txt\n",
        "-----BEGIN PGP SIGNED MESSAGE-----\n" + plain,
    ])
    func notWhereItWouldBeWrong(_ text: String) throws {
        #expect(try answer(text, site: "https://opvang.example").text == text)
    }

    @Test func theOldPlaceLeadsToTheNew() throws {
        let response = try answer(Self.plain, site: nil, "/security.txt")
        #expect(response.status == .movedPermanently)
        #expect(response.fields["Location"] == "/.well-known/security.txt")
        #expect(try answer(Self.plain, site: nil, "/security.txt", .post).status == .methodNotAllowed)
        #expect(
            try answer(Self.plain, site: "https://a.example", "/.well-known/security.txt", .post).status
                == .methodNotAllowed)
    }
}
