import Access
import Domain
import Foundation
import HTTP
import Testing

@testable import PageReading

@Suite("Signing in and out")
struct SessionTests {
    private func isSignedIn(_ program: TestProgram, _ cookie: String) throws -> Bool {
        try program.post("/zoeken", SamplePages.good, cookie: cookie).status == .ok
    }

    @Test func theCookie() throws {
        let response = try TestProgram.reading.get().post("/inloggen", ["key": "sleutel-coordinator"])
        let parts = try #require(response.fields["Set-Cookie"]).split(separator: "; ").map(String.init)

        #expect(response.status == .seeOther)
        #expect(response.fields["Location"] == "/zoeken")
        #expect(Set(parts.dropFirst()) == ["Path=/", "HttpOnly", "SameSite=Strict"])
        #expect(!parts[0].contains("sleutel"))
        #expect(!parts[0].hasPrefix("__Host-"))
    }

    @Test func theCookieInProduction() throws {
        let program = try TestProgram(Village.registry, isProduction: true)
        let response = try program.post("/inloggen", ["key": "sleutel-coordinator"])
        let parts = try #require(response.fields["Set-Cookie"]).split(separator: "; ").map(String.init)

        #expect(parts[0].hasPrefix("__Host-"))
        #expect(Set(parts.dropFirst()) == ["Path=/", "HttpOnly", "SameSite=Strict", "Secure"])
        #expect(try isSignedIn(program, parts[0]))
    }

    @Test func tokensAreLongAndEachAnother() throws {
        let program = try TestProgram(Village.registry)
        let cookies = try (0..<20).map { _ in try program.signIn(.coordinator) }

        #expect(Set(cookies).count == 20)
        #expect(cookies.allSatisfy { $0.count > 40 })
    }

    @Test(arguments: ["", "fout", "sleutel-wrongKey", "Bearer sleutel-coordinator"])
    func aKeyThatDoesNotCount(_ key: String) throws {
        let response = try TestProgram.reading.get().post("/inloggen", ["key": key])
        let markup = Markup(response.text)

        #expect(response.status == .badRequest)
        #expect(response.fields["Set-Cookie"] == nil)
        #expect(markup.tags("a").contains { $0["href"] == "#key" })
        #expect(markup.tags("input").first { $0["id"] == "key" }?["value"] == nil)
    }

    @Test func keysMayBePastedWithBlanks() throws {
        #expect(try TestProgram.reading.get().post("/inloggen", ["key": " sleutel-coordinator "]).status == .seeOther)
    }

    @Test func signingOut() throws {
        let program = try TestProgram(Village.registry)
        let cookie = try program.signIn(.coordinator)
        let other = try program.signIn(.coordinator)

        let response = try program.post("/uitloggen", [:], cookie: cookie)

        #expect(response.status == .seeOther)
        #expect(response.fields["Set-Cookie"]?.contains("Max-Age=0") == true)
        #expect(response.fields["Clear-Site-Data"] != nil)
        #expect(try !isSignedIn(program, cookie))
        #expect(try isSignedIn(program, other))
    }

    @Test func halfAnHourWithoutUseEndsIt() throws {
        let program = try TestProgram(Village.registry)
        let cookie = try program.signIn(.coordinator)

        program.clock.advance(seconds: 29 * 60)
        #expect(try isSignedIn(program, cookie))
        program.clock.advance(seconds: 29 * 60)
        #expect(try isSignedIn(program, cookie))
        program.clock.advance(seconds: 31 * 60)
        #expect(try !isSignedIn(program, cookie))
    }

    @Test func twelveHoursEndItAnyway() throws {
        let program = try TestProgram(Village.registry)
        let cookie = try program.signIn(.coordinator)

        for _ in 0..<35 {
            program.clock.advance(seconds: 20 * 60)
            #expect(try isSignedIn(program, cookie))
        }
        program.clock.advance(seconds: 21 * 60)
        #expect(try !isSignedIn(program, cookie))
    }

    @Test func revokingTheKeyEndsIt() throws {
        let program = try TestProgram(Village.registry)
        var random = SystemRandomNumberGenerator()
        let (key, secret) = try program.keys.issue(role: .coordinator, at: program.clock.now, using: &random)
        let cookie = try program.signIn(with: secret)
        #expect(try isSignedIn(program, cookie))

        try program.keys.revoke(key.id, at: program.clock.now)

        #expect(try !isSignedIn(program, cookie))
    }

    @Test(arguments: [Visitor.shelter, .otherShelter, .policy])
    func rolesThatDoNotPlace(_ visitor: Visitor) throws {
        let program = try TestProgram.reading.get()
        let response = try program.post("/zoeken", SamplePages.good, cookie: program.signIn(visitor))

        #expect(response.status == .forbidden)
        #expect(!response.text.contains("Vrij:"))
        // Who is signed in is not told to sign in.
        #expect(!Markup(response.text).blocks.contains { $0.hasPrefix("Log in om") })
    }

    @Test(
        arguments: [
            (["Origin": "https://elders.example"], 403), (["Origin": "null"], 403),
            (["Sec-Fetch-Site": "cross-site"], 403), (["Sec-Fetch-Site": "same-site"], 403),
            (["Sec-Fetch-Site": "cross-site", "Origin": "https://opvangkaart.example"], 403),
            (["Origin": "https://opvangkaart.example.elders.example"], 403),
            (["Origin": "https://opvangkaart.example"], 200), (["Sec-Fetch-Site": "same-origin"], 200), ([:], 200),
        ] as [([String: String], Int)])
    func formsOfOtherSites(_ fields: [String: String], _ expected: Int) throws {
        let program = try TestProgram.reading.get()
        let cookie = try program.signIn(.coordinator)
        var all: Fields = [:]
        for (name, value) in fields { FieldName(name).map { all.set($0, value) } }

        #expect(try program.post("/zoeken", SamplePages.good, cookie: cookie, fields: all).status.code == expected)
        let signIn = try program.post("/inloggen", ["key": "sleutel-admin"], fields: all)
        #expect(signIn.status.code == (expected == 200 ? 303 : 403))
    }
}
