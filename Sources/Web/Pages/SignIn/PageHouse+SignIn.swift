import Access
import Foundation
import HTTP

/// Who looks, and trying a key that was pasted.
extension Pages {
    /// - Parameter user: whom a trusted proxy vouches for.
    func guest(of request: Request, user: String?) -> Guest {
        let isUse = !request.fields.contains(Self.byItself)
        if let user {
            let (guest, isNew) = house.sessions.guest(named: user, at: house.now(), isUse: isUse)
            if isNew, let visit = guest.visit { house.trail.signedIn(visit.principal, request: request.id) }
            return guest
        }
        return house.cookie.token(in: request).map {
            house.sessions.guest(withToken: $0, at: house.now(), isUse: isUse)
        } ?? .nobody
    }

    /// What a page sends with what it asks without anybody having done something.
    private static let byItself: FieldName = "Opvangkaart-By-Itself"
}

extension PageHouse {
    /// Tries the key that was pasted: the one place where pages do. Who pasted none tried nothing.
    ///
    /// - Parameter status: what the answer will be where the key does not count.
    /// - Throws: 429 after too many keys that do not count.
    func enter(_ call: PageCall, failing status: Status) throws(Problem) -> (token: String, visit: Visit)? {
        guard let key = call.key else { return nil }
        let (request, moment) = (call.request, call.now)
        do throws(Problem) {
            try turnstile.passSignIn(peer: request.peer)
            if let (token, visit) = sessions.start(with: key, after: cookie.token(in: request), at: moment) {
                trail.signedIn(visit.principal, request: request.id)
                return (token, visit)
            }
            try turnstile.noteWrong(key, at: .form, peer: request.peer)
        } catch {
            trail.signInLimited()
            throw error
        }
        trail.signInFailed(status.code, request: request.id)
        return nil
    }
}
