import Access
import Domain
import Foundation
import HTTP

/// The pages and the files in `Public/`: finds the page, checks who asks and where a form comes from, and makes what
/// went wrong into pages; all of it here. HTML first: every task works without scripts.
struct Pages: Sendable {
    let house: PageHouse
    let files: StaticFiles
    let securityText: SecurityTextPage?
    /// A test walks all of them.
    let routes: [PageRoute]
    private let router: Router<PageRoute>

    init(_ house: PageHouse, files: StaticFiles) {
        (self.house, self.files) = (house, files)
        securityText = SecurityTextPage(files, site: house.site)
        routes = PageGroups.all(house).flatMap(\.routes)
        var router = Router<PageRoute>()
        for route in routes { router.add(route.method, route.template, route) }
        self.router = router
    }

    // MARK: Where

    /// The language that an address begins with, and what of it names the page.
    static func place(of request: Request) -> (language: Language, segments: [String]) {
        guard request.segments.first == Language.english.rawValue else { return (.dutch, request.segments) }
        let rest = Array(request.segments.dropFirst())
        return (.english, rest.isEmpty ? [""] : rest)
    }

    /// Forms are short; nothing else takes a body.
    func bodyLimit(_ request: Request) -> Int {
        guard request.method == .post, case .found = router.match(.post, Self.place(of: request).segments) else {
            return 0
        }
        return 64 * 1024
    }

    /// Whether `path` is the address of a page of ours that can be looked at.
    func hasPage(at path: String) -> Bool {
        guard path.hasPrefix("/"), !path.hasPrefix("//") else { return false }
        let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard case .found = router.match(.get, segments) else { return false }
        return true
    }

    /// How logs and figures name a page: by its template, so that nothing somebody made up is in them.
    private func label(of segments: [String]) -> String? {
        for method in [HTTP.Method.get, .post] {
            if case .found(let route, _) = router.match(method, segments) { return route.template }
        }
        return nil
    }

    // MARK: Answering

    /// - Parameter user: whom a trusted proxy vouches for.
    func handle(_ request: Request, user: String? = nil, _ responder: Responder) {
        let place = Self.place(of: request)
        let isKnown = HTTP.Method.standard.contains(request.method)
        let match = router.match(request.method, place.segments)
        // The files of a page come all at once, and cost next to nothing: they are not counted.
        if isKnown, case .notFound = match, let file = file(request) {
            return responder.answer(completed(file, for: request))
        }
        let guest = guest(of: request, user: user)
        let name = isKnown ? label(of: place.segments) : nil
        let plain = call(request, guest, place.language)
        let answer: @Sendable (Response) -> Void = { responder.answer(completed($0, for: request, label: name)) }
        if let refused = limited(plain, user: user) { return answer(refused) }
        guard isKnown else { return answer(Self.notImplemented(plain)) }
        // The server as a whole.
        if request.segments.isEmpty { return answer(Self.options("GET, HEAD, POST, PUT, OPTIONS")) }
        switch match {
        case .notFound: answer(Self.notFound(plain))
        case .methodNotAllowed(let allow):
            let list = (allow + [.options]).map(\.rawValue).joined(separator: ", ")
            answer(request.method == .options ? Self.options(list) : Self.notAllowed(list, plain))
        case .found(let route, let path):
            let language = route.isDutchOnly ? .dutch : place.language
            run(call(request, guest, language, route, path), on: route) { make in
                responder.answer(making: { completed(make(), for: request, label: name) })
            }
        }
    }

    /// The request was meant for another address.
    func misdirected(_ request: Request) -> Response {
        let call = call(request, .nobody, .dutch)
        let text = "Opvangkaart staat onder een andere naam. Gebruik het adres dat u van uw beheerder kreeg."
        return completed(call.message(.misdirectedRequest, "Dit adres is niet van Opvangkaart.", text), for: request)
    }

    private func file(_ request: Request) -> Response? {
        securityText?.response(to: request) ?? files.response(to: request)
    }

    private func call(
        _ request: Request, _ guest: Guest, _ language: Language, _ route: PageRoute? = nil,
        _ path: [String: String] = [:]
    ) -> PageCall {
        PageCall(
            house: house, request: request, route: route, path: path, guest: guest, language: language,
            snapshot: house.board.current, now: house.now(), values: FormValues(items: request.query))
    }

    private func completed(_ response: Response, for request: Request, label: String? = nil) -> Response {
        var response = response
        PageHeaders.complete(&response, for: request, isProduction: house.isProduction)
        if let label { response.label = label }
        return response
    }

    // MARK: Without a page

    private static func notFound(_ call: PageCall) -> Response {
        ProblemPage(call: call, problem: .notFound).response()
    }

    private static func notAllowed(_ allowed: String, _ call: PageCall) -> Response {
        var response = call.message(
            .methodNotAllowed, call.say("Dit kan hier niet.", "This cannot be done here."),
            call.say("Ga naar het begin.", "Go to the start."))
        response.fields.set(.allow, allowed)
        return response
    }

    private static func notImplemented(_ call: PageCall) -> Response {
        call.message(
            .notImplemented, call.say("Deze methode kennen we niet.", "We do not know this method."),
            call.say("Ga naar het begin.", "Go to the start."))
    }

    /// RFC 9110 §9.3.7.
    private static func options(_ allowed: String) -> Response { Response(.noContent, fields: [.allow: allowed]) }
}
