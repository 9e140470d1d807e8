import Access
import Domain
import Foundation
import HTTP
import Registry

/// Signing in and out, and one's own account.
extension Pages {
    /// - Parameter user: whom a trusted proxy vouches for.
    func guest(of request: Request, user: String?) -> Guest {
        if let user {
            let (guest, isNew) = sessions.guest(named: user, at: now())
            if isNew, let visit = guest.visit { trail.signedIn(visit.principal, request: request.id) }
            return guest
        }
        return cookie.token(in: request).map { sessions.guest(withToken: $0, at: now()) } ?? .nobody
    }

    var cookie: SessionCookie { SessionCookie(isProduction: isProduction) }

    func signInForm(_ guest: Guest, isFault: Bool = false) -> Response {
        let signInPage = SignInPage(
            showsExamples: exampleKey != nil, exampleKey: exampleKey, assets: assets, guest: guest)
        return page(signInPage.html(isFault: isFault), status: isFault ? .badRequest : .ok)
    }

    func signIn(_ posted: Posted) -> Response {
        if let refusal = refusalOfKey(posted) { return refusal }
        do throws(Problem) {
            guard let (token, _) = try enter(posted, failing: .badRequest) else {
                return signInForm(posted.guest, isFault: true)
            }
            return Response(.seeOther, fields: ["Location": "/", "Set-Cookie": cookie.setting(token)])
        } catch {
            return refusal(error, posted.guest)
        }
    }

    /// Where a proxy says who it is, a key says nothing.
    private func refusalOfKey(_ posted: Posted) -> Response? {
        if case .stranger = posted.guest {
            return message(.forbidden, posted.guest, "Inloggen kan hier niet.", Frame.strangerNote)
        }
        guard posted.guest.visit?.isVouched == true else { return nil }
        return message(
            .forbidden, posted.guest, "Inloggen met een sleutel kan hier niet.",
            "Uw organisatie heeft u al aangemeld. Ga naar het begin.")
    }

    /// Tries the key that was pasted: the one place where pages do. Who pasted none tried nothing.
    ///
    /// - Throws: 429 after too many keys that do not count.
    func enter(_ posted: Posted, failing status: Status) throws(Problem) -> (token: String, visit: Visit)? {
        guard let key = posted.key else { return nil }
        let (request, moment) = (posted.request, now())
        do throws(Problem) {
            try turnstile.passSignIn(peer: request.peer, at: moment)
            if let (token, visit) = sessions.start(with: key, after: cookie.token(in: request), at: moment) {
                trail.signedIn(visit.principal, request: request.id)
                return (token, visit)
            }
            try turnstile.noteWrong(key, at: .form, peer: request.peer, at: moment)
        } catch {
            trail.signInLimited()
            throw error
        }
        trail.signInFailed(status.code, request: request.id)
        return nil
    }

    func signOut(_ posted: Posted) -> Response {
        if let token = cookie.token(in: posted.request) { sessions.end(token) }
        if let visit = posted.guest.visit { trail.signedOut(visit.principal, request: posted.request.id) }
        return signedOut()
    }

    /// Ends every session of the key, wherever it stands open.
    func signOutEverywhere(_ posted: Posted) -> Response {
        if let visit = posted.guest.visit {
            sessions.endAll(ofKey: visit.principal.keyID)
            trail.sessionsEnded(visit.principal, request: posted.request.id)
        }
        return signedOut()
    }

    /// `Clear-Site-Data` without `cookies`: that would empty the whole domain, of other services too.
    private func signedOut() -> Response {
        Response(
            .seeOther,
            fields: [
                "Location": "/", "Set-Cookie": cookie.removing, "Clear-Site-Data": "\"cache\", \"storage\"",
            ])
    }

    func account(_ guest: Guest) -> Response {
        guard let visit = guest.visit else {
            return message(
                .unauthorized, guest, "Log in om uw account te zien.",
                guest.isStranger ? Frame.strangerNote : "Ga naar ‘Log in met uw toegangssleutel’, bovenaan.")
        }
        let registry = board.current.registry
        let principal = visit.principal
        let view = AccountPage(
            visit: visit, organization: principal.organization.map { registry.organization($0)?.name ?? $0.rawValue },
            expiresOn: keys.current().keys.first { $0.id == principal.keyID }?.expiresOn,
            sessions: sessions.count(ofKey: principal.keyID, at: now()),
            roleLabel: registry.codeLists.label(principal.role), now: now(),
            frame: frame("Uw account", AccountPage.screen, guest))
        return page(view.html())
    }
}
