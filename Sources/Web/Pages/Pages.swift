import Access
import Domain
import Foundation
import HTTP

/// The pages: the search at `/`, signing in and out, and the files in `Public/`. HTML first; no scripts.
struct Pages: Sendable {
    let board: SnapshotBoard
    let keys: KeyStore
    let sessions: Sessions
    let trail: AuditTrail
    let files: StaticFiles
    let securityText: SecurityTextPage?
    let assets: Assets
    let turnstile: Turnstile
    let exampleKey: String?
    let isProduction: Bool
    /// The program's own address, where it is known. Nothing is built from what a request calls it.
    let site: Site?
    let now: @Sendable () -> Date

    /// - Parameter user: whom a trusted proxy vouches for.
    func response(to request: Request, user: String? = nil) -> Response {
        completed(answer(request, user), for: request)
    }

    /// The request was meant for another address.
    func misdirected(_ request: Request) -> Response {
        let text = "Opvangkaart staat onder een andere naam. Gebruik het adres dat u van uw beheerder kreeg."
        return completed(
            message(.misdirectedRequest, .nobody, "Dit adres is niet van Opvangkaart.", text), for: request)
    }

    func completed(_ response: Response, for request: Request) -> Response {
        var response = response
        PageHeaders.complete(&response, for: request, isProduction: isProduction)
        return response
    }

    private func answer(_ request: Request, _ user: String?) -> Response {
        let (isKnown, allowed) = (HTTP.Method.standard.contains(request.method), Self.methods[request.segments])
        // The files of a page come all at once, and cost next to nothing: they are not counted.
        if isKnown, allowed == nil, let file = file(request) { return file }
        let guest = guest(of: request, user: user)
        var response = limited(request, guest, user: user) ?? answer(request, guest, isKnown: isKnown, allowed)
        if allowed != nil { response.label = Self.address(of: request) }
        return response
    }

    private func file(_ request: Request) -> Response? {
        securityText?.response(to: request) ?? files.response(to: request)
    }

    private func answer(_ request: Request, _ guest: Guest, isKnown: Bool, _ allowed: String?) -> Response {
        guard isKnown else { return notImplemented() }
        if request.segments.isEmpty { return options("GET, HEAD, POST, PUT, OPTIONS") }  // the server as a whole
        guard let allowed else { return notFound(guest) }
        return request.method == .options ? options(allowed) : page(for: request, guest, allowed)
    }

    private func page(for request: Request, _ guest: Guest, _ allowed: String) -> Response {
        switch (request.method, request.segments) {
        case (.get, [""]), (.head, [""]): return searchForm(guest)
        case (.post, [""]): return posted(request, guest, search) { again($0) }
        case (.get, ["inloggen"]), (.head, ["inloggen"]): return signInForm(guest)
        // Who signs in has no session yet, or leaves it: where the form comes from says enough.
        case (.post, ["inloggen"]): return posted(request, guest, signIn, unproven: signIn)
        case (.get, ["account"]), (.head, ["account"]): return account(guest)
        case (.post, ["uitloggen"]): return posted(request, guest, signOut)
        case (.post, ["uitloggen-overal"]): return posted(request, guest, signOutEverywhere)
        default: return notAllowed(allowed, guest)
        }
    }

    /// What each page takes, as `Allow` says it.
    static let methods: [[String]: String] = [
        [""]: "GET, HEAD, POST, OPTIONS", ["inloggen"]: "GET, HEAD, POST, OPTIONS", ["account"]: "GET, HEAD, OPTIONS",
        ["uitloggen"]: "POST, OPTIONS", ["uitloggen-overal"]: "POST, OPTIONS",
    ]

    /// Forms are short; nothing else takes a body.
    static func bodyLimit(_ request: Request) -> Int {
        request.method == .post && methods[request.segments]?.contains("POST") == true ? 32 * 1024 : 0
    }

    // MARK: Search

    private func searchForm(_ guest: Guest) -> Response {
        // At night a place is needed tonight; the form says that this was filled in.
        let values = DutchTime.isNight(now()) ? FormValues(["urgency": "now"]) : .empty
        return page(searchPage(guest, values).form())
    }

    private func search(_ posted: Posted) -> Response {
        if let principal = posted.guest.principal { return result(for: posted, by: principal, as: posted.guest) }
        // Who has to sign in meanwhile may do so with the same press.
        do throws(Problem) {
            guard !posted.guest.isStranger, let (token, visit) = try enter(posted, failing: .unauthorized) else {
                let page = searchPage(posted.guest, posted.values).signInFirst(isWrongKey: posted.key != nil)
                return self.page(page, status: .unauthorized)
            }
            var response = result(for: posted, by: visit.principal, as: .signedIn(visit))
            response.fields.set("Set-Cookie", cookie.setting(token))
            return response
        } catch {
            // What was filled in stays in the page.
            turnstile.count(error)
            let page = searchPage(posted.guest, posted.values).signInFirst(because: error.detail)
            var response = self.page(page, status: error.status)
            response.fields.set(error.fields)
            return response
        }
    }

    private func result(for posted: Posted, by principal: Principal, as guest: Guest) -> Response {
        guard principal.may(.searchPlacements) else {
            noteRefusal(of: posted.request, to: principal)
            return message(
                .forbidden, guest, "Zoeken hoort niet bij uw rol.",
                "Zoeken is voor zorgcoördinatoren en CoMensha. Uw gegevens zijn niet bewaard.")
        }
        let page = searchPage(guest, posted.values)
        let (profile, faults) = SearchForm(registry: page.snapshot.registry, values: posted.values).read()
        guard let profile else { return self.page(page.form(faults: faults), status: .badRequest) }
        trail.looked(ProtectedReads.search, by: principal, page.now, request: posted.request.id)
        return self.page(page.result(for: profile))
    }

    /// The page was made for another session: what was filled in is shown once more, to be sent by this one.
    private func again(_ posted: Posted) -> Response {
        noteRefusal(of: posted.request, to: posted.guest.principal)
        return page(searchPage(posted.guest, posted.values).again(), status: .forbidden)
    }

    private func searchPage(_ guest: Guest, _ values: FormValues) -> SearchPage {
        SearchPage(snapshot: board.current, guest: guest, values: values, now: now(), assets: assets)
    }

    // MARK: Forms

    /// Runs `action` when the form comes from a page of this site and of this session (conventions section 3, CSRF).
    ///
    /// - Parameter unproven: the answer to a form of this site that another session, or none, was given.
    private func posted(
        _ request: Request, _ guest: Guest, _ action: (Posted) -> Response, unproven: ((Posted) -> Response)? = nil
    ) -> Response {
        guard SameSite.isTrusted(request, at: site) else {
            noteRefusal(of: request, to: guest.principal)
            return message(
                .forbidden, guest, "Dit verzoek komt van een andere site.",
                "Ga naar Opvangkaart en probeer het opnieuw.")
        }
        guard let posted = Posted(request, by: guest) else {
            return message(
                .unsupportedMediaType, guest, "Dit verzoek kunnen we niet lezen.", "Vul het formulier opnieuw in.")
        }
        if posted.isProven { return action(posted) }
        if let unproven { return unproven(posted) }
        noteRefusal(of: request, to: guest.principal)
        return message(
            .forbidden, guest, "Deze pagina hoorde bij een sessie die voorbij is.",
            "Er is niets veranderd. Ga naar het begin en probeer het opnieuw.")
    }

    func noteRefusal(of request: Request, to principal: Principal?) {
        trail.accessRefused(
            Status.forbidden.code, resource: Self.address(of: request), by: principal, request: request.id)
    }

    /// - Precondition: it is one of ``methods``, so that it is nothing somebody made up.
    private static func address(of request: Request) -> String { "/" + request.segments.joined(separator: "/") }

    // MARK: Answers

    /// What is answered to who asks too much in too short a time; `nil` where they do not.
    func limited(_ request: Request, _ guest: Guest, user: String?) -> Response? {
        let moment = now()
        do {
            try turnstile.pass(keyID: guest.principal?.keyID, peer: request.peer, at: moment)
        } catch {
            trail.requestLimited(by: guest.principal)
            return refusal(error, guest)
        }
        guard guest.isStranger, let user else { return nil }
        do {
            try turnstile.noteWrong(user, at: .proxy, peer: request.peer, at: moment)
            trail.signInFailed(Status.unauthorized.code, request: request.id)
            return nil
        } catch {
            trail.signInLimited()
            return refusal(error, guest)
        }
    }

    func refusal(_ problem: Problem, _ guest: Guest) -> Response {
        turnstile.count(problem)
        var response = message(problem.status, guest, "\(problem.title).", problem.detail)
        response.fields.set(problem.fields)
        return response
    }

    private func notFound(_ guest: Guest) -> Response {
        message(
            .notFound, guest, "Deze pagina is er niet (meer).",
            "Ga naar het begin. Hieronder staat wie u kunt bellen.")
    }

    func notAllowed(_ allowed: String, _ guest: Guest) -> Response {
        var response = message(.methodNotAllowed, guest, "Dit kan hier niet.", "Ga naar het begin.")
        response.fields.set(.allow, allowed)
        return response
    }

    /// RFC 9110 §9.3.7.
    func options(_ allowed: String) -> Response { Response(.noContent, fields: [.allow: allowed]) }

    private func notImplemented() -> Response {
        message(.notImplemented, .nobody, "Deze methode kennen we niet.", "Ga naar het begin.")
    }

    func message(
        _ status: Status, _ guest: Guest, _ title: String, _ text: String
    ) -> Response {
        let html = frame(title, "fout", guest, isFault: true).page([
            .element("h1", ["class": "nl-heading"], .text(title)), .element("p", [:], .text(text)),
            .element("p", [:], .element("a", ["class": "nl-link", "href": "/"], "Naar het begin van Opvangkaart")),
        ])
        return page(html, status: status)
    }

    func frame(_ title: String, _ screen: String, _ guest: Guest, isFault: Bool = false) -> Frame {
        Frame(
            title: title, screen: screen, guest: guest, showsExamples: exampleKey != nil, assets: assets,
            isFault: isFault)
    }

    func page(_ html: HTML, status: Status = .ok) -> Response {
        Response(status, fields: ["Content-Type": "text/html; charset=utf-8"], body: html.document())
    }
}
