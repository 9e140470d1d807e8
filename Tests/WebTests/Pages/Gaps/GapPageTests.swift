import Coverage
import Domain
import Foundation
import HTTP
import Registry
import Testing

@testable import PageReading
@testable import Web

@Suite("The gap matrix as a page, screen S14")
struct GapPageTests {
    private static func program() throws -> TestProgram { try TestProgram.reading.get() }

    private static func text(_ address: String, as visitor: Visitor? = nil) throws -> String {
        let program = try program()
        return try program.page(address, cookie: visitor.map(program.signIn)).text
    }

    /// What stands in the cell of a group and a column, by the address it leads to.
    private static func cell(_ markup: Markup, _ path: String) -> String {
        var text: String?
        for piece in markup.pieces {
            switch piece {
            case .open(let tag) where tag.name == "a" && tag["href"]?.hasPrefix(path) == true: text = ""
            case .text(let more) where text != nil: text? += more
            case .close("a"): if let text { return text }
            case .open, .close, .text: break
            }
        }
        return text ?? "nothing"
    }

    @Test func everybodySeesThePlacesAndNobodyElseWhatIsFree() throws {
        let open = Markup(try Self.text("/gaten"))
        let role = Markup(try Self.text("/gaten", as: .policy))
        let path = "/gaten/vrouwen/overijssel"

        // Two of six places each, of one provider, and one service that stated nothing.
        #expect(Self.cell(open, path) == "12+ ▽ weinig 1 aanbieder: Vrouwen, Overijssel")
        #expect(Self.cell(role, path) == "12+ ▽ weinig 1 aanbieder 3 vrij: Vrouwen, Overijssel")
        #expect(Self.cell(open, "/gaten/vrouwen/limburg") == "0 ✕ geen: Vrouwen, Limburg")
    }

    @Test(arguments: ["/gaten?kijk=vrij", "/gaten/vrouwen/overijssel?kijk=vrij", "/gaten/vrouwen/overijssel"])
    func whatIsFreeIsForWhoSignedIn(_ address: String) throws {
        let text = try Self.text(address)

        #expect(!text.contains("Nu vrij") && text.firstMatch(of: /[0-9] vrij\b/) == nil)
        #expect(text.firstMatch(of: /bevestigd (vandaag|gisteren|om)|zojuist bevestigd/) == nil)
        if address.hasPrefix("/gaten?") { #expect(text.contains("Log in om vrije plekken te zien.")) }
    }

    /// A count that is too old is in no number on any of the pages (domain section 2, no. 4).
    @Test func anOldCountIsNowhereFree() throws {
        let program = try TestProgram(Village.registry)
        program.clock.advance(seconds: 4 * 86_400)
        let cookie = try program.signIn(.policy)
        let matrix = Markup(try program.page("/gaten?kijk=vrij", cookie: cookie).text)

        #expect(Self.cell(matrix, "/gaten/vrouwen/overijssel") == "0 ? onbekend: Vrouwen, Overijssel")
        let list = try program.page("/gaten/vrouwen/overijssel", cookie: cookie).text
        #expect(list.contains("Bel eerst.") && !list.contains("Vrij: 2") && !list.contains("2 van 6"))
        let table = try program.page("/gaten.csv", cookie: cookie).text
        let line = try #require(table.split(separator: "\r\n").first { $0.hasPrefix("women,Vrouwen,NL-OV,") })
        #expect(line.contains("totaal,12,few,3,1,12,1,0,0,3,"))
    }

    /// What was worked out once is worked out anew when a shelter says how many places it has.
    @Test func aNewTotalIsSeenAtOnce() throws {
        let program = try TestProgram(Village.registry)
        let path = "/gaten/vrouwen/overijssel"
        let before = Self.cell(Markup(try program.page("/gaten").text), path)
        let tag = try program.tag(of: Village.uncounted)
        let target = "/v1/services/\(Village.uncounted)/capacity"
        let sent = try program.send(
            .put, target, as: .admin, fields: ["If-Match": tag], json: #"{"total": 4, "free": 1}"#)
        let after = Self.cell(Markup(try program.page("/gaten").text), path)

        #expect(sent.status == .ok)
        #expect(before.hasPrefix("12+ ") && after.hasPrefix("16 "))
    }

    /// Every cell leads to a list, and both say the same number.
    @Test(arguments: [GapMeasure.total, .free, .excluded(.gender)])
    func theListBehindEachCell(_ measure: GapMeasure) throws {
        let program = try Self.program()
        let cookie = try program.signIn(.comensha)
        let markup = Markup(try program.page("/gaten?kijk=\(measure.code)", cookie: cookie).text)
        let links = markup.tags("a").compactMap { $0["href"] }.filter { $0.hasPrefix("/gaten/") }
        #expect(links.count == TargetGroup.all.count * GapColumn.all.count)

        for link in links where link.contains("overijssel") || link.contains("landelijk") {
            let response = try program.page(link, cookie: cookie)
            let cell = Self.cell(markup, link)
            #expect(response.status == .ok, "\(link)")
            let number = Int(cell.prefix { $0.isNumber }) ?? -1
            if measure == .free {
                let words = number == 1 ? "1 plek" : "\(number) plekken"
                #expect(response.text.contains("<dt>Nu vrij</dt><dd>\(words)."), "\(link) \(cell)")
            }
            let isGap = response.text.contains("Dit is een gat")
            #expect(isGap == (measure != .free && cell.contains("geen")) || measure == .free, "\(link) \(cell)")
        }
    }

    @Test func removingTheLastPlaceSaysThatThereIsAGap() throws {
        let village = try Village.registry
        let without = Registry(
            geography: village.geography,
            organizations: village.organizations.filter { $0.id.rawValue == "voorbeeld-huis" },
            coordination: village.coordination, codeLists: village.codeLists, version: "leeg")
        let (before, after) = (try Self.program(), try TestProgram(without))
        let address = "/gaten/mannen/noord-brabant"
        let gap = "Geen aanbod gevonden. Dit is een gat in deze provincie."

        #expect(try !before.page(address).text.contains(gap))
        #expect(try after.page(address).text.contains(gap))
        // There is something for them elsewhere.
        #expect(try after.page(address).text.contains("/gaten/mannen/landelijk"))
        #expect(Self.cell(Markup(try after.page("/gaten").text), address).hasPrefix("0 ✕ geen"))
    }

    @Test func sentencesSayTheLargestGaps() throws {
        let text = try Self.text("/gaten")

        #expect(text.contains("In 9 provincies is er geen opvang voor vrouwen. Landelijk zijn er wel plekken."))
        #expect(try Self.text("/en/gaten").contains("In 9 provinces there is no shelter for women."))
    }

    @Test func aProvinceIsAListForAPhone() throws {
        let text = try Self.text("/gaten?provincie=overijssel")
        let markup = Markup(text)

        #expect(markup.ids.contains("provincie-lijst"))
        #expect(text.contains("ok-gap-row"))
        #expect(try !Self.text("/gaten").contains("ok-gap-row"))
    }

    @Test func theOrderIsSaidAndKept() throws {
        let byColumn = Markup(try Self.text("/gaten?rijen=overijssel&kijk=eindigt"))
        let heads = byColumn.tags("th").filter { $0["aria-sort"] != nil }

        #expect(heads.count == 1)
        // Other links keep what was chosen.
        let links = byColumn.tags("a").compactMap { $0["href"] }.filter {
            $0.contains("rijen=") && !$0.contains(".csv")
        }
        #expect(!links.isEmpty && links.allSatisfy { $0.contains("kijk=eindigt") })
        let byRow = Markup(try Self.text("/gaten?kolommen=vrouwen"))
        let columns = byRow.tags("a").compactMap { $0["href"] }.filter { $0.hasPrefix("/gaten/vrouwen/") }
        #expect(columns.last?.contains("landelijk") == true)
        #expect(
            columns.firstIndex { $0.contains("overijssel") } ?? 0 > columns.firstIndex { $0.contains("limburg") } ?? 99)
    }

    @Test(arguments: [
        "?kijk=niets", "?soort=hotel_emergency", "?vorm=unknown", "?verblijf=maan", "?landelijk=soms",
        "?provincie=atlantis", "?rijen=%3Cb%3E", "?kolommen=iedereen",
    ])
    func whatNobodyKnowsIsNotAskedAndNotSaidAgain(_ query: String) throws {
        let program = try Self.program()

        #expect(try program.page("/gaten" + query).textWithoutTokens == program.page("/gaten").textWithoutTokens)
    }

    @Test(arguments: ["/gaten/iedereen/overijssel", "/gaten/vrouwen/atlantis", "/gaten/vrouwen/NL-OV"])
    func aListThatIsNotThere(_ address: String) throws {
        #expect(try Self.program().page(address).status == .notFound)
    }

    @Test func aGroupThatTheFilterLeavesOutHasAPageThatSaysSo() throws {
        let text = try Self.text("/gaten/alleenstaande-minderjarige-vreemdelingen/overijssel?verblijf=dutch")

        #expect(text.contains("Bij deze keuze hoort deze groep niet."))
    }

    @Test func theTableHasEveryCellAndNoCountsForStrangers() throws {
        let program = try Self.program()
        let open = try program.page("/gaten.csv")
        let role = try program.page("/gaten.csv?kijk=vrij", cookie: program.signIn(.policy))
        let lines = open.text.split(separator: "\r\n")

        #expect(open.fields["Content-Type"] == "text/csv; charset=utf-8; header=present")
        #expect(lines.count == TargetGroup.all.count * GapColumn.all.count + 1)
        #expect(!lines[0].contains("free") && lines[0].contains("dataVersion"))
        #expect(role.text.split(separator: "\r\n")[0].contains(",free,servicesWithUnreliableCount,"))
    }

    @Test func whoLookedIsWrittenDown() throws {
        let program = try TestProgram(Village.registry)
        let cookie = try program.signIn(.policy)
        for address in ["/gaten", "/gaten/vrouwen/overijssel", "/en/gaten", "/gaten.csv"] {
            _ = try program.page(address, cookie: cookie)
            _ = try program.page(address)
        }

        let lines = try program.auditLines()
        #expect(lines.contains("data_viewed toets-policy /gaten"))
        #expect(lines.contains("data_viewed toets-policy /gaten/{group}/{column}"))
        #expect(lines.contains("data_exported toets-policy /gaten.csv"))
    }
}
