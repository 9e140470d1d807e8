import Access
import Domain
import Foundation

/// The keys as `opvangkaart key list` shows them: one to a line, its facts with tabs between, never a secret.
struct KeyList {
    private let keys: [AccessKey]
    private let store: KeyStore
    private let uses: [String: Date]
    private let now: Date

    init(_ store: KeyStore, at now: Date) throws(KeyStoreError) {
        (self.store, self.now) = (store, now)
        (keys, uses) = (try store.list(), store.lastUses())
    }

    func tell(_ terminal: Terminal) {
        for key in keys { terminal.say(line(key)) }
    }

    private func line(_ key: AccessKey) -> String {
        [
            key.id, key.role.rawValue, key.organization?.rawValue ?? "-", key.name ?? "-",
            "gemaakt \(Timestamp.text(key.createdAt))",
            key.expiresOn.map { "geldig tot en met \($0.text)" } ?? "geen einde", standing(of: key),
            uses[key.id].map { "laatst gebruikt \(Timestamp.text($0))" } ?? "geen gebruik bekend",
            key.user.map { "gebruiker \($0)" } ?? "-", rotation(of: key),
        ].joined(separator: "\t")
    }

    private func standing(of key: AccessKey) -> String {
        if let moment = key.revokedAt { return "ingetrokken \(Timestamp.text(moment))" }
        return store.isValid(key, at: now) ? "geldig" : "verlopen"
    }

    private func rotation(of key: AccessKey) -> String {
        let before = key.replaces.map { "vervangt \($0)" }
        let after = keys.filter { $0.replaces == key.id }.map { "vervangen door \($0.id)" }
        let words = [before].compactMap(\.self) + after
        return words.isEmpty ? "-" : words.joined(separator: ", ")
    }
}
