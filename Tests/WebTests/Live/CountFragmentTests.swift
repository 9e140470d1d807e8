import HTTP
import Registry
import Testing

@testable import Web

@Suite("A count by itself")
struct CountFragmentTests {
    private func fragment(
        _ program: TestProgram, of service: String = Village.visible, was state: String? = nil, prefix: String = ""
    ) throws -> String {
        let query = state.map { "?was=\($0)" } ?? ""
        let response = try program.page("\(prefix)/telling/\(service)\(query)", cookie: program.signIn(.coordinator))
        #expect(response.status == .ok)
        return response.text
    }

    private func isSaid(_ fragment: String) -> Bool { fragment.contains("data-say") }

    @Test func asItIsByNow() throws {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).report(8)
        let text = try fragment(program)

        #expect(text.contains("Vrij: 8 van 20"))
        #expect(text.contains("zojuist"))
        #expect(try fragment(program, prefix: "/en").contains("Free: 8 of 20"))
    }

    @Test func theLastPlaceIsTaken() throws {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).report(0)

        for state in ["free", "few"] {
            let taken = try fragment(program, was: state)
            #expect(taken.contains("Net bezet"))
            #expect(taken.contains("Bij voorbeeld-huis is de laatste plek net bezet."))
            #expect(taken.contains("ok-count--full"))
        }
        #expect(try !fragment(program).contains("Net bezet"))
        #expect(try fragment(program).contains("Vol: 0 van 20"))
        #expect(try !isSaid(fragment(program, was: "full")))
        #expect(try !isSaid(fragment(program, was: "%3Cb%3E")))
    }

    @Test func aPlaceIsFreeAgain() throws {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).report(1)

        #expect(try fragment(program, was: "full").contains("Bij voorbeeld-huis is weer een plek vrij."))
        #expect(try !isSaid(fragment(program, was: "free")))
    }

    /// An old number is never said to be free.
    @Test func anOldCountSaysToCall() throws {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).report(3)
        program.clock.advance(seconds: 7 * 86_400)
        let text = try fragment(program, was: "free")

        #expect(text.contains("ok-count--stale"))
        #expect(text.contains("Eerst bellen"))
        #expect(!text.contains("Vrij"))
    }

    @Test func onlyForWhoSignedIn() throws {
        let program = try TestProgram.reading.get()

        #expect(try program.page("/telling/\(Village.visible)").status == .unauthorized)
        #expect(try program.page("/telling/nergens", cookie: program.signIn(.policy)).status == .notFound)
    }
}
