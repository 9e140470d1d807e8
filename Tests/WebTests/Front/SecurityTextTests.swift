import Domain
import Foundation
import Testing

@testable import Web

@Suite("security.txt, RFC 9116")
struct SecurityTextTests {
    private static let now = Timestamp.date("2026-11-20T12:00:00Z") ?? .distantPast

    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let faults: [SecurityText.Fault]
        var testDescription: String { name }

        init(
            _ name: String, contact: String = "Contact: mailto:meld@gemeente.nl\n",
            expires: String = "Expires: 2027-05-31T22:00:00Z\n", _ faults: [SecurityText.Fault] = []
        ) {
            (self.name, text, self.faults) = (name, "# Melden\n" + contact + expires, faults)
        }
    }

    @Test(
        "Faults are those that keep a report from arriving",
        arguments: [
            Example("right"),
            Example("no contact", contact: "", [.noContact]),
            Example("a contact in a comment", contact: "#Contact: mailto:meld@gemeente.nl\n", [.noContact]),
            Example("names in any case", contact: "CONTACT:mailto:meld@gemeente.nl\r\n"),
            Example("a bare address", contact: "Contact: meld@gemeente.nl\n", [.contactForm]),
            Example("without TLS", contact: "Contact: http://gemeente.nl/meld\n", [.contactForm]),
            Example("a web page", contact: "Contact: https://gemeente.nl/meld?over=voorbeeld.example\n"),
            Example("a telephone", contact: "Contact: tel:+31-33-4481186\n"),
            Example("nobody's mail", contact: "Contact: mailto:meld@Opvangkaart.EXAMPLE?subject=lek\n", [.placeholder]),
            Example("nobody's page", contact: "Contact: https://www.example.com:8443/meld\n", [.placeholder]),
            Example("nobody's whole domain", contact: "Contact: https://example.org\n", [.placeholder]),
            Example("a name that only ends alike", contact: "Contact: mailto:a@goodexample.com\n"),
            Example(
                "one of two is nobody's",
                contact: "Contact: mailto:meld@gemeente.nl\nContact: mailto:meld@x.test\n", [.placeholder]),
            Example("no end", expires: "", [.noExpiry]),
            Example("no date", expires: "Expires: volgend jaar\n", [.noExpiry]),
            Example(
                "two ends", expires: "Expires: 2027-05-31T22:00:00Z\nExpires: 2027-05-31T22:00:00Z\n", [.noExpiry]),
            Example("over this second", expires: "Expires: 2026-11-20T12:00:00Z\n", [.expired]),
            Example("over in a second", expires: "Expires: 2026-11-20T12:00:01Z\n", [.expiresSoon]),
            Example("a second less than 30 days", expires: "Expires: 2026-12-20T11:59:59Z\n", [.expiresSoon]),
            Example("30 days", expires: "Expires: 2026-12-20T13:00:00+01:00\r\n"),
            Example("a year", expires: "Expires: 2027-11-20T12:00:00Z"),
            Example("more than a year", expires: "Expires: 2027-11-21T12:00:00Z\n", [.expiresLate]),
            Example("nothing in it", contact: "", expires: "", [.noContact, .noExpiry]),
        ])
    func faults(_ example: Example) {
        #expect(SecurityText(example.text).faults(at: Self.now) == example.faults)
    }

    @Test("The shipped text has every field, and nothing wrong but the address that is nobody's")
    func shipped() throws {
        let folder = Shipped.publicFolder
        let text = try String(contentsOf: folder.appendingPathComponent(".well-known/security.txt"), encoding: .utf8)
        let end = try #require(text.firstMatch(of: /Expires: (\S+)/).flatMap { Timestamp.date(String($0.1)) })

        let dayBefore = end.addingTimeInterval(-60 * 86_400)
        #expect(SecurityText(text).faults(at: dayBefore) == [.placeholder])
        #expect(SecurityText.complaints(in: folder, at: dayBefore) == [SecurityText.Fault.placeholder.sentence])
        #expect(text.contains("Preferred-Languages: nl, en\n"))
    }

    @Test("A folder without the text is told")
    func missing() {
        #expect(SecurityText.complaints(in: Shipped.folder, at: Self.now).count == 1)
    }
}
