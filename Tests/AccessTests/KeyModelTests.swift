import Domain
import Foundation
import TestTools
import Testing

@testable import Access

/// The keys as a list that is gone through for every question, with the rules written out once more.
private struct NaiveKeys {
    struct Key {
        let id: String
        let secret: String
        let user: String?
        let replaces: String?
        var lastDay: Int?
        var isRevoked = false

        func counts(on day: Int) -> Bool { !isRevoked && day <= lastDay ?? .max }
    }

    var keys: [Key] = []

    func opener(_ user: String, on day: Int) -> String? {
        let valid = keys.filter { $0.user == user && $0.counts(on: day) }
        func isBefore(_ one: Key, _ other: Key) -> Bool {
            guard let id = other.replaces, let previous = keys.first(where: { $0.id == id }) else { return false }
            return previous.id == one.id || isBefore(one, previous)
        }
        let newest = valid.filter { one in !valid.contains { isBefore(one, $0) } }
        return newest.count == 1 ? newest.first?.id : nil
    }
}

@Suite("Keys beside a model")
struct KeyModelTests {
    /// Issues, rotates and revokes at random while days go by; after each step every secret and every user is asked.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func agree(seed: UInt64) throws {
        let directory = TemporaryDirectory()
        let store = try KeyStore(directory: directory.path)
        var (random, model, day) = (SeededGenerator(seed: seed), NaiveKeys(), 0)
        let users: [String?] = [nil, "jansen", "pieters"]
        for _ in 0..<40 {
            // 09:00 in Amsterdam, days that go by after 2026-11-20.
            let today = CalendarDate(daysSinceEpoch: 20_777 + day)
            let now = today.start + 8 * 3_600
            let last = Bool.random(using: &random) ? nil : today.adding(days: .random(in: 0...4, using: &random))
            let id = model.keys.randomElement(using: &random)?.id ?? ""
            let index = model.keys.firstIndex { $0.id == id }
            let isTaken = { (user: String?, but: Set<String>) in
                model.keys.contains {
                    user != nil && $0.user == user && $0.counts(on: today.daysSinceEpoch) && !but.contains($0.id)
                }
            }
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<3:
                let user = users.randomElement(using: &random) ?? nil
                let isRefused = isTaken(user, [])
                let made = try? store.issue(role: .policy, user: user, expiresOn: last, at: now, using: &random)
                #expect((made == nil) == isRefused, "seed \(seed)")
                if let (key, secret) = made {
                    model.keys.append(
                        .init(id: key.id, secret: secret, user: user, replaces: nil, lastDay: last?.daysSinceEpoch))
                }
            case 3..<6:
                let isAtOnce = Bool.random(using: &random)
                let made = try? store.rotate(id, expiresOn: last, isAtOnce: isAtOnce, at: now, using: &random)
                guard let index else { continue }
                let old = model.keys[index]
                let end = last?.daysSinceEpoch ?? old.lastDay
                var line: Set<String> = [old.id]
                while let next = model.keys.first(where: {
                    line.contains($0.id) && $0.replaces.map { !line.contains($0) } ?? false
                })?.replaces {
                    line.insert(next)
                }
                let isRefused =
                    old.isRevoked || model.keys.contains { $0.replaces == id && !$0.isRevoked }
                    || end.map { $0 < today.daysSinceEpoch } == true || isTaken(old.user, line)
                #expect((made == nil) == isRefused, "seed \(seed)")
                guard let made else { continue }
                if isAtOnce {
                    model.keys[index].isRevoked = true
                } else {
                    model.keys[index].lastDay = min(old.lastDay ?? .max, today.daysSinceEpoch + 1)
                }
                model.keys.append(
                    .init(id: made.key.id, secret: made.secret, user: old.user, replaces: id, lastDay: end))
            case 6..<8:
                _ = try? store.revoke(id, at: now)
                if let index { model.keys[index].isRevoked = true }
            default: day += Int.random(in: 0...2, using: &random)
            }
            for key in model.keys {
                let found = store.principal(for: key.secret, at: now)?.keyID
                #expect(found == (key.counts(on: today.daysSinceEpoch) ? key.id : nil), "seed \(seed)")
            }
            for user in users.compactMap(\.self) {
                let found = store.handle(forUser: user, at: now).flatMap { store.principal(for: $0, at: now)?.keyID }
                #expect(found == model.opener(user, on: today.daysSinceEpoch), "seed \(seed)")
            }
        }
        #expect(try store.list().map(\.id) == model.keys.map(\.id))
    }
}
