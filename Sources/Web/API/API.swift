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
    private let now: @Sendable () -> Date

    init(_ routes: [Route], keys: KeyStore, board: SnapshotBoard, now: @escaping @Sendable () -> Date) {
        var router = Router<Route>()
        for route in routes { router.add(route.method, route.path, route) }
        (self.router, self.keys, self.board, self.now) = (router, keys, board, now)
    }

    /// Whether the request is for the API at all.
    static func owns(_ request: Request) -> Bool { request.segments.first == "v1" }

    func handle(_ request: Request, _ responder: Responder) {
        var route: Route?
        do {
            let (found, path) = try match(request)
            route = found
            if request.method == .options { return responder.answer(preflight(for: request, on: found)) }
            let call = try admit(request, to: found, path: path)
            let answer: @Sendable (Result<Reply, Problem>) -> Void = { result in
                responder.answer(response(to: request, on: found, result))
            }
            switch found.handler {
            case .now(let handler): answer(.success(try handler(call)))
            case .later(let handler): try handler(call, answer)
            }
        } catch {
            let problem = error as? Problem ?? .internalFault
            responder.answer(response(to: request, on: route, .failure(problem)))
        }
    }

    // MARK: Checks

    private func match(_ request: Request) throws(Problem) -> (Route, [String: String]) {
        guard HTTP.Method.standard.contains(request.method) else { throw Problem(refusing: .notImplemented) }
        let method = request.method == .options ? .get : request.method
        switch router.match(method, request.segments) {
        case .found(let route, let parameters): return (route, parameters)
        case .methodNotAllowed(let allow):
            if request.method == .options, let first = allow.first,
                case .found(let route, let parameters) = router.match(first, request.segments)
            {
                return (route, parameters)
            }
            throw .methodNotAllowed(allow + [.options])
        case .notFound: throw .notFound
        }
    }

    private func admit(_ request: Request, to route: Route, path: [String: String]) throws -> Call {
        let moment = now()
        let principal = try principal(of: request, at: moment)
        if case .roles(let roles) = route.access {
            guard let principal else { throw Problem.noKey }
            guard roles.contains(principal.role) else { throw Problem.wrongRole }
        }
        let offers = route.answers.contains(where: \.hasTable) ? MediaTypes.jsonOrTable : MediaTypes.json
        guard Accept.best(of: offers, for: request.fields["Accept"]) != nil else {
            throw Problem.notAcceptable
        }
        let query = QueryValues(request.query, parameters: route.parameters)
        let call = Call(
            request: request, path: path, query: query, principal: principal, snapshot: board.current, now: moment)
        try route.resource(call)
        // A route that takes a body tells these together with the faults in the body.
        if case .none = route.body, !query.faults.isEmpty { throw Problem.badInput(query.faults) }
        return call
    }

    /// Who sent the key; `nil` without one.
    /// - Throws: 401 when a key was sent that does not count.
    private func principal(of request: Request, at moment: Date) throws(Problem) -> Principal? {
        guard let field = request.fields["Authorization"] else { return nil }
        let parts = field.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == "bearer",
            let principal = keys.principal(for: String(parts[1]), at: moment)
        else { throw .noKey }
        return principal
    }

    // MARK: Answers

    private func response(to request: Request, on route: Route?, _ result: Result<Reply, Problem>) -> Response {
        var response: Response
        switch result {
        case .success(let reply): response = Response(reply.status, fields: reply.fields, body: reply.body)
        case .failure(let problem): response = problem.response(for: request.id)
        }
        response.label = route?.path
        APIHeaders.complete(&response, for: request, isOpen: route?.isOpen ?? false)
        return response
    }

    private func preflight(for request: Request, on route: Route) -> Response {
        let methods = HTTP.Method.standard.filter { method in
            if case .found = router.match(method, request.segments) { true } else { false }
        }
        var names = methods.map(\.rawValue)
        if names.contains("GET"), !names.contains("HEAD") { names.append("HEAD") }
        let allow = (names + ["OPTIONS"]).sorted().joined(separator: ", ")
        var response = Response(.noContent, fields: ["Allow": allow], label: route.path)
        let isOpen = [.get].contains { (method: HTTP.Method) in
            if case .found(let route, _) = router.match(method, request.segments) { route.isOpen } else { false }
        }
        APIHeaders.complete(&response, for: request, isOpen: isOpen)
        if isOpen { response.fields.set("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS") }
        return response
    }
}

extension Route {
    /// Open data, which any web page may read.
    fileprivate var isOpen: Bool {
        if case .everyone = access { method == .get } else { false }
    }
}
