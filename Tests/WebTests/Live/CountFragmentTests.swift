import HTTP
import Registry
import Testing

@testable import Web

@Suite("A count by itself")
struct CountFragmentTests {
    private func fragment(
        _ program: TestProgram, of service: String = Village.visible, was state: String? = nil, prefix: String = ""
    ) throws -> Markup {
        let query = state.map { "?was=\($0)" } ?? ""
        let response = try program.page(
            "\(prefix)/telling/\(service)\(query)", cookie: program.signIn(.coordinator))
        #expect(response.status == .ok)
        return Markup(response.text)
    }

    private func said(_ markup: Markup) -> Bool { markup.tags("p").contains { $0["data-say"] != nil } }

    @Test func asItIsByNow() throws {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).report(8)
        let text = try fragment(program).text

        #expect(text.contains("Vrij: 8 van 20"))
        #expect(text.contains("zojuist bevestigd"))
        #expect(try fragment(program, prefix: "/en").text.contains("Free: 8 of 20"))
    }

    @Test func theLastPlaceIsTaken() throws {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).report(0)
        let taken = try fragment(program, was: "free")

        #expect(taken.text.contains("Net bezet"))
        #expect(taken.text.contains("Bij Huis (voorbeeld) is de laatste plek net bezet."))
        #expect(taken.tags("div").first?["class"]?.contains("ok-count--full") == true)
        #expect(try !fragment(program).text.contains("Net bezet"))
        #expect(try fragment(program).text.contains("Vol: 0 van 20"))
        #expect(try !said(fragment(program, was: "full")))
        #expect(try !said(fragment(program, was: "<b>")))
    }

    @Test func theLastOfFewIsTaken() throws {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).report(0)

        #expect(try fragment(program, was: "few").text.contains("Net bezet"))
    }

    @Test func aPlaceIsFreeAgain() throws {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).report(1)

        #expect(try fragment(program, was: "full").text.contains("Bij Huis (voorbeeld) is weer een plek vrij."))
        #expect(try !said(fragment(program, was: "free")))
    }

    /// An old number is never said to be free.
    @Test func anOldCountSaysToCall() throws {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).report(3)
        program.clock.advance(seconds: 7 * 86_400)
        let markup = try fragment(program, was: "free")

        #expect(markup.tags("div").first?["class"]?.contains("ok-count--stale") == true)
        #expect(markup.text.contains("Eerst bellen"))
        #expect(!markup.text.contains("Vrij"))
    }

    @Test func onlyForWhoSignedIn() throws {
        let program = try TestProgram.reading.get()

        #expect(try program.page("/telling/\(Village.visible)").status == .unauthorized)
        #expect(try program.page("/telling/nergens", cookie: program.signIn(.policy)).status == .notFound)
    }
}
