import Domain
import Foundation
import TestTools
import Testing

@testable import Access

@Suite("Rotating a key")
struct KeyRotateTests {
    let directory = TemporaryDirectory()
    /// 2026-11-20, 09:00 in Amsterdam.
    static let now = Date(timeIntervalSince1970: 1_795_161_600)
    static let day: TimeInterval = 86_400

    private func store() throws -> KeyStore { try KeyStore(directory: directory.path) }

    private func issue(
        _ store: KeyStore, user: String? = nil, until day: String? = nil, at moment: Date = now
    ) throws -> (key: AccessKey, secret: String) {
        var random = SystemRandomNumberGenerator()
        return try store.issue(
            role: .shelter, organization: OrganizationID(rawValue: "voorbeeld-huis"), name: "Balie", user: user,
            expiresOn: day.flatMap(CalendarDate.init(text:)), at: moment, using: &random)
    }

    private func rotate(
        _ store: KeyStore, _ id: String, until day: String? = nil, isAtOnce: Bool = false, at moment: Date = now
    ) throws -> KeyStore.Rotation {
        var random = SystemRandomNumberGenerator()
        return try store.rotate(
            id, expiresOn: day.flatMap(CalendarDate.init(text:)), isAtOnce: isAtOnce, at: moment, using: &random)
    }

    @Test func newKeyHasAllOfTheOldOneAndAnotherSecret() throws {
        let store = try store()
        let (old, oldSecret) = try issue(store, user: "j.jansen@huis.example")

        let made = try rotate(store, old.id, at: Self.now + 5)

        #expect(made.secret != oldSecret)
        #expect(made.key.id != old.id && made.key.digest != old.digest)
        #expect((made.key.role, made.key.organization) == (old.role, old.organization))
        #expect((made.key.name, made.key.user, made.key.replaces) == (old.name, old.user, old.id))
        #expect(made.key.createdAt == Self.now + 5)
        #expect(try self.store().list() == [made.old, made.key])
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var old: String?
        var asked: String?
        var isAtOnce = false
        /// Last days afterwards.
        let oldEnds: String?
        let newEnds: String?
    }

    @Test(arguments: [
        Example(testDescription: "no end", oldEnds: "2026-11-21", newEnds: nil),
        Example(testDescription: "an end", old: "2027-03-01", oldEnds: "2026-11-21", newEnds: "2027-03-01"),
        Example(testDescription: "ends today", old: "2026-11-20", oldEnds: "2026-11-20", newEnds: "2026-11-20"),
        Example(
            testDescription: "another end", old: "2027-03-01", asked: "2028-01-01", oldEnds: "2026-11-21",
            newEnds: "2028-01-01"),
        Example(
            testDescription: "an end is over", old: "2026-11-01", asked: "2027-01-01", oldEnds: "2026-11-01",
            newEnds: "2027-01-01"),
        Example(testDescription: "at once", isAtOnce: true, oldEnds: nil, newEnds: nil),
        Example(
            testDescription: "at once, with an end", old: "2027-03-01", isAtOnce: true, oldEnds: "2027-03-01",
            newEnds: "2027-03-01"),
    ])
    func lastDays(_ example: Example) throws {
        let store = try store()
        let (old, secret) = try issue(store, until: example.old, at: Self.now - 30 * Self.day)
        let wasValid = store.principal(for: secret, at: Self.now) != nil

        let made = try rotate(store, old.id, until: example.asked, isAtOnce: example.isAtOnce)

        #expect(made.old.expiresOn?.text == example.oldEnds)
        #expect(made.key.expiresOn?.text == example.newEnds)
        #expect(made.old.revokedAt == (example.isAtOnce ? Self.now : nil))
        #expect((store.principal(for: secret, at: Self.now) != nil) == (wasValid && !example.isAtOnce))
        #expect(store.principal(for: made.secret, at: Self.now)?.keyID == made.key.id)
        // Two nights later, whatever it was, the old one is over.
        #expect(store.principal(for: secret, at: Self.now + 2 * Self.day) == nil)
    }

    @Test func whatCannotBeReplaced() throws {
        let store = try store()
        let (ended, first, over) = (
            try issue(store).key, try issue(store).key,
            try issue(store, until: "2026-11-01", at: Self.now - 30 * Self.day).key
        )
        try store.revoke(ended.id, at: Self.now)
        let second = try rotate(store, first.id).key
        let before = try directory.bytes(of: "keys.json")

        #expect(throws: KeyStoreError.unknownKey) { try rotate(store, "key-aaaaaaaa") }
        #expect(throws: KeyStoreError.revoked) { try rotate(store, ended.id) }
        #expect(throws: KeyStoreError.alreadyReplaced(by: second.id)) { try rotate(store, first.id) }
        let day = try #require(CalendarDate(text: "2026-11-01"))
        #expect(throws: KeyStoreError.alreadyExpired(day)) { try rotate(store, over.id) }
        #expect(throws: KeyStoreError.alreadyExpired(day)) { try rotate(store, second.id, until: "2026-11-01") }
        #expect(try directory.bytes(of: "keys.json") == before)

        // Nobody saw the secret of the second one: it goes, and the first can be replaced again.
        try store.revoke(second.id, at: Self.now)
        #expect(try rotate(store, first.id).key.replaces == first.id)
    }

    @Test func twoAtOnceMakeOne() async throws {
        let (path, id) = (directory.path, try issue(try store()).key.id)

        let made = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    var random = SystemRandomNumberGenerator()
                    return (try? KeyStore(directory: path).rotate(id, at: Self.now, using: &random)) != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }

        #expect(made == 1)
        #expect(try store().list().count == 2)
    }

    @Test func userIsThoseOfTheNewestKey() throws {
        let store = try store()
        let (old, _) = try issue(store, user: "jansen")
        _ = try issue(store, user: "Jansen")
        #expect(throws: KeyStoreError.userTaken(by: old.id)) { try issue(store, user: "jansen") }
        let second = try rotate(store, old.id).key
        let third = try rotate(store, second.id).key

        func found(_ user: String = "jansen", at moment: Date = Self.now) -> String? {
            store.handle(forUser: user, at: moment).flatMap { store.principal(for: $0, at: moment)?.keyID }
        }
        #expect(found() == third.id)
        #expect(found("jansen ") == nil && found("") == nil && found("JANSEN") == nil)
        #expect(throws: KeyStoreError.userTaken(by: old.id)) { try issue(store, user: "jansen") }

        try store.revoke(second.id, at: Self.now)
        #expect(found() == third.id)
        try store.revoke(third.id, at: Self.now)
        #expect(found() == old.id)
        #expect(found(at: Self.now + 2 * Self.day) == nil)
        // The old one ended by itself: its user is free again.
        let later = try issue(store, user: "jansen", at: Self.now + 2 * Self.day).key
        #expect(found(at: Self.now + 2 * Self.day) == later.id)
        #expect(throws: KeyStoreError.userTaken(by: later.id)) {
            try rotate(store, old.id, until: "2027-01-01", at: Self.now + 2 * Self.day)
        }
    }

    @Test func twoKeysOfOneUserByHandOpenNothing() throws {
        let store = try store()
        let (one, other) = (try issue(store, user: "jansen").key, try issue(store, user: "pieters").key)
        let text = String(decoding: try directory.bytes(of: "keys.json"), as: UTF8.self)

        try directory.write(text.replacing("pieters", with: "jansen").utf8, to: "keys.json")

        #expect(store.handle(forUser: "jansen", at: Self.now) == nil)
        try store.revoke(one.id, at: Self.now)
        #expect(store.handle(forUser: "jansen", at: Self.now)?.digest == other.digest)
    }

    @Test(arguments: [
        ("j.jansen@huis.example", true), (#"HUIS\jansen"#, true), ("1", true),
        (String(repeating: "u", count: 128), true),
        ("", false), (String(repeating: "u", count: 129), false), ("jan jansen", false), ("jan,piet", false),
        ("jan\n", false), ("jan\u{0}", false), ("jansén", false), ("jan\u{200b}", false), ("\u{7f}", false),
    ])
    func users(_ user: String, _ isRight: Bool) throws {
        let store = try store()
        if isRight {
            #expect(try issue(store, user: user).key.user == user)
        } else {
            #expect(throws: KeyStoreError.invalidUser(most: 128)) { try issue(store, user: user) }
        }
    }

    @Test(arguments: [
        " ", "\u{202e}eilaB", "Balie\u{200b}", "Balie\u{2028}2", "a" + String(repeating: "\u{301}", count: 200),
    ])
    func nameThatDoesNotShowWhatItIsIsRefused(_ name: String) throws {
        var random = SystemRandomNumberGenerator()
        #expect(throws: KeyStoreError.invalidName(most: 200)) {
            try store().issue(role: .admin, name: name, at: Self.now, using: &random)
        }
    }
}
