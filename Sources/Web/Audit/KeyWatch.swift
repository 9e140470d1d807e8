import Access
import Foundation
import Ledger
import Synchronization

/// Writes down which keys were issued, replaced, changed and revoked. The command that does so is another process, and may run while no
/// server does: so the key file is compared with what the journal has.
final class KeyWatch: Sendable {
    private let keys: KeyStore
    private let ledger: Ledger
    private let seen = Mutex(Seen())

    private struct Seen {
        /// The reading of the key file that was compared; `nil` where it must be compared again.
        var reading: Int?
        /// What the journal will have told of keys once everything on its way has arrived.
        var pending: [String: KeyMark] = [:]
    }

    private struct News {
        let key: AccessKey
        let kind: RecordKind
        /// Whether nothing more is told of this key for now.
        var isLast = false
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
                var news = Self.kinds(of: key, told: seen.pending[key.id] ?? known[key.id]).map {
                    News(key: key, kind: $0)
                }
                guard let last = news.indices.last else { return news }
                news[last].isLast = true
                seen.pending[key.id] = key.mark
                return news
            }
        }
        for one in news { tell(one, at: moment) }
    }

    /// What is to be told of a key. One that was revoked and counts again is told as a new one: no command does that.
    private static func kinds(of key: AccessKey, told: KeyMark?) -> [RecordKind] {
        var (kinds, mark): ([RecordKind], KeyMark) = ([], key.mark)
        mark.isRevoked = false
        if let told, !told.isRevoked || key.revokedAt != nil {
            mark = told
        } else {
            kinds.append(key.replaces == nil ? .keyIssued : .keyRotated)
        }
        if !mark.isRevoked, mark.lastDay != key.expiresOn { kinds.append(.keyChanged) }
        if !mark.isRevoked, key.revokedAt != nil { kinds.append(.keyRevoked) }
        return kinds
    }

    private func tell(_ news: News, at moment: Date) {
        let key = news.key
        let note = AccessNote(
            keyID: key.id, replaces: news.kind == .keyRotated ? key.replaces : nil,
            lastDay: news.kind == .keyRevoked ? nil : key.expiresOn, role: key.role, organization: key.organization)
        ledger.submit(Command(.note(news.kind, note), by: nil, at: moment)) { [weak self] result in
            self?.seen.withLock { seen in
                if news.isLast, seen.pending[key.id] == key.mark { seen.pending[key.id] = nil }
                // Not kept: the next look finds it missing.
                if case .failure = result { seen.reading = nil }
            }
        }
    }
}

extension AccessKey {
    /// What the journal is to have told of it.
    fileprivate var mark: KeyMark { KeyMark(isRevoked: revokedAt != nil, lastDay: expiresOn) }
}
