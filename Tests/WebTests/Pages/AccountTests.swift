import Access
import Domain
import Foundation
import HTTP
import Registry
import Testing

@testable import PageReading
@testable import Web

@Suite("One's own account")
struct AccountTests {
    private func text(_ program: TestProgram, _ cookie: String) throws -> String {
        Markup(try program.page("/account", cookie: cookie).text).blocks.joined(separator: "\n")
    }

    @Test func whoIsSignedIn() throws {
        let program = try TestProgram(Village.registry)
        let text = try text(program, program.signIn(.shelter))

        for word in [
            "Toets shelter", "Opvang", "toets-shelter", "zonder einddatum", "20 november 2026, 09.00 uur", "21.00 uur",
            try #require(program.registry.organization(.make("voorbeeld-huis"))).name,
        ] {
            #expect(text.contains(word), "\(word)")
        }
    }

    @Test(arguments: [
        ("2026-11-20", "vandaag voor het laatst"), ("2026-11-21", "nog 1 dag"), ("2026-12-04", "nog 14 dagen"),
        ("2026-12-05", nil),
    ])
    func aKeyThatIsAboutToEnd(_ day: String, _ warning: String?) throws {
        let program = try TestProgram(Village.registry)
        var random = SystemRandomNumberGenerator()
        let (_, secret) = try program.keys.issue(
            role: .admin, expiresOn: CalendarDate(text: day), at: program.clock.now, using: &random)

        let text = try text(program, program.signIn(with: secret))

        #expect(text.contains("tot en met \(day.suffix(2).drop { $0 == "0" }) "))
        #expect(text.contains("Vraag uw beheerder nu") == (warning != nil))
        if let warning { #expect(text.contains(warning)) }
    }

    @Test func sessionsOfTheSameKeyAreCounted() throws {
        let program = try TestProgram(Village.registry)
        let first = try program.signIn(.coordinator)
        _ = try program.signIn(.comensha)
        #expect(try text(program, first).contains("Er is 1 sessie open"))

        _ = try program.signIn(.coordinator)
        #expect(try text(program, first).contains("Er zijn 2 sessies open"))
        program.clock.advance(seconds: 20 * 60)
        _ = try text(program, first)
        program.clock.advance(seconds: 20 * 60)
        #expect(try text(program, first).contains("Er is 1 sessie open"))
    }

    @Test func signingOutEverywhere() throws {
        let program = try TestProgram(Village.registry)
        let mine = try (0..<3).map { _ in try program.signIn(.coordinator) }
        let others = try program.signIn(.comensha)

        let response = try program.post("/uitloggen-overal", [:], cookie: mine[0])

        #expect(response.status == .seeOther)
        #expect(response.fields["Location"] == "/")
        #expect(response.fields["Clear-Site-Data"] != nil)
        #expect(response.fields["Set-Cookie"]?.contains("Max-Age=0") == true)
        for cookie in mine { #expect(try program.page("/account", cookie: cookie).status == .unauthorized) }
        #expect(try program.page("/account", cookie: others).status == .ok)
    }

    @Test func whoSignsInOftenPushesOutOnlyTheirOwn() throws {
        let program = try TestProgram(Village.registry)
        let others = try program.signIn(.comensha)
        var mine: [String] = []
        for _ in 0...Sessions.mostOfKey {
            program.clock.advance(seconds: 1)
            mine.append(try program.signIn(.coordinator))
        }

        #expect(try program.page("/account", cookie: mine[0]).status == .unauthorized)
        #expect(try program.page("/account", cookie: mine[1]).status == .ok)
        #expect(try program.page("/account", cookie: others).status == .ok)
        #expect(try text(program, mine[1]).contains("Er zijn \(Sessions.mostOfKey) sessies open"))
    }
}
