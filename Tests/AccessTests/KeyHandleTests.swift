import Domain
import Foundation
import TestTools
import Testing

@testable import Access

@Suite("Keys that are asked again")
struct KeyHandleTests {
    private let directory = TemporaryDirectory()
    private let moment = Date(timeIntervalSince1970: 1_795_161_600)

    private func issue(_ store: KeyStore, expiresOn day: String? = nil) throws -> (key: AccessKey, secret: String) {
        var random = SystemRandomNumberGenerator()
        return try store.issue(
            role: .policy, expiresOn: day.flatMap(CalendarDate.init(text:)), at: moment, using: &random)
    }

    @Test func itAnswersAsTheKeyDoes() throws {
        let (server, command) = (
            try KeyStore(directory: directory.path), try KeyStore(directory: directory.path)
        )
        let (key, secret) = try issue(command, expiresOn: "2026-11-20")
        let handle = try #require(KeyHandle(token: secret))

        #expect(server.principal(for: handle, at: moment) == server.principal(for: secret, at: moment))
        #expect(server.principal(for: handle, at: moment)?.keyID == key.id)
        #expect(server.principal(for: handle, at: moment.addingTimeInterval(24 * 3_600)) == nil)
        try command.revoke(key.id, at: moment)
        #expect(server.principal(for: handle, at: moment) == nil)
    }

    @Test func demonstrationKeysToo() throws {
        let demonstration = DemonstrationKey(id: "demo-admin", secret: "demo-admin", role: .admin)
        let store = try KeyStore(directory: directory.path, demonstration: [demonstration])

        #expect(store.principal(for: try #require(KeyHandle(token: "demo-admin")), at: moment)?.keyID == "demo-admin")
        #expect(store.principal(for: try #require(KeyHandle(token: "demo-andere")), at: moment) == nil)
    }

    @Test(arguments: ["", String(repeating: "a", count: 257)])
    func whatNoKeyCanBe(_ token: String) {
        #expect(KeyHandle(token: token) == nil)
    }

    @Test func theSecretIsNotInIt() throws {
        let secret = try issue(try KeyStore(directory: directory.path)).secret
        let handle = try #require(KeyHandle(token: secret))
        var text = ""
        dump(handle, to: &text)

        #expect(!text.contains(secret))
    }
}
