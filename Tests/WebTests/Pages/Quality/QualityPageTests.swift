import Access
import Coverage
import Domain
import Foundation
import HTTP
import Testing

@testable import PageReading
@testable import Web

@Suite("Data quality as a page, screen S18")
struct QualityPageTests {
    @Test(arguments: Visitor.allCases)
    func whoMaySeeIt(_ visitor: Visitor) throws {
        let program = try TestProgram.reading.get()
        let cookie = visitor.role == nil ? nil : try program.signIn(visitor)
        let status = try program.page("/gegevens", cookie: cookie).status.code

        switch visitor.principal?.scope(of: .readDataQuality) {
        case nil: #expect(status == 401)
        case .nothing: #expect(status == 403)
        case .own, .everything: #expect(status == 200)
        }
    }

    @Test func aShelterSeesItsOwnAndPolicyAll() throws {
        let program = try TestProgram.reading.get()
        let own = try program.page("/gegevens", cookie: program.signIn(.shelter)).text
        let all = try program.page("/gegevens", cookie: program.signIn(.policy)).text

        #expect(own.contains("Uw gegevens nakijken") && own.contains("/mijn-plekken"))
        #expect(!own.contains("voorbeeld-ander") && !own.contains("Ander (voorbeeld)"))
        #expect(all.contains("Kwaliteit van de gegevens") && all.contains("Ander (voorbeeld)"))
    }

    @Test func countsGetOld() throws {
        let program = try TestProgram(Village.registry)
        let cookie = try program.signIn(.policy)
        let before = try program.page("/gegevens", cookie: cookie).text
        program.clock.advance(seconds: 4 * 86_400)
        let after = try program.page("/gegevens", cookie: program.signIn(.policy)).text

        // Nobody ever counted one of five.
        #expect(before.contains("4 van 5") && after.contains("0 van 5"))
    }

    @Test(arguments: ["genders", "phone"])
    func theServicesBehindAField(_ field: String) throws {
        let program = try TestProgram.reading.get()
        let cookie = try program.signIn(.admin)
        let page = Markup(try program.page("/gegevens?veld=\(field)", cookie: cookie).text)

        #expect(page.ids.contains("veld"))
        #expect(page.tags("a").contains { $0["href"]?.hasPrefix("/diensten/") == true })
        let other = Markup(try program.page("/gegevens?veld=%3Cb%3E", cookie: cookie).text)
        #expect(try other.blocks == Markup(program.page("/gegevens", cookie: cookie).text).blocks)
    }

    @Test func sharesAreNeverRoundedToNothingOrAll() {
        let cases = [
            (0, 0, "0%"), (0, 9, "0%"), (1, 900, "1%"), (1, 3, "33%"), (2, 3, "67%"), (899, 900, "99%"), (9, 9, "100%"),
        ]
        for (part, all, text) in cases { #expect(QualityWords.share(part, of: all) == text) }
    }

    @Test func theShippedDataHaveAPage() throws {
        let program = try TestProgram.shipped.get()
        let text = try program.page("/en/gegevens", cookie: program.signIn(.policy)).text

        #expect(text.contains("Data quality") && text.contains("Show all"))
    }
}
