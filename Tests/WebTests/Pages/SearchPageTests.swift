import HTTP
import JSONText
import Testing

@testable import PageReading

@Suite("The search page, screens S6 and S7")
struct SearchPageTests {
    @Test func theFormNeedsNoKeyAndShowsNoCounts() throws {
        let markup = try SamplePages.form.markup()
        let names = Set(markup.tags("input", "select").compactMap { $0["name"] })

        #expect(
            names.isSuperset(of: [
                "age", "gender", "household", "exploitationForms", "threat", "dangerAreas", "currentMunicipality",
                "urgency",
            ]))
        #expect(!markup.blocks.contains { $0.contains("Vrij:") })
        #expect(markup.tags.allSatisfy { $0["checked"] == nil })
        #expect(markup.blocks.contains("We bewaren niets van wat u invult. Vul geen namen in."))
    }

    @Test func choicesAreWrittenForTheReader() throws {
        let blocks = try SamplePages.form.markup().blocks

        for label in ["Vrouw of meisje", "Alleen", "Seksuele uitbuiting", "Overijssel", "Zoek passende plekken"] {
            #expect(blocks.contains(label), "\(label)")
        }
    }

    @Test func withoutASessionTheAnswersAreKept() throws {
        let response = try TestProgram.reading.get().post("/zoeken", SamplePages.good)
        let inputs = Markup(response.text).tags("input")

        #expect(response.status == .unauthorized)
        #expect(inputs.first { $0["name"] == "age" }?["value"] == "24")
        let checked = inputs.filter { $0["checked"] != nil }.compactMap { $0["value"] }
        #expect(checked == ["female", "single", "orange", "NL-OV", "now", "sexual"])
        #expect(!response.text.contains("Vrij:"))
    }

    @Test(arguments: ["Zwolle", "zwolle", "ZWOLLE", "GM0193", " Zwolle ", "Súdwest-Fryslân", "sudwest-fryslan"])
    func municipalitiesByName(_ name: String) throws {
        let program = try TestProgram.reading.get()

        let response = try program.post(
            "/zoeken",
            ["age": "24", "gender": "female", "threat": "green", "urgency": "now", "currentMunicipality": name],
            cookie: program.signIn(.coordinator))

        #expect(response.status == .ok)
    }

    @Test func theReadmesSearch() throws {
        let program = try TestProgram.shipped.get()
        let response = try program.post("/zoeken", SamplePages.good, cookie: program.signIn(.coordinator))
        let blocks = Markup(response.text).blocks
        let first = try SearchTests.readme.get()["sections"][0]["placements"][0]

        #expect(response.status == .ok)
        #expect(blocks.contains("Passende plekken"))
        #expect(blocks.contains("24 jaar") && blocks.contains("gevaar in Overijssel"))
        #expect(blocks.contains { $0.hasPrefix("1. \(first["organizationName"].string ?? "-") – ") })
        #expect(blocks.contains { $0.hasPrefix("Past en is vrij (") })
        #expect(blocks.contains { $0.contains("Deze lijst is een advies. U beslist samen met de persoon.") })
        #expect(response.text.contains("tel:0334481186"))
        #expect(response.label == "/zoeken")
    }

    @Test func pagesUseTheTopOfTheResult() throws {
        let program = try TestProgram.shipped.get()
        let text = try program.post("/zoeken", SamplePages.good, cookie: program.signIn(.coordinator)).text
        let cards = Markup(text).tags("li").filter { $0["class"]?.hasPrefix("ok-card") == true }

        #expect((1...100).contains(cards.count))
    }

    @Test func unknownThreatIsMetWithCareAndTold() throws {
        let program = try TestProgram.reading.get()
        let response = try program.post(
            "/zoeken", ["age": "24", "gender": "unknown", "threat": "unknown", "urgency": "days"],
            cookie: program.signIn(.admin))

        #expect(response.status == .ok)
        #expect(response.text.contains("dreiging niet bekend, gerekend met oranje"))
    }

    @Test func anOldCountIsNeverFree() throws {
        let program = try TestProgram(Village.registry)
        program.clock.advance(seconds: 80 * 3_600)

        let text = try program.post(
            "/zoeken", ["age": "24", "gender": "female", "threat": "green", "urgency": "now"],
            cookie: program.signIn(.coordinator)
        ).text

        #expect(!text.contains("Vrij: "))
        #expect(text.contains("Eerst bellen"))
    }

    @Test func nothingFitsAndNobodyIsBlamed() throws {
        let blocks = try SamplePages.nothing.markup().blocks

        #expect(blocks.contains { $0.contains("Dat ligt niet aan de persoon.") })
        #expect(blocks.contains { $0.contains("033-448 11 86") })
    }

    /// The two criteria that exclude most, in the words of the answers.
    @Test func whereNothingFitsTheAnswersThatExcludeMostAreNamed() throws {
        let blocks = try SamplePages.nothing.markup().blocks
        let said = blocks.filter { $0.contains(" zou 1 plek passen") || $0.contains(" plekken passen") }

        #expect(blocks.contains("Kijk welke antwoorden de meeste plekken uitsluiten:"))
        #expect((1...2).contains(said.count))
        #expect(said.first == "Zonder ‘aantal personen’ zou 1 plek passen, met nu 3 vrije bedden.")
        #expect(!blocks.contains("Wat meer plekken zou geven:"))
    }

    @Test func otherwiseUpToFiveStandUnderWhatDoesNotFit() throws {
        let program = try TestProgram.shipped.get()
        let response = try program.post("/zoeken", SamplePages.good, cookie: program.signIn(.coordinator))
        let blocks = Markup(response.text).blocks
        let blockers = try SearchTests.readme.get()["blockers"].elements

        #expect(blocks.contains("Wat meer plekken zou geven:"))
        #expect(blocks.count { $0.contains("zouden") && $0.contains("plekken passen") } == 5)
        let first = blockers[0]
        #expect(first["codes"][0].string == "no_safe_home")
        #expect(
            blocks.contains("Met ‘veilige eigen plek’ zouden \(first["services"].integer ?? 0) plekken passen."))
    }
}
