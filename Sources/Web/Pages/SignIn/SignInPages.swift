import Access
import Domain
import Foundation
import HTTP
import Registry

/// Signing in and out, and one's own account.
struct SignInPages: PageGroup {
    var routes: [PageRoute] {
        [
            PageRoute(.get, "/inloggen", screen: SignInPage.screen, .everyone, .now { form($0) }),
            // Who signs in has no session yet, or leaves it: where the form comes from says enough.
            PageRoute(.post, "/inloggen", screen: SignInPage.screen, .everyone, .now { try signIn($0) }).unproven(),
            PageRoute(.get, "/account", screen: AccountPage.screen, .everyone, .now { account($0) }),
            PageRoute(.post, "/uitloggen", screen: SignInPage.screen, .everyone, .now { signOut($0) }),
            PageRoute(
                .post, "/uitloggen-overal", screen: SignInPage.screen, .everyone, .now { signOutEverywhere($0) }),
        ]
    }

    private func form(_ call: PageCall, isFault: Bool = false) -> Response {
        SignInPage(call: call).response(isFault: isFault)
    }

    private func signIn(_ call: PageCall) throws(Problem) -> Response {
        if let refusal = refusalOfKey(call) { return refusal }
        guard let (token, visit) = try call.house.enter(call, failing: .badRequest) else {
            return form(call, isFault: true)
        }
        let first = SiteMap.firstPage(for: visit.principal.role)
        let next = call.values["naar"].flatMap { LocalAddress($0) }?.path ?? call.href(first)
        return Response(.seeOther, fields: ["Location": next, "Set-Cookie": call.house.cookie.setting(token)])
    }

    /// Where a proxy says who it is, a key says nothing.
    private func refusalOfKey(_ call: PageCall) -> Response? {
        let say = call.say
        let title = say("Inloggen kan hier niet.", "You cannot sign in here.")
        if case .stranger = call.guest { return call.message(.forbidden, title, Frame.strangerNote(say)) }
        guard call.guest.visit?.isVouched == true else { return nil }
        return call.message(
            .forbidden, title,
            say(
                "Uw organisatie heeft u al aangemeld. Ga naar het begin.",
                "Your organisation has signed you in already. Go to the start."))
    }

    private func signOut(_ call: PageCall) -> Response {
        let house = call.house
        if let token = house.cookie.token(in: call.request) { house.sessions.end(token) }
        if let visit = call.guest.visit { house.trail.signedOut(visit.principal, request: call.request.id) }
        return signedOut(call)
    }

    /// Ends every session of the key, wherever it stands open.
    private func signOutEverywhere(_ call: PageCall) -> Response {
        if let visit = call.guest.visit {
            call.house.sessions.endAll(ofKey: visit.principal.keyID)
            call.house.trail.sessionsEnded(visit.principal, request: call.request.id)
        }
        return signedOut(call)
    }

    /// `Clear-Site-Data` without `cookies`: that would empty the whole domain, of other services too.
    private func signedOut(_ call: PageCall) -> Response {
        var response = call.seeOther("/")
        response.fields.set("Set-Cookie", call.house.cookie.removing)
        response.fields.set("Clear-Site-Data", "\"cache\", \"storage\"")
        return response
    }

    private func account(_ call: PageCall) -> Response {
        let say = call.say
        guard let visit = call.guest.visit else {
            return call.message(
                .unauthorized, say("Log in om uw account te zien.", "Sign in to see your account."),
                call.guest.isStranger
                    ? Frame.strangerNote(say) : say("Ga naar ‘Log in’, bovenaan.", "Go to ‘Sign in’, at the top."))
        }
        let (house, principal) = (call.house, visit.principal)
        let page = AccountPage(
            call: call, visit: visit,
            organization: principal.organization.map { call.registry.organization($0)?.name ?? $0.rawValue },
            expiresOn: house.keys.current().keys.first { $0.id == principal.keyID }?.expiresOn,
            sessions: house.sessions.count(ofKey: principal.keyID, at: call.now))
        return page.response()
    }
}
