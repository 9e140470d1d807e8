import Coverage
import Domain
import Foundation
import HTTP
import Registry
import Testing

@testable import PageReading
@testable import Web

/// The number of gaps of a province is the same wherever it is said (feature F27).
@Suite("Gaps are counted in one way")
struct GapCountTests {
    private static func program() throws -> TestProgram { try TestProgram.shipped.get() }

    /// How many cells of the column say that there is nothing.
    private static func empty(_ column: GapColumn, _ table: String) -> Int {
        table.split(separator: "\r\n").count { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return cells.count > 6 && cells[2] == column.code && cells[6] == "none"
        }
    }

    private static func words(_ count: Int, _ language: Language) -> String {
        switch (count, language) {
        case (0, .dutch): "geen gaten"
        case (1, .dutch): "1 gat"
        case (_, .dutch): "\(count) gaten"
        case (0, .english): "no gaps"
        case (1, .english): "1 gap"
        case (_, .english): "\(count) gaps"
        }
    }

    @Test(arguments: Language.allCases)
    func everyPageSaysTheSame(_ language: Language) throws {
        let program = try Self.program()
        let say = Words(language: language)
        let pages = try ["/", "/?kaart=gaten", "/kaart", "/kaart?kaart=gaten"].map { address in
            Markup(try program.page(say.href(address)).text)
        }
        let matrix = try program.page(say.href("/gaten")).text
        let table = try program.page("/gaten.csv").text
        var numbers: Set<Int> = []
        for province in try Shipped.registry.geography.provinces {
            let count = Self.empty(.province(province.code), table)
            let words = Self.words(count, language)
            numbers.insert(count)

            for page in pages {
                let area = page.tags("a").first { $0["data-area"] == province.code.rawValue }
                #expect(area?["aria-label"]?.hasSuffix("· \(words)") == true, "\(area?["aria-label"] ?? "nothing")")
            }
            #expect(matrix.contains("\(province.name) (\(words))</a>"), "\(province.name)")
            let own = try program.page(say.href("/provincies/\(Slug(of: province.name).text)")).text
            #expect(own.contains(say("\(province.name) heeft \(words).", "\(province.name) has \(words).")))
            let sentence = say("Dat is een gat.", "That is a gap.")
            #expect(own.components(separatedBy: sentence).count == count + 1, "\(province.name)")
            let body = try program.get("/v1/provinces/\(province.code.rawValue)").json
            #expect(body["gaps"].elements.count == count, "\(province.name)")
            #expect(body["targetGroups"].elements.count { $0["text"].string == "niemand – gat" } == count)
        }
        #expect(numbers.count > 1)
    }

    @Test(arguments: ["/", "/kaart", "/provincies/zeeland", "/gaten"])
    func whatAGapIsStandsBesideTheNumber(_ address: String) throws {
        let program = try Self.program()

        #expect(
            try program.page(address).text.contains("Een gat is een groep die in de provincie nergens opvang heeft"))
        let english = address == "/" ? "/en" : "/en" + address
        #expect(try program.page(english).text.contains("A gap is a group that has no shelter anywhere"))
    }

    @Test(arguments: [("/?kaart=gaten", "1 gaten"), ("/en?kaart=gaten", "1 gaps")])
    func oneIsNotSaidAsMany(_ address: String, _ wrong: String) throws {
        #expect(try !Self.program().page(address).text.contains(">\(wrong)<"))
    }

    /// Also for who sorts, looks at what is free, or asks for one kind of residence: always of the supply.
    @Test(arguments: ["?kijk=vrij", "?kijk=eindigt", "?rijen=zeeland"])
    func theMeasureChangesNoGap(_ query: String) throws {
        let program = try Self.program()
        let (cookie, whole) = (try program.signIn(.policy), try program.page("/gaten").text)
        let page = try program.page("/gaten" + query, cookie: cookie).text

        for province in try Shipped.registry.geography.provinces {
            let own = try #require(whole.components(separatedBy: "\(province.name) (").last?.prefix { $0 != ")" })
            #expect(page.contains("\(province.name) (\(own))</a>"), "\(province.name) \(own)")
        }
    }

    /// Six people need six beds: a total that falls to five is a gap more, on every page at once.
    @Test func aNewTotalIsAGapEverywhere() throws {
        let program = try TestProgram(Village.registry)
        func numbers() throws -> [String] {
            let map = Markup(try program.page("/").text)
            let area = map.tags("a").first { $0["data-area"] == ProvinceCode.noordBrabant.rawValue }
            let matrix = try program.page("/gaten").text
            let own = try program.page("/provincies/noord-brabant").text
            return [
                area?["aria-label"]?.components(separatedBy: " · ").last ?? "nothing",
                matrix.components(separatedBy: "Noord-Brabant (").last?.components(separatedBy: ")</a>").first ?? "",
                own.components(separatedBy: "Noord-Brabant heeft ").last?.components(separatedBy: ".").first ?? "",
            ]
        }
        let before = try numbers()
        let sent = try program.send(
            .put, "/v1/services/\(Village.other)/capacity", as: .admin,
            fields: ["If-Match": program.tag(of: Village.other)], json: #"{"total": 5, "free": 1}"#)

        #expect(sent.status == .ok)
        #expect(Set(before) == ["geen gaten"])
        #expect(Set(try numbers()) == ["1 gat"])
    }
}
