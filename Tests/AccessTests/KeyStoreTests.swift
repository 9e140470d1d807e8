import Access
import Domain
import Foundation
import Hashing
import Synchronization
import TestTools
import Testing

@Suite("Key store")
struct KeyStoreTests {
    let directory = TemporaryDirectory()
    static let shelter = OrganizationID(rawValue: "voorbeeld-huis")

    /// Seconds after 2026-11-20T08:00:00Z.
    static func moment(_ seconds: Double) -> Date { Date(timeIntervalSince1970: 1_795_161_600 + seconds) }

    func make(demonstration: [DemonstrationKey] = []) throws -> KeyStore {
        try KeyStore(directory: directory.path, demonstration: demonstration)
    }

    @discardableResult
    func issue(
        _ store: KeyStore, role: AccessRole = .coordinator, organization: OrganizationID? = nil, name: String? = nil,
        expiresOn: CalendarDate? = nil, at moment: Date = moment(0)
    ) throws -> (key: AccessKey, secret: String) {
        var random = SystemRandomNumberGenerator()
        return try store.issue(
            role: role, organization: organization, name: name, expiresOn: expiresOn, at: moment, using: &random)
    }

    @Test func issuedKeyOpens() throws {
        let store = try make()

        let (key, secret) = try issue(store, role: .shelter, organization: Self.shelter, name: "Balie é")

        #expect(
            store.principal(for: secret, at: Self.moment(1))
                == Principal(keyID: key.id, role: .shelter, organization: Self.shelter, name: "Balie é"))
        #expect(try store.list() == [key])
        #expect(key.id.wholeMatch(of: /key-[a-z2-7]{8}/) != nil)
        #expect(secret.wholeMatch(of: /okt_[A-Za-z0-9_-]{43}/) != nil)
        #expect(key.digest == SHA256.digest(of: Array(secret.utf8)))
    }

    @Test func everyRoleMayHaveAnOrganisationAndAShelterMust() throws {
        let store = try make()

        for role in AccessRole.allCases {
            #expect(try issue(store, role: role, organization: Self.shelter).key.organization == Self.shelter)
        }
        #expect(throws: KeyStoreError.organizationRequired) { try issue(store, role: .shelter) }
    }

    @Test(arguments: ["", "een\nregel", "\u{7f}", String(repeating: "n", count: 201)])
    func nameThatIsNoLineOfTextIsRefused(name: String) throws {
        #expect(throws: KeyStoreError.invalidName(most: 200)) { try issue(make(), name: name) }
    }

    @Test func listKeepsTheOrderOfIssue() throws {
        let store = try make()

        let ids = try (0..<5).map { try issue(store, name: "sleutel \($0)").key.id }

        #expect(try store.list().map(\.id) == ids)
    }

    @Test func missingDirectoryHasNoKeysAndIsNotMade() throws {
        let store = try make()

        #expect(try store.list() == [])
        #expect(store.principal(for: "okt_" + String(repeating: "A", count: 43), at: Self.moment(0)) == nil)
        #expect(!FileManager.default.fileExists(atPath: directory.path))
    }

    @Test func otherTokensDoNotOpen() throws {
        let store = try make()
        let (key, secret) = try issue(store)

        for token in [
            "", " ", "okt_", secret + "x", String(secret.dropLast()), secret.lowercased() + "x", " " + secret, key.id,
            key.digest.hex, String(repeating: "x", count: 10_000_000), "okt_\u{0}", "é",
        ] {
            #expect(store.principal(for: token, at: Self.moment(0)) == nil)
        }
        for index in secret.indices {
            var altered = secret
            altered.replaceSubrange(index...index, with: secret[index] == "A" ? "B" : "A")
            #expect(store.principal(for: altered, at: Self.moment(0)) == nil)
        }
    }

    @Test func revokedKeyStopsForAnotherStoreAtOnce() throws {
        let (server, command) = (try make(), try make())
        let (key, secret) = try issue(command)
        #expect(server.principal(for: secret, at: Self.moment(0))?.keyID == key.id)

        let revoked = try command.revoke(key.id, at: Self.moment(60))

        #expect(server.principal(for: secret, at: Self.moment(60)) == nil)
        #expect(revoked.revokedAt == Self.moment(60))
        #expect(try server.list() == [revoked])
    }

    @Test func revokingTwiceKeepsTheFirstMoment() throws {
        let store = try make()
        let key = try issue(store).key
        try store.revoke(key.id, at: Self.moment(1))

        #expect(try store.revoke(key.id, at: Self.moment(2)).revokedAt == Self.moment(1))
    }

    @Test func unknownKeyCannotBeRevoked() throws {
        let store = try make()
        try issue(store)

        for id in ["", "key-aaaaaaaa", "../keys"] {
            #expect(throws: KeyStoreError.unknownKey) { try store.revoke(id, at: Self.moment(0)) }
        }
    }

    @Test func repeatedRandomnessIsRefused() throws {
        let store = try make()
        for expected in [1, 1] {
            var random = SeededGenerator(seed: 7)
            _ = try? store.issue(role: .admin, at: Self.moment(0), using: &random)
            #expect(try store.list().count == expected)
        }
        var random = SeededGenerator(seed: 7)
        #expect(throws: KeyStoreError.randomnessRepeated) {
            try store.issue(role: .admin, at: Self.moment(0), using: &random)
        }
    }

    @Test func parallelIssuesLoseNone() throws {
        let path = directory.path
        let ids = Mutex<[String]>([])
        let end = DispatchGroup()

        for _ in 0..<16 {
            end.enter()
            let thread = Thread {
                defer { end.leave() }
                guard let store = try? KeyStore(directory: path) else { return }
                var random = SystemRandomNumberGenerator()
                for _ in 0..<4 {
                    guard let issued = try? store.issue(role: .policy, at: Self.moment(0), using: &random) else {
                        return
                    }
                    ids.withLock { $0.append(issued.key.id) }
                }
            }
            thread.start()
        }
        end.wait()

        #expect(ids.withLock { $0.count } == 64)
        #expect(try make().list().map(\.id).sorted() == ids.withLock { $0.sorted() })
    }

    @Test func demonstrationKeysLiveInMemoryOnly() throws {
        let key = DemonstrationKey(id: "demo-admin", secret: "demo-admin", role: .admin, name: "Beheer (voorbeeld)")
        let (with, without) = (try make(demonstration: [key]), try make())
        try issue(with)

        let principal = try #require(with.principal(for: "demo-admin", at: Self.moment(0)))

        #expect(principal.isDemonstration)
        #expect(principal.keyID == "demo-admin")
        #expect(without.principal(for: "demo-admin", at: Self.moment(0)) == nil)
        #expect(try with.list().count == 1)
        #expect(!String(decoding: try directory.bytes(of: "keys.json"), as: UTF8.self).contains("demo-admin"))
    }
}
