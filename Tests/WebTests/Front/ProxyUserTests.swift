import Access
import Domain
import Foundation
import HTTP
import Testing

@testable import Web

@Suite("Somebody a proxy vouches for")
struct ProxyUserTests {
    private static let front = Front(
        trustedProxies: [AddressRange("10.0.0.0/8")].compactMap(\.self), userHeader: "X-Remote-User")
    private let program: TestProgram

    init() throws {
        program = try TestProgram(Village.registry, front: Self.front)
        var random = SystemRandomNumberGenerator()
        for user in ["anna", "bert"] {
            _ = try program.keys.issue(
                role: .coordinator, name: user, user: user, at: program.clock.now, using: &random)
        }
    }

    private func get(_ path: String, user: String?, peer: String = "10.0.0.7", fields: Fields = [:]) throws -> Response
    {
        var fields = fields
        if let user { fields.set("X-Remote-User", user) }
        return try program.send(Request.make(.get, path, fields: fields).from(peer))
    }

    private func post(_ path: String, _ body: String, user: String) throws -> Response {
        let fields: Fields = ["X-Remote-User": user, "Content-Type": "application/x-www-form-urlencoded"]
        return try program.send(Request.make(.post, path, fields: fields, body: Array(body.utf8)).from("10.0.0.7"))
    }

    private static let search = "age=24&gender=female&threat=orange&urgency=now"

    @Test func isSignedInOnPages() throws {
        let page = try get("/account", user: "anna")

        #expect(page.status == .ok)
        #expect(page.text.contains("anna"))
        #expect(page.fields["Set-Cookie"] == nil)
        #expect(!page.text.contains("action=\"/uitloggen\""))
        #expect(try get("/inloggen", user: "anna").text.contains("heeft u aangemeld"))
    }

    @Test(arguments: ["192.0.2.1", "", "::1"])
    func nobodyElseIsBelieved(_ peer: String) throws {
        #expect(try get("/account", user: "anna", peer: peer).status == .unauthorized)
        let forged: Fields = ["X-Forwarded-For": "10.0.0.7"]
        #expect(try get("/account", user: "anna", peer: peer, fields: forged).status == .unauthorized)
    }

    @Test func neverOnTheAPI() throws {
        #expect(try get("/v1/audit-events", user: "anna").status == .unauthorized)
        #expect(try get("/v1/services/voorbeeld-huis-crisis/capacity", user: "anna").status == .unauthorized)
    }

    @Test func withoutTheOptionTheFieldSaysNothing() throws {
        let plain = try TestProgram(Village.registry, front: Front(trustedProxies: Self.front.trustedProxies))
        let request = Request.make(.get, "/account", fields: ["X-Remote-User": "anna"]).from("10.0.0.7")
        #expect(try plain.send(request).status == .unauthorized)
    }

    @Test(arguments: ["carla", "ANNA", "anna, bert", "<b>x</b>"])
    func strangers(_ user: String) throws {
        let page = try get("/", user: user)

        #expect(page.status == .ok)
        #expect(page.text.contains("Er hoort nog geen toegangssleutel bij uw account."))
        #expect(!page.text.contains("<b>x") && !page.text.contains("carla"))
        #expect(try post("/zoeken", Self.search, user: user).status == .unauthorized)
        #expect(try post("/inloggen", "key=sleutel-admin", user: user).status == .forbidden)
        #expect(try post("/zoeken", Self.search + "&key=sleutel-admin", user: user).fields["Set-Cookie"] == nil)
    }

    @Test func twoFieldsAreNobody() throws {
        var fields: Fields = ["X-Remote-User": "bert"]
        fields.add("X-Remote-User", "anna")
        let response = try program.send(Request.make(.get, "/account", fields: fields).from("10.0.0.7"))
        #expect(response.status == .unauthorized)
    }

    @Test func theProxyCountsBeforeACookie() throws {
        let cookie = try program.signIn(.admin)
        #expect(try get("/account", user: "anna", fields: ["Cookie": cookie]).text.contains("Zorgcoördinator"))
        #expect(try get("/account", user: "carla", fields: ["Cookie": cookie]).status == .unauthorized)
        #expect(try get("/account", user: nil, fields: ["Cookie": cookie]).text.contains("Beheer"))
    }

    @Test func formsNeedTheirToken() throws {
        let page = try get("/account", user: "anna").text
        let token = try #require(page.firstMatch(of: /name="token" value="([0-9a-f]+)"/)).1
        let other = try #require(try get("/account", user: "bert").text.firstMatch(of: /value="([0-9a-f]{128})"/)).1

        #expect(try post("/zoeken", Self.search, user: "anna").status == .forbidden)
        #expect(try post("/zoeken", Self.search + "&token=\(other)", user: "anna").status == .forbidden)
        #expect(try post("/zoeken", Self.search + "&token=\(token)", user: "anna").status == .ok)
        // Half an hour later the proxy still vouches.
        program.clock.advance(seconds: 31 * 60)
        #expect(try post("/zoeken", Self.search + "&token=\(token)", user: "anna").status == .ok)
    }

    @Test func isWrittenDownOnceForEachSession() throws {
        func signedIn() throws -> Int { try program.auditLines().count { $0.hasPrefix("signed_in ") } }
        for _ in 0..<5 { _ = try get("/", user: "anna") }
        #expect(try signedIn() == 1)
        program.clock.advance(seconds: 31 * 60)
        for _ in 0..<5 { _ = try get("/", user: "anna") }
        #expect(try signedIn() == 2)
    }

    @Test func whomNoKeyNamesIsWrittenDown() throws {
        _ = try get("/", user: "carla")
        #expect(try program.auditLines().contains("sign_in_failed /inloggen 401"))
    }

    @Test func aRevokedKeyEndsIt() throws {
        #expect(try get("/account", user: "anna").status == .ok)
        let key = try #require(try program.keys.list().first { $0.name == "anna" })
        try program.keys.revoke(key.id, at: program.clock.now)
        #expect(try get("/account", user: "anna").status == .unauthorized)
    }
}
