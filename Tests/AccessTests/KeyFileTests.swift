import Access
import Domain
import Foundation
import Hashing
import TestTools
import Testing

@Suite("Key file")
struct KeyFileTests {
    let directory = TemporaryDirectory()
    static let now = Date(timeIntervalSince1970: 1_795_161_600)

    func issue(_ role: AccessRole = .admin) throws -> (key: AccessKey, secret: String) {
        var random = SystemRandomNumberGenerator()
        return try KeyStore(directory: directory.path).issue(role: role, at: Self.now, using: &random)
    }

    @Test func fileIsForThisUserOnlyAndHoldsNoSecret() throws {
        let secrets = try (0..<3).map { _ in try issue().secret }
        let text = String(decoding: try directory.bytes(of: "keys.json"), as: UTF8.self)

        for secret in secrets {
            #expect(!text.contains(secret))
            #expect(!text.contains(secret.dropFirst(4)))
            // Not in another spelling of base 64 either, nor as bytes.
            let plain = secret.dropFirst(4).replacingOccurrences(of: "-", with: "+")
                .replacingOccurrences(of: "_", with: "/")
            #expect(!text.contains(plain))
            let bytes = try #require(Data(base64Encoded: plain + "="))
            #expect(Data(text.utf8).range(of: bytes) == nil)
        }
        #expect(try directory.mode(of: "keys.json") == 0o600)
        #expect(try directory.mode(of: "keys.lock") == 0o600)
        #expect(try directory.mode(of: "") == 0o700)
        #expect(try directory.names() == ["keys.json", "keys.lock"])
    }

    @Test func leftoverOfACrashIsNoObstacle() throws {
        _ = try issue()
        try directory.write(Array("half".utf8), to: "keys.json.new")

        _ = try issue()

        #expect(try KeyStore(directory: directory.path).list().count == 2)
        #expect(try directory.mode(of: "keys.json") == 0o600)
    }

    /// As a program wrote it that knew of no users and no rotation.
    @Test func fileOfAnOlderProgramIsRead() throws {
        let digest = SHA256.digest(of: Array("okt_oud".utf8))
        try directory.write(
            """
            {"keys":[{"createdAt":"2026-11-19T08:00:00Z","digest":"\(digest.hex)","expiresOn":"2027-01-31",
            "id":"key-abcdefgh","name":"Balie","role":"policy"}],"version":1}
            """.utf8, to: "keys.json")
        let store = try KeyStore(directory: directory.path)

        let key = try #require(try store.list().first)
        #expect((key.user, key.replaces) == (nil, nil))
        #expect(store.principal(for: "okt_oud", at: Self.now)?.keyID == "key-abcdefgh")

        _ = try issue()
        #expect(try store.list().first == key)
    }

    @Test(arguments: ["", "{", "[]", "{}", "null", "{\"version\":2,\"keys\":[]}", "\u{0}", "{\"version\":1}"])
    func otherContentsAreDamage(text: String) throws {
        try directory.write(Array(text.utf8), to: "keys.json")

        #expect {
            try KeyStore(directory: directory.path)
        } throws: { error in
            if case KeyStoreError.damaged(file: "keys.json", field: _) = error { true } else { false }
        }
    }

    @Test(arguments: [
        (#""role" : "admin""#, #""role" : "king""#, "role"),
        (#""role" : "admin""#, #""role" : "shelter""#, "organization"),
        (#""id" : "key-"#, #""id" : "KEY-"#, "id"),
        (#""digest" : ""#, #""digest" : "0"#, "digest"),
        (#""createdAt" : "2026-11-20"#, #""createdAt" : "2026-11-31"#, "createdAt"),
        (#""id" : "#, #""di" : "#, "id"),
        (#""role" :"#, #""user" : "jan jansen", "role" :"#, "user"),
        (#""role" :"#, #""replaces" : "key-1", "role" :"#, "replaces"),
    ])
    func wrongFieldIsToldByName(old: String, new: String, field: String) throws {
        _ = try issue()
        let text = String(decoding: try directory.bytes(of: "keys.json"), as: UTF8.self)
        #expect(text.contains(old))
        try directory.write(Array(text.replacingOccurrences(of: old, with: new).utf8), to: "keys.json")

        #expect(throws: KeyStoreError.damaged(file: "keys.json", field: field)) {
            try KeyStore(directory: directory.path)
        }
    }

    @Test func runningServerLetsNobodyInWhileTheFileIsDamaged() throws {
        let (key, secret) = try issue()
        let server = try KeyStore(
            directory: directory.path, demonstration: [DemonstrationKey(id: "demo", secret: "demo", role: .policy)])
        let whole = try directory.bytes(of: "keys.json")
        #expect(server.principal(for: secret, at: Self.now)?.keyID == key.id)
        #expect(server.fault == nil)

        try directory.write(whole.dropLast(9), to: "keys.json")
        #expect(server.principal(for: secret, at: Self.now) == nil)
        #expect(server.principal(for: secret, at: Self.now) == nil)
        #expect(server.fault == .damaged(file: "keys.json", field: nil))
        #expect(server.principal(for: "demo", at: Self.now) != nil)
        #expect(throws: KeyStoreError.self) { try server.revoke(key.id, at: Self.now) }
        #expect(try directory.bytes(of: "keys.json") == whole.dropLast(9).map { $0 })

        try directory.write(whole, to: "keys.json")
        #expect(server.principal(for: secret, at: Self.now)?.keyID == key.id)
        #expect(server.fault == nil)
    }

    @Test func removedFileEndsAllKeys() throws {
        let secret = try issue().secret
        let server = try KeyStore(directory: directory.path)
        #expect(server.principal(for: secret, at: Self.now) != nil)

        try FileManager.default.removeItem(atPath: directory.path(of: "keys.json"))

        #expect(server.principal(for: secret, at: Self.now) == nil)
        #expect(server.fault == nil)
    }

    @Test func unusableDirectoryIsTold() throws {
        try directory.write([], to: "file")
        var random = SystemRandomNumberGenerator()
        let store = try KeyStore(directory: directory.path(of: "file"))

        #expect(throws: KeyStoreError.self) { try store.issue(role: .admin, at: Self.now, using: &random) }
        let nowhere = try KeyStore(directory: "")
        #expect(throws: KeyStoreError.system(call: "mkdir", code: ENOENT)) {
            try nowhere.issue(role: .admin, at: Self.now, using: &random)
        }
    }
}
