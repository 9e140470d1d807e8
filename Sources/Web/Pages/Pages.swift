import Access
import Domain
import Foundation
import HTTP

/// The pages: the search at `/`, signing in and out, and the files in `Public/`. HTML first; no scripts.
struct Pages: Sendable {
    let board: SnapshotBoard
    let sessions: Sessions
    let trail: AuditTrail
    let files: StaticFiles
    let assets: Assets
    let exampleKey: String?
    let isProduction: Bool
    let now: @Sendable () -> Date

    func response(to request: Request) -> Response {
        var response = answer(request)
        PageHeaders.complete(&response, for: request, isProduction: isProduction)
        return response
    }

    private func answer(_ request: Request) -> Response {
        guard HTTP.Method.standard.contains(request.method) else { return notImplemented() }
        if request.segments.isEmpty { return options("GET, HEAD, POST, PUT, OPTIONS") }  // the server as a whole
        guard let allowed = Self.methods[request.segments] else {
            return files.response(to: request) ?? notFound(request)
        }
        switch (request.method, request.segments) {
        case (.options, _): return options(allowed)
        case (.get, [""]), (.head, [""]): return searchForm(request)
        case (.post, [""]): return guarded(request, search)
        case (.get, ["inloggen"]), (.head, ["inloggen"]): return page(signInPage.html())
        case (.post, ["inloggen"]): return guarded(request, signIn)
        case (.post, ["uitloggen"]): return guarded(request, signOut)
        default: return notAllowed(allowed)
        }
    }

    /// What each page takes, as `Allow` says it.
    private static let methods: [[String]: String] = [
        [""]: "GET, HEAD, POST, OPTIONS", ["inloggen"]: "GET, HEAD, POST, OPTIONS", ["uitloggen"]: "POST, OPTIONS",
    ]

    /// Forms are short; nothing else takes a body.
    static func bodyLimit(_ request: Request) -> Int {
        request.method == .post && methods[request.segments] != nil ? 32 * 1024 : 0
    }

    // MARK: Search

    private func searchForm(_ request: Request) -> Response {
        // At night a place is needed tonight; the form says that this was filled in.
        let values = DutchTime.isNight(now()) ? FormValues(["urgency": "now"]) : .empty
        return page(searchPage(request, values).form(), label: "/")
    }

    private func search(_ request: Request, _ values: FormValues) -> Response {
        let page = searchPage(request, values)
        guard let principal = page.principal, principal.may(.searchPlacements) else {
            guard let principal = page.principal else {
                return self.page(page.signInFirst(), status: .unauthorized, label: "/")
            }
            noteRefusal(of: request, to: principal)
            return message(
                "Zoeken hoort niet bij uw rol.",
                "Zoeken is voor zorgcoördinatoren en CoMensha. Uw gegevens zijn niet bewaard.",
                .forbidden)
        }
        let (profile, faults) = SearchForm(registry: page.snapshot.registry, values: values).read()
        guard let profile else { return self.page(page.form(faults: faults), status: .badRequest, label: "/") }
        return self.page(page.result(for: profile), label: "/")
    }

    private func searchPage(_ request: Request, _ values: FormValues) -> SearchPage {
        SearchPage(
            snapshot: board.current, principal: principal(of: request), values: values, now: now(), assets: assets)
    }

    // MARK: Signing in and out

    private var signInPage: SignInPage {
        SignInPage(showsExamples: exampleKey != nil, exampleKey: exampleKey, assets: assets)
    }

    private func signIn(_ request: Request, _ values: FormValues) -> Response {
        let key = values["key"]
        guard let key, let (token, principal) = sessions.start(with: key, at: now()) else {
            // Who sent an empty form tried nothing.
            if key != nil { trail.signInFailed(Status.badRequest.code, request: request.id) }
            return page(signInPage.html(isFault: true), status: .badRequest, label: "/inloggen")
        }
        trail.signedIn(principal, request: request.id)
        let cookie = SessionCookie(isProduction: isProduction)
        return Response(
            .seeOther, fields: ["Location": "/", "Set-Cookie": cookie.setting(token)], label: "/inloggen")
    }

    private func signOut(_ request: Request, _ values: FormValues) -> Response {
        let cookie = SessionCookie(isProduction: isProduction)
        if let token = cookie.token(in: request) { sessions.end(token) }
        return Response(
            .seeOther,
            fields: [
                "Location": "/", "Set-Cookie": cookie.removing,
                "Clear-Site-Data": "\"cache\", \"cookies\", \"storage\"",
            ],
            label: "/uitloggen")
    }

    private func principal(of request: Request) -> Principal? {
        SessionCookie(isProduction: isProduction).token(in: request).flatMap { sessions.principal(for: $0, at: now()) }
    }

    // MARK: Answers

    /// Runs `action` when the form comes from a page of this site (conventions section 3, CSRF).
    private func guarded(_ request: Request, _ action: (Request, FormValues) -> Response) -> Response {
        guard SameSite.isTrusted(request) else {
            noteRefusal(of: request, to: principal(of: request))
            return message(
                "Dit verzoek komt van een andere site.", "Ga naar Opvangkaart en probeer het opnieuw.", .forbidden)
        }
        let isEmpty = request.body.isEmpty
        guard let values = isEmpty ? FormValues.empty : FormValues(request) else {
            return message("Dit verzoek kunnen we niet lezen.", "Vul het formulier opnieuw in.", .unsupportedMediaType)
        }
        return action(request, values)
    }

    /// - Precondition: the address is one of ``methods``, so that it is nothing somebody made up.
    private func noteRefusal(of request: Request, to principal: Principal?) {
        let resource = "/" + request.segments.joined(separator: "/")
        trail.accessRefused(Status.forbidden.code, resource: resource, by: principal, request: request.id)
    }

    private func notFound(_ request: Request) -> Response {
        message(
            "Deze pagina is er niet (meer).", "Ga naar het begin. Hieronder staat wie u kunt bellen.", .notFound)
    }

    private func notAllowed(_ allowed: String) -> Response {
        var response = message("Dit kan hier niet.", "Ga naar het begin.", .methodNotAllowed)
        response.fields.set(.allow, allowed)
        return response
    }

    /// RFC 9110 §9.3.7.
    private func options(_ allowed: String) -> Response { Response(.noContent, fields: [.allow: allowed]) }

    private func notImplemented() -> Response {
        message("Deze methode kennen we niet.", "Ga naar het begin.", .notImplemented)
    }

    private func message(_ title: String, _ text: String, _ status: Status) -> Response {
        let frame = Frame(
            title: title, screen: "fout", principal: nil, showsExamples: exampleKey != nil, assets: assets,
            isFault: true)
        let html = frame.page([
            .element("h1", ["class": "nl-heading"], .text(title)), .element("p", [:], .text(text)),
            .element("p", [:], .element("a", ["class": "nl-link", "href": "/"], "Naar het begin van Opvangkaart")),
        ])
        return page(html, status: status)
    }

    private func page(_ html: HTML, status: Status = .ok, label: String? = nil) -> Response {
        Response(status, fields: ["Content-Type": "text/html; charset=utf-8"], body: html.document(), label: label)
    }
}
