import Foundation
import HTTP
import Testing

@testable import PageReading

@Suite("Files in Public/")
struct StaticFileTests {
    @Test func aFileWithItsTag() throws {
        let program = try TestProgram.reading.get()
        let first = try program.page("/icon.svg")
        let tag = try #require(first.fields["ETag"])

        let again = try program.send(.make(.get, "/icon.svg", fields: ["If-None-Match": tag]))

        #expect(first.status == .ok)
        #expect(first.fields["Content-Type"] == "image/svg+xml")
        #expect(first.fields["X-Content-Type-Options"] == "nosniff")
        #expect(again.status == .notModified)
        #expect(again.body.isEmpty)
        #expect(again.fields["ETag"] == tag)
        #expect(again.fields["Content-Security-Policy"] != nil)
    }

    @Test func everyFileThatAPageNamesIsThere() throws {
        for page in SamplePages.allCases {
            for tag in try page.markup().tags {
                guard let address = tag.name == "link" ? tag["href"] : tag["src"] else { continue }
                #expect(try TestProgram.reading.get().page(address).status == .ok, "\(address)")
            }
        }
    }

    @Test func whatPagesNameMayBeKeptForGood() throws {
        for tag in try SamplePages.allCases.flatMap({ try $0.markup().tags("link") }) {
            let address = try #require(tag["href"])

            let file = try TestProgram.reading.get().page(address)

            #expect(file.fields["Cache-Control"] == "public, max-age=31536000, immutable", "\(address)")
        }
        let plain = try TestProgram.reading.get().page("/opvangkaart.css")
        #expect(plain.fields["Cache-Control"] == "no-cache")
    }

    @Test func everyLinkOfAPageLeadsSomewhere() throws {
        // A program of its own: of one that others sign in to as well, too many of them end this session.
        let program = try TestProgram(Village.registry)
        let cookies = (try program.signIn(.coordinator), try program.signIn(.admin))
        let tags = try SamplePages.allCases.flatMap { try $0.markup().tags("a") }
        let addresses = Set(
            tags.compactMap { $0["href"]?.prefix { $0 != "#" } }.filter { $0.hasPrefix("/") }.map(String.init))
        for address in addresses.sorted() {
            // What is on hold is known to the program that made the page, and to no other.
            if address.contains("/vastgehouden/") || address.contains("/overdracht/") { continue }
            // The other language of a page that is not there.
            if address.contains("nergens") { continue }
            let cookie = address.contains("/logboek") ? cookies.1 : cookies.0
            let status = try program.page(address, cookie: cookie).status
            // What is for others is there all the same; a name or day that is none is told so, in both languages.
            let isFault =
                address.contains("gemeente=") && address.hasSuffix("Zwole") || address.contains("datum=%3Cb%3E")
            let allowed: [Status] = isFault ? [.badRequest] : [.ok, .forbidden]
            #expect(allowed.contains(status), "\(address)")
        }
    }

    @Test(arguments: [
        "/../Package.swift", "/%2e%2e/Package.swift", "/.gitignore", "/icon.svg/", "/Data/regions.json", "//",
    ])
    func nothingElse(_ path: String) throws {
        #expect(try TestProgram.reading.get().page(path).status == .notFound)
    }

    @Test func styleSheetsAskNoOtherHost() throws {
        let names = try FileManager.default.subpathsOfDirectory(atPath: Shipped.publicFolder.path)
        for name in names where name.hasSuffix(".css") || name.hasSuffix(".js") {
            let text = String(decoding: try Data(contentsOf: Shipped.publicFolder.appending(path: name)), as: UTF8.self)
            #expect(!text.contains("http://") && !text.contains("https://") && !text.contains("url(//"), "\(name)")
        }
    }
}
