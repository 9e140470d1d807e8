import Domain
import Foundation
import HTTP
import Registry
import Testing

@testable import PageReading
@testable import Web

@Suite("What there is to know of the site")
struct StatementTests {
    static let paths = ["/toegankelijkheid", "/privacy", "/over", "/open-data", "/contact", "/kwetsbaarheid-melden"]

    private func page(_ path: String) throws -> MarkupTree {
        let response = try TestProgram.shipped.get().page(path)
        #expect(response.status == .ok, "\(path)")
        return MarkupTree(html: response.text)
    }

    /// The headings of the national model, in its order.
    @Test func theAccessibilityStatementFollowsTheModel() throws {
        let headings = try page("/toegankelijkheid").all("main").flatMap { $0.inner("h2") }.map(\.text)

        #expect(
            headings == [
                "Nalevingsstatus", "Toelichting op de status", "Inhoud die nog niet toegankelijk is",
                "Opstelling van deze verklaring", "Feedback en contact", "Handhaving",
            ])
    }

    @Test(arguments: paths, ["", "/en"])
    func whatIsLinkedIsThere(path: String, prefix: String) throws {
        let program = try TestProgram.shipped.get()
        let mine = try page(prefix + path).all("main").flatMap { $0.inner("a") }.compactMap { $0["href"] }
        for address in Set(mine) where address.hasPrefix("/v1/") || address.hasPrefix("/.well-known") {
            #expect(try program.get(address).status == .ok, "\(address)")
        }
    }

    @Test func theAddressIsThatOfSecurityText() throws {
        let links = try page("/kwetsbaarheid-melden").all("a").compactMap { $0["href"] }
        let text = try String(
            contentsOf: Shipped.publicFolder.appending(path: ".well-known/security.txt"), encoding: .utf8)
        for contact in SecurityText(text).contacts { #expect(links.contains(contact)) }
        // As long as it is nobody's, the page says so.
        let warns = try page("/kwetsbaarheid-melden").body.text.contains("dit adres is een voorbeeld")
        #expect(warns == SecurityText(text).hasPlaceholder)
    }

    @Test func theNumbersAreThoseOfTheRegistry() throws {
        let registry = try Shipped.registry
        let organizations = registry.organizations.count { $0.status != .ended }
        #expect(try page("/over").body.text.contains("\(organizations) organisaties"))
    }
}
