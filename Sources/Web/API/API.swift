import Access
import Foundation
import HTTP
import Ledger

/// The HTTP API: finds the route, checks who asks and what was sent, and makes errors into answers; all of it here.
///
/// The order of the checks is the contract's (section 8): path, method, key, role, then what only the route knows:
/// resource, media type, input, version.
struct API: Sendable {
    private let router: Router<Route>
    private let keys: KeyStore
    private let board: SnapshotBoard
    private let trail: AuditTrail
    private let turnstile: Turnstile
    private let now: @Sendable () -> Date
    private let aside: AsideQueue

    init(
        _ routes: [Route], keys: KeyStore, board: SnapshotBoard, trail: AuditTrail, turnstile: Turnstile,
        aside: AsideQueue, now: @escaping @Sendable () -> Date
    ) {
        var router = Router<Route>()
        for route in routes { router.add(route.method, route.path, route) }
        (self.router, self.keys, self.board, self.trail) = (router, keys, board, trail)
        (self.turnstile, self.aside, self.now) = (turnstile, aside, now)
    }

    /// Whether the request is for the API at all.
    static func owns(_ request: Request) -> Bool {
        request.segments.first == "v1" || request.path == MetricsRoutes.path
    }

    func handle(_ request: Request, _ responder: Responder) {
        let moment = now()
        let caller = Caller(request, keys: keys, at: moment)
        var route: Route?
        do {
            try turnstile.pass(caller, from: request.peer)
            if request.method == .options { return responder.answer(try preflight(for: request)) }
            let (found, path) = try match(request)
            route = found
            let call = try admit(request, of: caller, to: found, path: path, at: moment)
            let answer: @Sendable (Result<Reply, Problem>) -> Void = { result in
                if case .success(let reply) = result { note(reply, to: call, on: found) }
                responder.answer(making: { response(to: request, of: caller, on: found, result) })
            }
            switch found.handler {
            case .now(let handler): answer(.success(try handler(call)))
            case .later(let handler): try handler(call, answer)
            case .aside(let handler):
                let keyID = call.principal?.keyID ?? ""
                try aside.run(for: keyID, preparing: { try handler(call) }, then: answer)
            }
        } catch {
            let problem = error as? Problem ?? .internalFault
            // Who was not let through asked for something all the same.
            if problem.status == .tooManyRequests, route == nil { route = try? match(request).0 }
            responder.answer(response(to: request, of: caller, on: route, .failure(problem)))
        }
    }

    /// No body where no route takes one, and none from those who may not send it.
    func bodyLimit(_ request: Request) -> Int? {
        let moment = now()
        let caller = Caller(request, keys: keys, at: moment)
        guard let (route, path) = try? match(request),
            (try? admit(request, of: caller, to: route, path: path, at: moment)) != nil
        else { return 0 }
        if case .none = route.body { return 0 }
        return nil
    }

    // MARK: Checks

    private func match(_ request: Request) throws(Problem) -> (Route, [String: String]) {
        guard HTTP.Method.standard.contains(request.method) else { throw Problem(refusing: .notImplemented) }
        switch router.match(request.method, request.segments) {
        case .found(let route, let parameters): return (route, parameters)
        case .methodNotAllowed(let allow): throw .methodNotAllowed(allow + [.options])
        case .notFound: throw .notFound
        }
    }

    private func admit(
        _ request: Request, of caller: Caller, to route: Route, path: [String: String], at moment: Date
    ) throws -> Call {
        if case .unknown = caller { throw Problem.noKey }
        let principal = caller.principal
        if case .permitted(let permission) = route.access, !(route.isOpenLocally && request.isLocal) {
            guard let principal else { throw Problem.noKey }
            guard principal.may(permission) else { throw Problem.wrongRole }
        }
        guard Accept.best(of: route.offers, for: request.fields["Accept"]) != nil else {
            throw Problem.notAcceptable
        }
        let query = QueryValues(request.query, parameters: route.parameters)
        let call = Call(
            request: request, path: path, query: query, key: caller.key, principal: principal, snapshot: board.current,
            now: moment)
        try route.resource(call)
        // A route that takes a body tells these together with the faults in the body.
        if case .none = route.body, !query.faults.isEmpty { throw Problem.badInput(query.faults) }
        return call
    }

    // MARK: What is written down

    /// What somebody who signed in takes along as a whole list, or sees of what not everybody may. HEAD shows nothing.
    private func note(_ reply: Reply, to call: Call, on route: Route) {
        guard let principal = call.principal, call.request.method != .head else { return }
        if reply.isTable { return trail.dataExported(route.path, by: principal, request: call.request.id) }
        guard let read = ProtectedReads.read(route.method, route.path), !call.isAboutOwnPlaces else { return }
        trail.looked(read, at: read.resource(call.path), by: principal, call.now, request: call.request.id)
    }

    /// A key that does not count, and one that may not do this. A request without a key is no attempt. Of what was too
    /// much only the count is kept.
    private func note(_ problem: Problem, of request: Request, from caller: Caller, on route: Route?) {
        switch (problem.status, caller) {
        case (.tooManyRequests, _):
            turnstile.count(problem)
            trail.requestLimited(by: caller.principal)
        case (.unauthorized, .unknown), (.unauthorized, .known), (.forbidden, .unknown), (.forbidden, .known):
            trail.accessRefused(
                problem.status.code, resource: route?.path, by: caller.principal, request: request.id)
        default: break
        }
    }

    // MARK: Answers

    private func response(
        to request: Request, of caller: Caller, on route: Route?, _ result: Result<Reply, Problem>
    ) -> Response {
        var response: Response
        do {
            let reply = try result.mapError { $0 as any Error }.get()
            response = Response(reply.status, fields: reply.fields, content: try reply.content())
        } catch {
            let problem = error as? Problem ?? .internalFault
            note(problem, of: request, from: caller, on: route)
            response = problem.response(for: request.id)
        }
        response.label = route?.path
        APIHeaders.complete(&response, for: request, isOpen: route?.isOpen ?? false)
        return response
    }

    /// Which methods a path takes (RFC 9110 §9.3.7), also as the answer to a browser that asks before it calls.
    private func preflight(for request: Request) throws(Problem) -> Response {
        // A method no route has: the router then names those it does have.
        guard case .methodNotAllowed(let allow) = router.match(.options, request.segments) else { throw .notFound }
        let list = (allow + [.options]).map(\.rawValue).joined(separator: ", ")
        var response = Response(.noContent, fields: ["Allow": list])
        var isOpen = false
        if case .found(let route, _) = router.match(.get, request.segments) {
            response.label = route.path
            isOpen = route.isOpen
        }
        APIHeaders.complete(&response, for: request, isOpen: isOpen)
        if isOpen { response.fields.set("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS") }
        return response
    }
}

extension Route {
    /// What it answers in, when all goes well.
    fileprivate var offers: [MediaType] {
        if answers.contains(where: \.isStream) { return MediaTypes.events }
        if answers.contains(where: \.isPlainText) { return MediaTypes.plainText }
        return answers.contains(where: \.hasTable) ? MediaTypes.jsonOrTable : MediaTypes.json
    }

    /// Open data, which any web page may read.
    fileprivate var isOpen: Bool {
        if case .everyone = access { method == .get } else { false }
    }
}
