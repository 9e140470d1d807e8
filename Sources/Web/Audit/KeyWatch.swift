import Access
import Foundation
import Ledger
import Synchronization

/// Writes down which keys were issued and revoked. The command that does so is another process, and may run while no
/// server does: so the key file is compared with what the journal has.
final class KeyWatch: Sendable {
    private let keys: KeyStore
    private let ledger: Ledger
    private let seen = Mutex(Seen())

    private struct Seen {
        /// The reading of the key file that was compared; `nil` where it must be compared again.
        var reading: Int?
        /// What is on its way to the journal: keys, and whether they are revoked.
        var pending: [String: Bool] = [:]
    }

    private struct News {
        let key: AccessKey
        let isRevoked: Bool
    }

    init(_ keys: KeyStore, ledger: Ledger) { (self.keys, self.ledger) = (keys, ledger) }

    /// Compares, where the file is another than at the last look.
    func look(at moment: Date) {
        let (reading, all) = keys.current()
        let news = seen.withLock { seen -> [News] in
            guard seen.reading != reading else { return [] }
            seen.reading = reading
            let known = ledger.state.keys
            return all.flatMap { key in
                let told = seen.pending[key.id] ?? known[key.id]
                var news: [News] = []
                if told == nil { news.append(News(key: key, isRevoked: false)) }
                if key.revokedAt != nil, told != true { news.append(News(key: key, isRevoked: true)) }
                if let last = news.last { seen.pending[key.id] = last.isRevoked }
                return news
            }
        }
        for one in news { tell(one, at: moment) }
    }

    private func tell(_ news: News, at moment: Date) {
        let key = news.key
        let note = AccessNote(keyID: key.id, role: key.role, organization: key.organization)
        let kind: RecordKind = news.isRevoked ? .keyRevoked : .keyIssued
        ledger.submit(Command(.note(kind, note), by: nil, at: moment)) { [weak self] result in
            self?.seen.withLock { seen in
                if seen.pending[key.id] == news.isRevoked { seen.pending[key.id] = nil }
                // Not kept: the next look finds it missing.
                if case .failure = result { seen.reading = nil }
            }
        }
    }
}
