import Coverage
import Domain
import Foundation
import HTTP
import Ledger
import Registry
import TestTools
import Testing

@testable import PageReading
@testable import Web

@Suite("The gaps on another day, screen S14")
struct GapDayTests {
    /// A place for men in Groningen, paid up to and with the last day of 2027.
    private static let ending = Service(
        id: .make("voorbeeld-huis-mannen"), organization: .make("voorbeeld-huis"), organizationName: "Huis",
        name: "Mannen", shelterKind: .mensShelter, site: Site(province: .groningen), securityLevel: .openVisible,
        restriction: .open, admission: Admission(genders: [.male], minimumAge: .years(18)),
        fundingEndsOn: CalendarDate(text: "2027-12-31"),
        startingCapacity: Capacity(total: 6, free: 2, confirmedAt: TestClock.start))

    private static func program() throws -> TestProgram {
        try TestProgram(Village.registry(Village.Hidden(), adding: [ending]))
    }

    /// The cells of the table: group and column, with what is counted.
    private static func cells(_ table: String) -> [[String]] {
        table.split(separator: "\r\n").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private static func value(_ group: String, _ column: String, _ table: String) -> String? {
        cells(table).first { $0[0] == group && $0[2] == column }.map { "\($0[5]) \($0[6])" }
    }

    // MARK: Days to come

    @Test(arguments: [("2027-12-31", "6 few", 0), ("2028-01-01", "0 none", 1), ("01-01-2028", "0 none", 1)])
    func aPlaceIsGoneAfterItsMoney(_ day: String, _ expected: String, _ gone: Int) throws {
        let program = try Self.program()
        let table = try program.page("/gaten.csv?datum=\(day)").text
        let page = try program.page("/gaten?datum=\(day)").text
        let list = try program.page("/gaten/mannen/groningen?datum=\(day)").text

        #expect(Self.value("men", "NL-GR", table) == expected)
        #expect(page.contains(gone == 0 ? "Groningen (10 gaten)" : "Groningen (13 gaten)"))
        #expect(list.contains("Dan gestopt (1)") == (gone == 1))
        #expect(list.contains("Dit is een gat in deze provincie.") == (gone == 1))
        #expect(list.contains("Het geld stopt op 31 december 2027."))
        #expect(page.contains("Plekken waarvan het geld vóór die dag stopt, tellen niet mee."))
    }

    /// What ends within twelve months counts from that day.
    @Test(arguments: [("2026-11-20", "0 few"), ("2027-01-01", "6 none"), ("2028-01-01", "0 none")])
    func whatEndsCountsFromTheDay(_ day: String, _ expected: String) throws {
        let table = try Self.program().page("/gaten.csv?kijk=eindigt&datum=\(day)").text

        #expect(Self.value("men", "NL-GR", table) == expected)
    }

    /// Nobody knows what will be free.
    @Test(arguments: Visitor.signedIn)
    func nothingIsFreeOnADayToCome(_ visitor: Visitor) throws {
        let program = try Self.program()
        let cookie = try program.signIn(visitor)
        let page = try program.page("/gaten?datum=2027-01-01&kijk=vrij", cookie: cookie).text
        let list = try program.page("/gaten/vrouwen/overijssel?datum=2027-01-01", cookie: cookie).text
        let table = try program.page("/gaten.csv?datum=2027-01-01&kijk=vrij", cookie: cookie).text

        #expect(page.contains("Wat op die dag vrij is, weet nog niemand. Hieronder staan alle plekken, vrij of bezet."))
        #expect(page.contains("niemand weet nu wat er dan vrij is"))
        for text in [page, list] {
            #expect((0...9).allSatisfy { !text.contains("\($0) vrij<") } && !text.contains("Nu vrij"))
            #expect(!text.contains("data-count"))
        }
        #expect(!table.contains(",free,") && Self.value("women", "NL-OV", table) == "12 few")
        let english = try program.page("/en/gaten?datum=2027-01-01&kijk=vrij", cookie: cookie).text
        #expect(english.contains("Nobody knows yet what is free on that day."))
    }

    @Test(arguments: ["/gaten", "/gaten/mannen/groningen", "/en/gaten"])
    func todayIsAsNoDay(_ address: String) throws {
        let program = try Self.program()

        #expect(
            try program.page(address + "?datum=2026-11-20").textWithoutTokens
                == program.page(address).textWithoutTokens)
    }

    /// Whatever is pressed next is about the same day.
    @Test func theDayGoesAlong() throws {
        let program = try Self.program()
        let markup = Markup(try program.page("/gaten?datum=2027-03-01&kijk=nazorg&provincie=limburg").text)
        let links = markup.tags("a").compactMap { $0["href"] }.filter {
            ($0.hasPrefix("/gaten?") || $0.hasPrefix("/gaten/") || $0.hasPrefix("/gaten.csv"))
        }

        #expect(links.count > TargetGroup.all.count * GapColumn.all.count)
        #expect(links.allSatisfy { $0.contains("datum=2027-03-01") })
        #expect(markup.tags("input").first { $0["name"] == "datum" }?["value"] == "2027-03-01")
        let list = Markup(try program.page("/gaten/mannen/limburg?datum=2027-03-01").text)
        let back = list.tags("a").compactMap { $0["href"] }.filter {
            $0.hasPrefix("/gaten?") || $0.contains("landelijk")
        }
        #expect(back.count >= 2 && back.allSatisfy { $0.contains("datum=2027-03-01") })
        #expect(list.text(of: "title")?.contains("op 1 maart 2027") == true)
    }

    // MARK: Wrong days

    @Test(arguments: ["morgen-%22%3Cb%3E", "2026-02-30", "31-04-2027", "2036-11-21", "2126-11-20", "0"])
    func aWrongDayIsSaidAtTheField(_ day: String) throws {
        let program = try Self.program()
        for path in ["/gaten", "/gaten/mannen/groningen", "/gaten.csv", "/en/gaten"] {
            let response = try program.page("\(path)?kijk=nazorg&datum=\(day)")
            let markup = Markup(response.text)
            let field = markup.tags("input").first { $0["name"] == "datum" }

            #expect(response.status == .badRequest, "\(path)")
            #expect(markup.text(of: "title")?.hasPrefix(path == "/en/gaten" ? "Error:" : "Fout:") == true)
            #expect(markup.tags("a").contains { $0["href"] == "#datum" })
            #expect(field?["aria-invalid"] == "true" && field?["value"] == nil)
            #expect(field?["aria-describedby"]?.contains("datum-error") == true)
            // What else was chosen stays.
            #expect(markup.tags("option").contains { $0["value"] == "nazorg" && $0["selected"] != nil })
            let said = response.textWithoutTokens
            #expect(!said.contains("morgen") && !said.contains("2126"))
        }
    }

    // MARK: Days that are over

    @Test func thePastIsForWhoSignedIn() throws {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).report(3)
        program.clock.advance(seconds: 86_400)
        for path in ["/gaten", "/gaten/vrouwen/overijssel", "/gaten.csv", "/en/gaten"] {
            let response = try program.page(path + "?datum=2026-11-20")
            #expect(response.status == .unauthorized)
            #expect(!response.text.contains("datum-error"))
        }
        #expect(
            try program.page("/gaten?datum=2026-11-20").text.contains("Log in om een dag te zien die voorbij is"))
        for visitor in Visitor.signedIn {
            let cookie = try program.signIn(visitor)
            #expect(try program.page("/gaten?datum=2026-11-20", cookie: cookie).status == .ok, "\(visitor)")
        }
    }

    @Test(arguments: ["2026-11-19", "1900-01-01"])
    func beforeTheJournalIsAFault(_ day: String) throws {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).report(3)
        let cookie = try program.signIn(.policy)
        // The second time it is known without reading.
        for _ in 0..<2 {
            let response = try program.page("/gaten?datum=\(day)", cookie: cookie)
            let markup = Markup(response.text)
            #expect(response.status == .badRequest && markup.tags("a").contains { $0["href"] == "#datum" })
            #expect(response.text.contains("We weten pas sinds 20 november 2026 hoe het was."))
            #expect(markup.tags("input").first { $0["name"] == "datum" }?["value"] == day)
        }
    }

    /// What a day showed at its end is what it shows ever after, whatever came since: counts, totals, holds, rules.
    @Test(arguments: 0..<4 as Range<UInt64>)
    func aDayStandsAsItWas(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let program = try TestProgram(Village.registry)
        let start = ServiceStart(registry: "dorp", loadedAt: TestClock.start, hasExamples: true)
        StartRecord.keep(start, in: program.ledger, now: { TestClock.start })
        var script = LedgerScript(program.ledger)
        // The women of the matrix are thirty: at first they are not taken, later they are.
        var age = 27
        var shown: [String: String] = [:]
        func ask(_ day: String?, _ measure: String) throws -> [[String]] {
            let query = "?kijk=\(measure)" + (day.map { "&datum=\($0)" } ?? "")
            let response = try program.page("/gaten.csv\(query)", cookie: program.signIn(.policy))
            #expect(response.status == .ok)
            // The last three say which day, when it was asked, and which data.
            return Self.cells(response.text).map { Array($0.dropLast(3)) }
        }
        for day in 0..<5 {
            let end = GapDay.end(of: DutchTime.today(TestClock.start).adding(days: day))
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                script.moment = min(end, program.clock.now + Double.random(in: 0...9_000, using: &random))
                program.clock.advance(seconds: script.moment.timeIntervalSince(program.clock.now))
                switch Int.random(in: 0..<4, using: &random) {
                case 0:
                    age += 1
                    try script.rules(program.registry, maximumAge: age)
                case 1: try script.report(Int.random(in: 2...12, using: &random), on: LedgerScript.other)
                case 2: _ = try? script.open()
                default: try script.report(Int.random(in: 2...12, using: &random))
                }
            }
            program.clock.advance(seconds: end.timeIntervalSince(program.clock.now))
            script.moment = end
            try script.submit(.expireHolds, by: nil)
            for measure in ["totaal", "vrij"] {
                let text = DutchTime.today(end).text
                shown["\(text) \(measure)"] = try ask(nil, measure).map { $0.joined(separator: ",") }.joined(
                    separator: "\n")
            }
            program.clock.advance(seconds: 1)
        }
        #expect(Set(shown.values).count > 2)

        for (key, table) in shown {
            let parts = key.split(separator: " ").map(String.init)
            guard parts[0] != DutchTime.today(program.clock.now).text else { continue }
            let past = try ask(parts[0], parts[1]).map { $0.joined(separator: ",") }.joined(separator: "\n")
            #expect(past == table, "seed \(seed), \(key)")
        }
    }

    @Test func thePageSaysWhatItIsMadeFrom() throws {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).report(3)
        program.clock.advance(seconds: 86_400)
        let cookie = try program.signIn(.policy)
        let page = try program.page("/gaten?datum=2026-11-20&kijk=vrij", cookie: cookie).text
        let list = try program.page("/gaten/vrouwen/overijssel?datum=2026-11-20", cookie: cookie).text

        for text in [page, list] {
            #expect(text.contains("Stand aan het einde van 20 november 2026."))
            #expect(text.contains("De aantallen zijn die van toen."))
            #expect(text.contains("De lijst van plekken is die van vandaag"))
        }
        #expect(page.contains("hoeveel plekken toen vrij waren"))
        #expect(list.contains("Toen vrij: 3 plekken, bevestigd op 20 november 2026, 09.00 uur."))
        // The journal does not say with what the service had begun: what examples said then is not made up.
        #expect(list.contains("Toen vrij: niet bekend of toen al verouderd."))
        // A script would put the count of now in its place.
        #expect(!list.contains("data-count") && Markup(list).text(of: "main")?.contains("Bel eerst.") == false)
        let english = try program.page("/en/gaten/vrouwen/overijssel?datum=2026-11-20", cookie: cookie).text
        #expect(english.contains("As it stood at the end of 20 November 2026.") && english.contains("Free then"))
    }

    @Test func whoLookedBackIsWrittenDown() throws {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).report(3)
        program.clock.advance(seconds: 86_400)
        let cookie = try program.signIn(.policy)
        for address in ["/gaten", "/gaten/vrouwen/overijssel", "/gaten.csv"] {
            _ = try program.page(address + "?datum=2026-11-20", cookie: cookie)
        }

        let lines = try program.auditLines()
        #expect(lines.contains("data_viewed toets-policy /gaten"))
        #expect(lines.contains("data_viewed toets-policy /gaten/{group}/{column}"))
        #expect(lines.contains("data_exported toets-policy /gaten.csv"))
    }
}
