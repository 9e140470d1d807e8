import Domain
import Foundation
import HTTP
import Testing

@testable import PageReading
@testable import Web

/// What the page with the answer says and carries (screen S7).
@Suite("The answer to a search, screen S7")
struct ResultPageTests {
    private static let least: KeyValuePairs<String, String> = [
        "age": "30", "gender": "female", "threat": "green", "urgency": "now", "currentMunicipality": "Zwolle",
    ]

    private func ask(
        _ path: String = "/zoeken", _ values: KeyValuePairs<String, String> = least,
        of program: TestProgram? = nil, as visitor: Visitor = .coordinator
    ) throws -> Response {
        let program = try program ?? TestProgram.shipped.get()
        return try program.post(path, values, cookie: program.signIn(visitor))
    }

    private func cards(_ text: String) -> [Substring] {
        text.split(separator: "<li class=\"ok-card").dropFirst().map { $0 }
    }

    /// Count, time, why, what to ask and the number to call: of every place, without opening anything (acceptance 6).
    @Test func everyCardSaysWhatIsNeeded() throws {
        let cards = cards(try ask().text)

        #expect((8...40).contains(cards.count))
        for card in cards {
            let open = card.split(separator: "<details").first ?? ""
            #expect(open.contains("data-count=\""))
            #expect(open.contains("Waarom hier"))
            #expect(card.contains("formaction=\"/diensten/"))
            #expect(card.contains("Zo meldt u aan:"))
        }
        #expect(cards.contains { $0.contains("Bel 0") && $0.contains("/vasthouden/") })
    }

    /// What was filled in stands in bodies, and in no address.
    @Test func theAnswersAreInNoAddress() throws {
        let markup = Markup(try ask().text)
        let form = try #require(markup.tags("form").first { $0["id"] == "antwoorden" })

        #expect(form["method"] == "post" && form["action"] == "/zoeken")
        #expect(markup.tags("input").contains { $0["name"] == "currentMunicipality" && $0["value"] == "Zwolle" })
        for tag in markup.tags {
            for address in [tag["href"], tag["action"], tag["formaction"]].compactMap({ $0 }) {
                // What one comes back to after signing in is an address of a page, without a question.
                let isSafe = !address.contains("?") || address.hasPrefix("/inloggen?naar=%2Fzoeken")
                #expect(isSafe && !address.contains("Zwolle"), "\(address)")
            }
        }
    }

    @Test func changingTheAnswersLosesNothing() throws {
        let values: KeyValuePairs = [
            "age": "36", "gender": "female", "household": "with_children", "childAge1": "14", "childGender1": "male",
            "threat": "red", "dangerAreas": "NL-NB", "dangerMunicipality": "Zwolle", "urgency": "days",
            "mustNot": "closed", "circumstances": "newborn", "languages": "pl", "needs": "income_support",
            "residence": "eu_eea", "vergelijk": "weg", "meer": "alle",
        ]
        let markup = Markup(try ask("/zoeken/wijzigen", values).text)
        let checked = markup.tags("input").filter { $0["checked"] != nil }.compactMap { $0["value"] }
        let chosen = markup.tags("option").filter { $0["selected"] != nil }.compactMap { $0["value"] }

        #expect(
            Set(checked) == [
                "female", "with_children", "red", "NL-NB", "days", "closed", "newborn", "pl", "income_support",
            ])
        #expect(Set(chosen).isSuperset(of: ["male", "eu_eea"]))
        #expect(markup.tags("input").first { $0["name"] == "childAge1" }?["value"] == "14")
        #expect(markup.tags("details").contains { $0["open"] != nil }, "what was used stands open")
    }

    @Test func sectionsAreHeadingsAndJumpLinksLeadToThem() throws {
        let markup = Markup(try ask().text)
        let jumps = markup.tags("a").compactMap { $0["href"] }.filter { $0.hasPrefix("#") }

        #expect(jumps.contains("#fits_now") && jumps.contains("#past-niet"))
        #expect(markup.tags("details").first { $0["class"] == "ok-section" }?["open"] != nil)
    }

    @Test func everyPlaceThatDoesNotFitIsNamedOnRequest() throws {
        let program = try TestProgram.reading.get()
        let values: KeyValuePairs = [
            "age": "30", "gender": "female", "threat": "orange", "dangerAreas": "NL-OV", "urgency": "now",
            "pastNiet": "alle",
        ]
        let blocks = Markup(try ask("/zoeken", values, of: program).text).blocks

        #expect(blocks.contains { $0.contains("Kamers, Overijssel:") && $0.contains("ligt in het gevaargebied") })
        #expect(!blocks.contains("Toon alle plekken die niet passen, met de reden"))
    }

    @Test func ofAPausedPlaceItIsSaidUntilWhen() throws {
        let program = try TestProgram(Village.registry)
        let pause = #", "paused": true, "pausedUntil": "2026-12-01", "pauseReason": "illness""#
        _ = try program.send(
            .put, CapacityTests.target(), as: .shelter, fields: ["If-Match": "*"],
            json: Body.count(free: 2, more: pause))
        let values: KeyValuePairs = [
            "age": "30", "gender": "female", "threat": "green", "urgency": "now", "pastNiet": "alle",
        ]
        let blocks = Markup(try ask("/zoeken", values, of: program).text).blocks

        #expect(
            blocks.contains {
                $0.hasSuffix("Tijdelijk geen opname tot en met dinsdag 1 december 2026: ziekte in huis.")
            })
    }

    @Test func withoutOneCountThatCountsItIsSaid() throws {
        let program = try TestProgram(Village.registry)
        program.clock.advance(seconds: 80 * 3_600)
        let values: KeyValuePairs = ["age": "24", "gender": "female", "threat": "green", "urgency": "now"]
        let blocks = Markup(try ask("/zoeken", values, of: program).text).blocks

        #expect(blocks.contains { $0.hasPrefix("We kunnen nu niet zien welke plekken vrij zijn.") })
    }

    @Test func fullEverywhereSaysWhenAndWhatUntilThen() throws {
        let program = try TestProgram(Village.registry(Village.Hidden(), adding: []))
        let values: KeyValuePairs = [
            "age": "24", "gender": "female", "threat": "green", "urgency": "now", "household": "group", "persons": "5",
            "mustNot": "voorbeeld-huis-onbekend",
        ]
        let text = try ask("/zoeken", values, of: program).text

        #expect(text.contains("Alles wat past is nu vol."))
        #expect(text.contains("Overbrugging: "))
        #expect(text.contains("Nodig: 5 plekken samen."))
    }

    /// Who may not hold places is not led there.
    @Test func holdingIsForWhoMay() throws {
        #expect(try ask(as: .coordinator).text.contains("/vasthouden/"))
        #expect(try !ask(as: .admin).text.contains("/vasthouden/"))
    }

    /// More children than most have stand in a fold, which is open where one of them was filled in.
    @Test(arguments: [(1, 0), (3, 0), (4, 1), (6, 1)])
    func manyChildrenAreInAFold(_ child: Int, _ open: Int) throws {
        let values: KeyValuePairs = [
            "age": "36", "gender": "female", "household": "with_children", "threat": "red", "urgency": "days",
            "childAge\(child)": "9",
        ]
        let markup = Markup(try ask("/zoeken/wijzigen", values).text)

        #expect(markup.tags("details").count { $0["class"] == "ok-more" && $0["open"] != nil } == open)
        let ages = (1...6).map { "childAge\($0)" }
        let seen = markup.tags("input").filter { $0["type"] != "hidden" }
        #expect(seen.compactMap { $0["name"] }.filter(ages.contains) == ages)
    }

    @Test func inEnglishToo() throws {
        let text = try ask("/en/zoeken").text
        let blocks = Markup(text).blocks

        #expect(Markup(text).tags.first?["lang"] == "en")
        for sentence in ["Suitable places", "Why here", "Still to ask", "Care co-ordinator"] {
            #expect(blocks.contains(sentence), "\(sentence)")
        }
        #expect(text.contains("formaction=\"/en/diensten/"))
        #expect(!blocks.contains { $0.contains("Waarom hier") || $0.contains("Vrij:") })
    }

    @Test func theFirstCardsAreShownAndMoreOnRequest() throws {
        let more = try ask(
            "/zoeken", ["age": "30", "gender": "female", "threat": "green", "urgency": "now", "meer": "alle"])

        #expect(cards(more.text).count > 40)
        #expect(try ask().text.contains("name=\"meer\" value=\"alle\""))
    }

    @Test func onPaperStandsATableOfTheFirst() throws {
        let markup = Markup(try ask().text)
        let text = try ask().text.split(separator: "class=\"ok-print\"").last ?? ""

        #expect(markup.tags("table").contains { $0["class"]?.contains("ok-print-table") == true })
        #expect(text.contains("Geldig op dit moment: 20 november 2026, 09.00 uur."))
    }
}
