import Access
import Foundation
import HTTP

/// Who sends a request to the API, as its head says it.
enum Caller: Sendable {
    /// Without a key.
    case nobody
    /// With a key that does not count, which is then `token`, or with something else that is none.
    case unknown(token: String?)
    case known(KeyHandle, Principal)

    init(_ request: Request, keys: KeyStore, at moment: Date) {
        guard let field = request.fields[.authorization] else {
            self = .nobody
            return
        }
        let parts = field.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else {
            self = .unknown(token: nil)
            return
        }
        let token = String(parts[1])
        guard let handle = KeyHandle(token: token), let principal = keys.principal(for: handle, at: moment) else {
            self = .unknown(token: token)
            return
        }
        self = .known(handle, principal)
    }

    var key: KeyHandle? { if case .known(let key, _) = self { key } else { nil } }

    var principal: Principal? { if case .known(_, let principal) = self { principal } else { nil } }
}

extension Turnstile {
    /// Counts a request of `caller`, and its key where that does not count.
    ///
    /// - Throws: 429. Nothing else is said of the request then.
    func pass(_ caller: Caller, from peer: String) throws(Problem) {
        try pass(keyID: caller.principal?.keyID, peer: peer)
        if case .unknown(let token?) = caller { try noteWrong(token, at: .api, peer: peer) }
    }
}
