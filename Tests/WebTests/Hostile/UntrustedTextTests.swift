import Domain
import Foundation
import HTTP
import Registry
import Testing

@testable import JSONText
@testable import PageReading
@testable import Web

/// What organisations write of themselves is text wherever it comes out: never markup, never a formula, never a
/// field of a head, and it cannot make the words beside it read backwards.
@Suite("Text from outside")
struct UntrustedTextTests {
    static let harmless = "Huis"

    static let texts = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "&lt;b&gt; & ]]>",
        "=HYPERLINK(\"https://elders.example\",\"Klik\")", "+1+1", "-2+3", "@SUM(1+1)", "'=1+1", "\t=1+1",
        "Huis\r\nSet-Cookie: opvangkaart=1", "a\u{202E}tsid eid\u{202C}b", "a\u{200B}\u{2066}b\u{FEFF}", "\u{0}\u{7}b",
        "\\\"}],\"x\":[{\"\u{2028}",
    ]

    @Test(arguments: texts)
    func asJSON(_ text: String) throws {
        let program = try Self.program(text)
        let services = try program.get("/v1/services?pageSize=100", as: .coordinator)
        let organization = try program.get("/v1/organizations/voorbeeld-huis").json
        let result = try program.send(.post, "/v1/placements/_search", as: .coordinator, json: Body.readme)

        #expect(try services.json["contents"].elements.allSatisfy { $0["name"].string?.isWritten(as: text) == true })
        #expect(organization["description"].string?.isWritten(as: text) == true)
        #expect(organization["phones"][0]["purpose"].string?.isWritten(as: text) == true)
        #expect(try result.json["sections"].elements.isEmpty == false)
        for response in [services, result] {
            #expect(response.fields["Content-Type"] == "application/json")
            #expect(response.fields["X-Content-Type-Options"] == "nosniff")
            #expect(response.fields["Set-Cookie"] == nil)
        }
    }

    @Test(arguments: texts)
    func asTable(_ text: String) throws {
        let program = try Self.program(text)
        for route in program.routes where route.answers.contains(where: \.hasTable) && !route.path.contains("{") {
            let response = try program.get(route.path, as: .admin, fields: ["Accept": "text/csv"])
            guard case .bytes = response.content else { continue }
            let rows = Self.cells(response.text)
            #expect(Set(rows.map(\.count)).count == 1, "\(route.path)")
            for cell in rows.joined() {
                let first = cell.unicodeScalars.first
                #expect(!["=", "+", "-", "@", "\t", "\r", "\n"].contains(first ?? " "), "\(route.path): \(cell)")
            }
            if route.path == "/v1/services" {
                let names = rows.dropFirst().map { $0[4] }
                #expect(!names.isEmpty && names.allSatisfy { Self.read($0).isWritten(as: text) }, "\(names)")
            }
        }
    }

    /// Every page has the same elements with the same attributes, whatever people wrote. A walk over all pages takes its
    /// time, so there is one with everything at once beside those that are hardest to hold.
    @Test(arguments: [texts.joined(separator: " ")] + texts.prefix(1))
    func onPages(_ text: String) throws {
        let (nasty, plain) = (try Self.structure(text), try Self.plain.get())

        // Lists are in the order of the names, so a walk may come to other pages of the same kind.
        let both = Set(nasty.tags.keys).intersection(plain.tags.keys)
        #expect(both.count * 10 >= plain.tags.count * 9)
        for what in both.sorted() {
            let (tags, expected) = (nasty.tags[what] ?? [], plain.tags[what] ?? [])
            let place = zip(tags, expected).enumerated().first { $0.element.0 != $0.element.1 }
            #expect(tags == expected, "\(what): \(place.map { "\($0.offset) \($0.element)" } ?? "length")")
        }
        #expect(nasty.found >= 2, "the text is on the pages")
    }

    private static let plain = Result { try structure(harmless) }

    /// The elements of each page, in order, and on how many pages the text stands.
    private static func structure(_ text: String) throws -> (tags: [String: [String]], found: Int) {
        let program = try program(text)
        var (tags, found) = ([String: [String]](), 0)
        let shown = text.unicodeScalars.filter { !unseen.contains($0) }.map(String.init).joined()
        for visitor in [Visitor.coordinator, .shelter] {
            let cookie = try program.signIn(visitor)
            try PageWalk(program: program, cookie: cookie) { what, response in
                guard response.fields["Content-Type"]?.hasPrefix("text/html") == true else { return }
                let markup = Markup(response.text)
                let names = markup.tags.map { "\($0.name) \($0.attributes.keys.sorted())" }
                tags["\(visitor) \(what)", default: []] += names
                #expect(!response.text.unicodeScalars.contains { unseen.contains($0) }, "\(what)")
                let words = markup.pieces.map { if case .text(let text) = $0 { text } else { "" } }.joined(
                    separator: "|")
                if words.contains(shown) { found += 1 }
            }.walk(from: ["/", "/inloggen"])
        }
        return (tags, found)
    }

    private static let unseen: Set<Unicode.Scalar> = [
        "\u{0}", "\u{7}", "\u{200B}", "\u{202C}", "\u{202E}", "\u{2066}", "\u{FEFF}",
    ]

    // MARK: A registry of it

    private static func program(_ text: String) throws -> TestProgram {
        let shipped = try Shipped.registry
        let towns = shipped.geography.municipalities.filter { [.zwolle, .eindhoven].contains($0.code) }
        let service = Service(
            id: .make(Village.visible), organization: .make("voorbeeld-huis"), organizationName: text, name: text,
            description: text, shelterKind: .crisisShelter,
            site: Site(province: .overijssel, municipality: .zwolle), securityLevel: .sheltered, restriction: .open,
            contraIndications: [ContraIndication(.selfHarm, .conditional, condition: text, editedBy: text)],
            referral: Referral(routes: [.direct], phone: text, hours: text, steps: [text], documents: [text]),
            startingCapacity: Capacity(total: 6, free: 2, confirmedAt: TestClock.start))
        let organization = Organization(
            id: .make("voorbeeld-huis"), name: text, kind: .shelterProvider, province: .overijssel, isExample: true,
            description: text, website: text, email: text, phones: [Phone(number: text, purpose: text, hours: text)],
            sources: [Source(title: text, url: text)], services: [service])
        return try TestProgram(
            Registry(
                geography: Geography(
                    provinces: shipped.geography.provinces, municipalities: towns, regions: shipped.geography.regions),
                organizations: [organization], coordination: shipped.coordination, codeLists: shipped.codeLists))
    }

    // MARK: Reading a table

    /// What stands behind the sign that says that a value is text.
    private static func read(_ cell: String) -> String {
        let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n"]
        let inner = cell.unicodeScalars.drop { $0 == "'" }
        return inner.first.map(signs.contains) == true && cell.hasPrefix("'")
            ? String(cell.unicodeScalars.dropFirst().map { Character($0) }) : cell
    }

    /// The rows of a table (RFC 4180), read by scalar.
    private static func cells(_ text: String) -> [[String]] {
        var (rows, row, cell, isQuoted) = ([[String]](), [String](), String.UnicodeScalarView(), false)
        var rest = Array(text.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"" where isQuoted && rest.first == "\"": cell.append(rest.removeFirst())
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(String(cell))
                cell = String.UnicodeScalarView()
            case "\r" where !isQuoted && rest.first == "\n":
                rest.removeFirst()
                rows.append(row + [String(cell)])
                (row, cell) = ([], String.UnicodeScalarView())
            default: cell.append(scalar)
            }
        }
        return rows
    }
}
