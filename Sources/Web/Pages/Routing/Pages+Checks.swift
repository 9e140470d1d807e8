import Access
import Foundation
import HTTP
import Hypertext

/// What is looked at before a page answers: whether not too much was asked, who asks, and whether a form comes from a
/// page of this site and of this session (conventions section 3, CSRF).
extension Pages {
    typealias Answer = @Sendable (@escaping @Sendable () -> Response) -> Void

    // MARK: Limits

    /// What is answered to who asks too much in too short a time; `nil` where they do not.
    ///
    /// - Parameter user: whom a trusted proxy vouches for.
    func limited(_ call: PageCall, user: String?) -> Response? {
        let (turnstile, trail, guest) = (house.turnstile, house.trail, call.guest)
        do {
            try turnstile.pass(keyID: guest.principal?.keyID, peer: call.request.peer)
        } catch {
            trail.requestLimited(by: guest.principal)
            return refusal(error, call)
        }
        guard guest.isStranger, let user else { return nil }
        do {
            try turnstile.noteWrong(user, at: .proxy, peer: call.request.peer)
            trail.signInFailed(Status.unauthorized.code, request: call.request.id)
            return nil
        } catch {
            trail.signInLimited()
            return refusal(error, call)
        }
    }

    /// A problem as a page.
    func refusal(_ problem: Problem, _ call: PageCall) -> Response {
        house.turnstile.count(problem)
        var response = ProblemPage(call: call, problem: problem).response()
        // A page asks for no header of its own to sign in with.
        var fields = problem.fields
        fields.remove("WWW-Authenticate")
        response.fields.set(fields)
        return response
    }

    // MARK: Access

    func run(_ call: PageCall, on route: PageRoute, _ answer: @escaping Answer) {
        let fixed: @Sendable (Response) -> Void = { response in answer { response } }
        if call.request.method == .post { return post(call, route, answer) }
        guard case .permitted(let permission) = route.access else { return handle(call, route, answer) }
        guard let principal = call.principal else { return fixed(signInFirst(call)) }
        guard principal.may(permission) else { return fixed(forbidden(call, route, principal)) }
        handle(call, route, answer)
    }

    private func post(_ call: PageCall, _ route: PageRoute, _ answer: @escaping Answer) {
        let fixed: @Sendable (Response) -> Void = { response in answer { response } }
        guard SameSite.isTrusted(call.request, at: house.site) else {
            noteRefusal(of: route, call)
            return fixed(
                call.message(
                    .forbidden,
                    call.say("Dit verzoek komt van een andere site.", "This request comes from another site."),
                    call.say("Ga naar Opvangkaart en probeer het opnieuw.", "Go to Opvangkaart and try again.")))
        }
        guard let posted = Posted(call.request, by: call.guest) else {
            return fixed(
                call.message(
                    .unsupportedMediaType,
                    call.say("Dit verzoek kunnen we niet lezen.", "We cannot read this request."),
                    call.say("Vul het formulier opnieuw in.", "Fill in the form once more.")))
        }
        let call = call.with(posted)
        if route.needsProof, !posted.isProven {
            noteRefusal(of: route, call)
            return fixed(kept(call, route, .otherSession, .forbidden))
        }
        guard case .permitted(let permission) = route.access else { return handle(call, route, answer) }
        if let principal = call.principal {
            guard principal.may(permission) else { return fixed(forbidden(call, route, principal)) }
            return handle(call, route, answer)
        }
        signInAndHandle(call, route, permission, answer)
    }

    /// Who has to sign in meanwhile may do so with the same press.
    private func signInAndHandle(
        _ call: PageCall, _ route: PageRoute, _ permission: Permission, _ answer: @escaping Answer
    ) {
        do throws(Problem) {
            guard !call.guest.isStranger, let (token, visit) = try house.enter(call, failing: .unauthorized) else {
                let cause = KeptForm.Cause.signIn(isWrongKey: call.key != nil, fault: nil)
                return answer { kept(call, route, cause, .unauthorized) }
            }
            let cookie = house.cookie.setting(token)
            let signedIn: Answer = { make in
                answer {
                    var response = make()
                    response.fields.set("Set-Cookie", cookie)
                    return response
                }
            }
            let known = call.by(visit)
            guard visit.principal.may(permission) else {
                let response = forbidden(known, route, visit.principal)
                return signedIn { response }
            }
            handle(known, route, signedIn)
        } catch {
            // What was filled in stays in the page.
            house.turnstile.count(error)
            answer {
                var response = kept(call, route, .signIn(isWrongKey: false, fault: error.detail), error.status)
                response.fields.set(error.fields)
                return response
            }
        }
    }

    private func kept(_ call: PageCall, _ route: PageRoute, _ cause: KeptForm.Cause, _ status: Status) -> Response {
        call.answer(route.kept?(call, cause) ?? KeptForm(call: call, cause: cause).html(), status: status)
    }

    private func signInFirst(_ call: PageCall) -> Response {
        let say = call.say
        guard !call.guest.isStranger else {
            return call.message(.unauthorized, say("Log in", "Sign in"), Frame.strangerNote(say))
        }
        let link: HTML = .paragraph(
            .buttonLink(say("Log in", "Sign in"), SignInPage.address(thenTo: call.address, say), .primary))
        return call.message(
            .unauthorized, say("Log in om deze pagina te zien", "Sign in to see this page"),
            say(
                "Log in om vrije plekken te zien. De sociale kaart is voor iedereen.",
                "Sign in to see free places. The social map is for everyone."), [link])
    }

    private func forbidden(_ call: PageCall, _ route: PageRoute, _ principal: Principal) -> Response {
        noteRefusal(of: route, call)
        let say = call.say
        return call.message(
            .forbidden, say("Dit hoort niet bij uw rol.", "This is not part of your role."),
            say(
                "U bent ingelogd als \(call.label(principal.role).lowercased()). Vraag uw beheerder als u dit nodig heeft.",
                "You are signed in as \(call.label(principal.role).lowercased()). Ask your administrator if you need this."
            ))
    }

    private func noteRefusal(of route: PageRoute, _ call: PageCall) {
        house.trail.accessRefused(
            Status.forbidden.code, resource: route.template, by: call.principal, request: call.request.id)
    }

    // MARK: The page itself

    private func handle(_ call: PageCall, _ route: PageRoute, _ answer: @escaping Answer) {
        let sink: PageCall.Sink = { make in answer { response(call, route, make) } }
        switch route.handler {
        case .now(let handler): sink { try handler(call) }
        case .later(let handler):
            do { try handler(call, sink) } catch { sink { throw error } }
        }
    }

    private func response(
        _ call: PageCall, _ route: PageRoute, _ make: @Sendable () throws -> Response
    ) -> Response {
        do {
            let response = try make()
            note(response, call, route)
            return response
        } catch {
            let problem = error as? Problem ?? .internalFault
            // The role may, but not there: at a place of somebody else.
            if problem.status == .forbidden { noteRefusal(of: route, call) }
            return refusal(problem, call)
        }
    }

    /// What somebody who signed in saw of what not everybody may. HEAD shows nothing.
    private func note(_ response: Response, _ call: PageCall, _ route: PageRoute) {
        guard response.status == .ok, call.request.method != .head, let principal = call.principal,
            let read = ProtectedReads.read(route.method, route.template)
        else { return }
        house.trail.looked(
            read, at: read.resource(call.path), by: principal, call.now, request: call.request.id)
    }
}
