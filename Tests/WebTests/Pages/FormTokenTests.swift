import Foundation
import HTTP
import Testing

@testable import PageReading
@testable import Web

@Suite("Forms that another session's page sent")
struct FormTokenTests {
    /// Every form of a page, with its address and the names in it.
    private func forms(_ markup: Markup) -> [(action: String, names: [String])] {
        var forms: [(action: String, names: [String])] = []
        for tag in markup.tags {
            if tag.name == "form" { forms.append((tag["action"] ?? "", [])) }
            if tag.name == "input", let name = tag["name"], !forms.isEmpty { forms[forms.count - 1].names.append(name) }
        }
        return forms
    }

    @Test(arguments: SamplePages.allCases.filter(\.isSignedIn))
    func everyFormHasOne(_ page: SamplePages) throws {
        let forms = forms(try page.markup())

        #expect(!forms.isEmpty)
        // Never in an address: the log's form only asks.
        for form in forms {
            let asks = ["/logboek", "/gaten"].contains(form.action)
            #expect(form.names.count { $0 == "token" } == (asks ? 0 : 1), "\(form.action)")
        }
    }

    @Test(arguments: ["", "0", String(repeating: "0", count: 128), "other"])
    func aWrongOneDoesNothing(_ sent: String) throws {
        let program = try TestProgram(Village.registry)
        let cookie = try program.signIn(.coordinator)
        let other = try #require(try program.formToken(cookie: program.signIn(.coordinator)))
        let token = sent == "other" ? other : sent

        let search = try program.post("/zoeken", SamplePages.good, cookie: cookie, token: token)
        #expect(search.status == .forbidden)
        #expect(!search.text.contains("Vrij:"))
        for path in ["/uitloggen", "/uitloggen-overal"] {
            #expect(try program.post(path, [:], cookie: cookie, token: token).status == .forbidden)
        }
        #expect(try program.page("/account", cookie: cookie).status == .ok)
    }

    @Test func whatWasFilledInStaysAndMayBeSentAgain() throws {
        let program = try TestProgram(Village.registry)
        let cookie = try program.signIn(.coordinator)

        let markup = Markup(try program.post("/zoeken", SamplePages.good, cookie: cookie, token: "0").text)

        #expect(markup.tags("input").first { $0["name"] == "age" }?["value"] == "24")
        let token = try #require(markup.tags("input").first { $0["name"] == "token" }?["value"])
        #expect(try program.post("/zoeken", SamplePages.good, cookie: cookie, token: token).status == .ok)
    }

    @Test func aFormOutlivesItsSession() throws {
        let program = try TestProgram(Village.registry)
        let cookie = try program.signIn(.coordinator)
        let token = try #require(try program.formToken(cookie: cookie))
        program.clock.advance(seconds: 31 * 60)

        let ended = try program.post("/zoeken", SamplePages.good, cookie: cookie, token: token)
        #expect(ended.status == .unauthorized)
        #expect(ended.text.contains("Uw sessie is gestopt."))
        #expect(Markup(ended.text).tags("input").first { $0["name"] == "age" }?["value"] == "24")

        // In another window the same person signs in; the browser still has the old cookie.
        let again = try program.post("/inloggen", ["key": "sleutel-coordinator"], cookie: cookie, token: "")
        let fresh = try #require(again.newCookie)
        #expect(fresh != cookie)
        #expect(try program.post("/zoeken", SamplePages.good, cookie: fresh, token: token).status == .ok)
    }

    @Test func notForSomebodyElse() throws {
        let program = try TestProgram(Village.registry)
        let cookie = try program.signIn(.coordinator)
        let token = try #require(try program.formToken(cookie: cookie))

        let response = try program.post("/inloggen", ["key": "sleutel-comensha"], cookie: cookie)
        let fresh = try #require(response.newCookie)

        #expect(try program.post("/zoeken", SamplePages.good, cookie: fresh, token: token).status == .forbidden)
        #expect(try program.page("/account", cookie: cookie).status == .unauthorized)
    }

    @Test func theKeyMayBePastedBesideTheAnswers() throws {
        let program = try TestProgram(Village.registry)
        let first = try program.post("/zoeken", SamplePages.good)
        #expect(Markup(first.text).tags("input").contains { $0["name"] == "key" && $0["type"] == "password" })
        let keyed: KeyValuePairs = [
            "age": "24", "gender": "female", "threat": "orange", "urgency": "now", "key": "sleutel-coordinator",
        ]

        let response = try program.post("/zoeken", keyed)

        #expect(response.status == .ok)
        #expect(!response.text.contains("sleutel-coordinator"))
        let cookie = try #require(response.newCookie)
        #expect(try program.page("/account", cookie: cookie).status == .ok)
        #expect(
            try program.post("/zoeken", keyed, fields: ["Origin": "https://elders.example"]).fields["Set-Cookie"] == nil
        )
        let wrong = try program.post("/zoeken", ["age": "24", "key": "sleutel-fout"])
        #expect(wrong.status == .unauthorized)
        #expect(wrong.text.contains("key-error"))
        #expect(!wrong.text.contains("sleutel-fout"))
    }
}
