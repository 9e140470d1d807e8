import Access
import Domain
import Foundation
import HTTP
import Ledger
import TestTools
import Testing

@testable import PageReading
@testable import Web

@Suite("The log for admins, /logboek")
struct AuditPageTests {
    @Test(arguments: Visitor.signedIn, ["/logboek", "/logboek.csv"])
    func onlyAdmins(_ visitor: Visitor, _ path: String) throws {
        let program = try TestProgram(Village.registry)
        let response = try program.page(path, cookie: program.signIn(visitor))

        #expect(response.status.code == (visitor == .admin ? 200 : 403))
        #expect(response.fields["Cache-Control"] == "no-store")
        #expect(try program.page(path).status == .unauthorized)
        // The API's key is none of the pages.
        #expect(try program.get(path, as: .admin).status == .unauthorized)
        let rows = try program.auditLines().dropFirst()
        let seen = path == "/logboek" ? "data_viewed" : "data_exported"
        #expect(
            rows == [
                visitor == .admin
                    ? "\(seen) toets-admin \(path)" : "access_refused toets-\(visitor.rawValue) \(path) 403"
            ])
    }

    @Test func otherMethods() throws {
        let program = try TestProgram.reading.get()
        #expect(try program.send(.make(.options, "/logboek")).fields["Allow"] == "GET, HEAD, OPTIONS")
        #expect(try program.send(.make(.post, "/logboek")).status == .methodNotAllowed)
        let cookie = try program.signIn(.admin)
        #expect(try program.send(.make(.head, "/logboek", fields: ["Cookie": cookie])).status == .ok)
    }

    /// The page of a program in which everything has happened.
    private func page(_ query: String = "", _ act: (TestProgram) throws -> Void = { _ in }) throws -> Response {
        let program = try TestProgram(Village.registry)
        try act(program)
        return try program.page("/logboek\(query)", cookie: program.signIn(.admin))
    }

    @Test func everyRecordIsASentence() throws {
        let markup = try Markup(page { try LedgerScript($0.ledger).everything() }.text)
        let text = markup.blocks.joined(separator: "\n")

        for sentence in [
            "Gaf het aantal vrije plekken door van", "van 2 plekken tegelijk.", "Hield 1 plek vast: ",
            "Hield langer vast: ", "Zei ja op de aanvraag: ", "Zei nee op de aanvraag: ", "Vulde de plek in: ",
            "Gaf de plek terug: ", "Nam de laatste opgave terug van", "Logde in.", "Reden: ", "vrij 10 → 9",
            "De keten klopt tot en met regel 16.", "16 regels.", "Huis (voorbeeld)",
        ] {
            #expect(text.contains(sentence), "\(sentence)")
        }
        #expect(markup.tags("li").count(where: { $0["class"] == "ok-card" }) == 16)
    }

    /// Every kind has words of its own, short ones, and blames nobody.
    @Test(arguments: RecordKind.allCases)
    func words(_ kind: RecordKind) throws {
        let line = HistoryWords(kind)
        for text in try line.texts() {
            #expect(text.hasSuffix(".") && text.first?.isUppercase == true, "\(text)")
            for sentence in text.split(separator: /[.:](\s|$)/) {
                #expect(sentence.split(separator: " ").count <= 20, "\(sentence)")
            }
            for word in PageTextTests.forbidden { #expect(!text.lowercased().contains(word)) }
        }
        #expect(AuditTopic.allCases.count(where: { $0.kinds.contains(kind) }) == 1)
    }

    @Test(arguments: [
        ("what=holds", 8), ("what=viewed", 0), ("what=zqx7", 16), ("who=toets-comensha", 1),
        ("about=\(Village.other)", 4), ("about=/v1/services/\(Village.other)", 4), ("from=2026-11-20", 16),
        ("from=2026-11-21", 0), ("to=2026-11-20", 16), ("to=2026-11-19", 0),
        ("from=2026-11-20&to=2026-11-20&what=counts", 5), ("page=2", 16), ("zqx7=1", 16),
    ])
    func filters(_ query: String, _ count: Int) throws {
        let text = try page("?\(query)") { try LedgerScript($0.ledger).everything() }.text
        let lines = count == 1 ? "1 regel" : "\(count) regels"
        #expect(text.contains("<p role=\"status\">\(lines). "), "\(query)")
        #expect(!text.contains("zqx7"))
    }

    @Test func longLogsHavePages() throws {
        let program = try TestProgram(Village.registry)
        for _ in 0..<8 { try LedgerScript(program.ledger).everything() }
        let cookie = try program.signIn(.admin)

        let pages = try (1...4).map { try program.page("/logboek?page=\($0)&what=holds", cookie: cookie).text }

        let cards = pages.map { Markup($0).tags("li").count { $0["class"] == "ok-card" } }
        #expect(cards == [50, 14, 0, 0])
        #expect(pages[0].contains("Pagina 1 van 2.") && pages[0].contains("href=\"/logboek?what=holds&amp;page=2\""))
        #expect(!pages[0].contains("Nieuwere regels") && !pages[1].contains("Oudere regels"))
        #expect(pages[3].contains("href=\"/logboek?what=holds&amp;page=2\""))
    }

    @Test func theTableIsThatOfTheAPI() throws {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).everything()
        let cookie = try program.signIn(.admin)

        let response = try program.page("/logboek.csv?what=holds", cookie: cookie)
        let client = try StreamClient(response)
        try client.wait { _ in false }

        #expect(response.fields["Content-Disposition"] == "attachment; filename=\"opvangkaart-logboek.csv\"")
        let query = AuditTopic.holds.kinds.map { "eventType=\($0.rawValue)" }.joined(separator: "&")
        #expect(try client.text == program.auditTable(query))
        #expect(client.text.split(separator: "\r\n").count == 9)
    }

    @Test func nobodyElseHasTheLink() throws {
        let program = try TestProgram.reading.get()
        for visitor in Visitor.signedIn {
            let text = try program.page("/", cookie: program.signIn(visitor)).text
            #expect(text.contains("href=\"/logboek\"") == (visitor == .admin))
        }
    }

    /// An altered line is seen by a program that runs.
    @Test func aBrokenChainIsTold() throws {
        let program = try TestProgram(Village.registry)
        for _ in 0..<3 { try LedgerScript(program.ledger).everything() }
        let cookie = try program.signIn(.admin)
        #expect(try program.page("/logboek", cookie: cookie).text.contains("De keten klopt tot en met regel 46."))
        let text = try program.directory.text(of: "journal.jsonl")
        let place = try #require(text.firstRange(of: "\"sequence\":20,")).upperBound.utf16Offset(in: text) - 2
        // In place, as somebody does who knows where to write.
        let file = try #require(FileHandle(forUpdatingAtPath: program.directory.path(of: "journal.jsonl")))
        try file.seek(toOffset: UInt64(place))
        try file.write(contentsOf: Data("1".utf8))
        try file.close()

        // What was looked at a moment ago is looked at again later.
        #expect(try program.page("/logboek", cookie: cookie).text.contains("De keten klopt tot en met"))
        program.clock.advance(seconds: 3_600)
        let again = try program.signIn(.admin)

        #expect(try program.page("/logboek", cookie: again).text.contains("De keten klopt niet bij regel 20."))
    }
}

/// What the log says of a kind, with everything that may stand in its record.
private struct HistoryWords {
    let kind: RecordKind

    init(_ kind: RecordKind) { self.kind = kind }

    func texts() throws -> [String] {
        let program = try TestProgram(Village.registry)
        if kind.subject == .access, kind != .serviceStarted {
            for (status, count, resource) in [
                (nil, 1, nil), (401, 1, "/v1/services/{id}"), (403, 2, "/v1/holds"), (429, 12_345, "/v1/holds/K7-204"),
                (nil, 3, "/v1/services/\(Village.secret)"), (nil, 1, "/v1/organizations/voorbeeld-huis/capacities"),
            ] as [(Int?, Int, String?)] {
                let note = AccessNote(
                    count: count, keyID: "key-abcdefgh", replaces: kind == .keyRotated ? "key-hgfedcba" : nil,
                    role: .shelter, organization: .make("voorbeeld-huis"),
                    resource: resource, since: count > 1 ? TestClock.start : nil, status: status)
                try LedgerScript(program.ledger).submit(.note(kind, note))
            }
        } else {
            try LedgerScript(program.ledger).everything()
            try LedgerScript(program.ledger).rules(program.registry)
        }
        return try program.ledger.records(from: 1, atMost: .max).filter { $0.record.kind == kind }.map {
            AuditSentence(record: $0.record, registry: program.registry).text
        }
    }
}
