import Domain
import Foundation
import Hashing
import TestTools
import Testing

@testable import Access

@Suite("When keys were last used")
struct KeyUseTests {
    let directory = TemporaryDirectory()
    static let now = Date(timeIntervalSince1970: 1_795_161_600)

    private func store() throws -> KeyStore { try KeyStore(directory: directory.path) }

    private func issue(_ store: KeyStore) throws -> (key: AccessKey, secret: String) {
        var random = SystemRandomNumberGenerator()
        return try store.issue(role: .policy, at: Self.now, using: &random)
    }

    @Test func lastMinuteIsKept() throws {
        let (server, command) = (try store(), try store())
        let (used, secret) = try issue(command)
        let unused = try issue(command).key
        for seconds in [0.0, 3_725, 60] { _ = server.principal(for: secret, at: Self.now + seconds) }
        _ = server.principal(for: "okt_niets", at: Self.now + 9_000)
        #expect(command.lastUses() == [:])

        try server.keepUses()

        #expect(command.lastUses() == [used.id: Self.now + 3_720])
        #expect(command.lastUses()[unused.id] == nil)
        #expect(try directory.mode(of: "key-use.json") == 0o600)
        let text = String(decoding: try directory.bytes(of: "key-use.json"), as: UTF8.self)
        #expect(text.contains(#""2026-11-20T09:02:00Z""#))
        #expect(!text.contains(secret) && !text.contains(used.digest.hex))
    }

    @Test func whatWasWrittenBeforeStaysAndIsNotWrittenTwice() throws {
        let (key, secret) = try issue(try store())
        let (other, otherSecret) = try issue(try store())
        for (secret, seconds) in [(secret, 600.0), (otherSecret, 0), (secret, 0)] {
            let server = try store()
            _ = server.principal(for: secret, at: Self.now + seconds)
            try server.keepUses()
        }
        #expect(try store().lastUses() == [key.id: Self.now + 600, other.id: Self.now])

        // Nothing new: the file is not touched, whatever became of it.
        let server = try store()
        _ = server.principal(for: secret, at: Self.now)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o640], ofItemAtPath: directory.path(of: "key-use.json"))
        try server.keepUses()
        #expect(try directory.mode(of: "key-use.json") == 0o640)
    }

    @Test func keysThatAreGoneAreForgotten() throws {
        let server = try store()
        let (key, secret) = try issue(server)
        try directory.write(
            #"{"version":1,"uses":{"key-aaaaaaaa":"2026-11-20T08:00:00Z","\u0007":"2026-11-20T08:00:00Z"}}"#.utf8,
            to: "key-use.json")
        #expect(server.lastUses() == ["key-aaaaaaaa": Self.now])
        _ = server.principal(for: secret, at: Self.now)

        try server.keepUses()

        #expect(server.lastUses() == [key.id: Self.now])
    }

    @Test(arguments: ["", "{", "[]", #"{"version":2,"uses":{}}"#, #"{"version":1,"uses":{"key-aaaaaaaa":"gisteren"}}"#])
    func damageIsNoHarm(_ text: String) throws {
        let server = try store()
        let (key, secret) = try issue(server)
        try directory.write(text.utf8, to: "key-use.json")
        #expect(server.lastUses() == [:])
        #expect(server.principal(for: secret, at: Self.now) != nil)

        try server.keepUses()

        #expect(server.lastUses() == [key.id: Self.now])
    }

    @Test func demonstrationKeysLeaveNoFile() throws {
        let server = try KeyStore(
            directory: directory.path, demonstration: [DemonstrationKey(id: "demo", secret: "demo", role: .policy)])
        _ = server.principal(for: "demo", at: Self.now)

        try server.keepUses()

        #expect(!FileManager.default.fileExists(atPath: directory.path))
    }
}
