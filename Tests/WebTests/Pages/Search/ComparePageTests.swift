import Domain
import Foundation
import HTTP
import Testing

@testable import PageReading
@testable import Web

/// Two to four places beside each other (screen S8), and the overview for the person (screens section 6).
@Suite("Comparing places, and the overview for the person")
struct ComparePageTests {
    private func ask(_ path: String, choosing places: [String], of program: TestProgram) throws -> Response {
        let cookie = try program.signIn(.coordinator)
        let token = try #require(try program.formToken(cookie: cookie))
        let items = [
            ("age", "30"), ("gender", "female"), ("threat", "green"), ("urgency", "now"), ("prefers", "open"),
            ("token", token),
        ]
        let body = (items + places.map { ("vergelijk", $0) }).map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        return try program.send(
            .make(
                .post, path,
                fields: ["Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie],
                body: Array(body.utf8)))
    }

    @Test func placesStandBesideEachOther() throws {
        let program = try TestProgram.reading.get()
        let response = try ask("/vergelijken", choosing: [Village.visible, Village.secret], of: program)
        let markup = Markup(response.text)

        #expect(response.status == .ok)
        #expect(markup.tags("th").count { $0["scope"] == "col" } == 3)
        #expect(markup.tags("th").compactMap { $0["data-place"] } == [Village.visible, Village.secret])
        for title in ["Veiligheid", "Vrij", "Wensen", "Kan niet", "In overleg", "Nazorg", "Taal", "Huisdier"] {
            #expect(markup.blocks.contains { $0.hasPrefix(title) }, "\(title)")
        }
        #expect(markup.blocks.contains { $0.contains("anders") })
        #expect(
            markup.tags("input").count { $0["name"] == "vergelijk" } == 4, "the way back and the other language keep it"
        )
    }

    @Test(arguments: [[], [Village.visible], [Village.visible, "weg"]])
    func twoToFour(places: [String]) throws {
        let response = try ask("/vergelijken", choosing: places, of: try TestProgram.reading.get())

        #expect(response.status == .badRequest)
        #expect(response.text.contains("Kies twee tot vier plekken om te vergelijken."))
        #expect(response.text.contains("Fout: "))
    }

    @Test func thePersonReadsNothingThatTellsWhere() throws {
        let program = try TestProgram.reading.get()
        let response = try ask(
            "/overzicht", choosing: [Village.visible, Village.sheltered, Village.secret], of: program)
        let main = try #require(response.text.split(separator: "<main").last?.split(separator: "</main>").first)

        #expect(response.status == .ok)
        #expect(main.contains("Plekken waar u terechtkunt"))
        #expect(main.contains("een geheime plek"))
        for word in ["Hellendoorn", "Schiermonnikoog", "Fryslân", "Overijssel", "Kamers"] {
            #expect(!main.contains(word), "\(word)")
        }
        #expect(main.contains("Wij hebben niets over u opgeslagen."))
        #expect(main.contains("Aangifte mag, maar hoeft niet."))
        #expect(main.contains("graag: open"))
    }

    /// Circumstances are for the talk with the shelter, not for paper that is given along.
    @Test func thePersonReadsNoCircumstances() throws {
        let program = try TestProgram.shipped.get()
        let text = try program.post(
            "/overzicht",
            [
                "age": "30", "gender": "female", "threat": "green", "urgency": "now",
                "circumstances": "active_addiction",
            ], cookie: program.signIn(.coordinator)
        ).text
        let blocks = Markup(text).blocks

        #expect(!blocks.contains { $0.lowercased().contains("middelengebruik") })
        #expect(blocks.contains { $0.contains("Verlaat deze pagina snel") })
        #expect(Markup(text).tags("a").contains { $0["rel"] == "noreferrer" })
    }

    @Test func whereThereIsNoPlaceNobodyIsBlamed() throws {
        let program = try TestProgram.reading.get()
        let text = try program.post(
            "/overzicht",
            ["age": "30", "gender": "male", "household": "group", "persons": "500", "threat": "red", "urgency": "now"],
            cookie: program.signIn(.comensha)
        ).text

        #expect(text.contains("Dat ligt niet aan u."))
        #expect(text.contains("0800-2000"))
    }
}
