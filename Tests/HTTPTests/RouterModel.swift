@testable import HTTP

/// Routes in a list, looked through from the beginning: the slow and obvious twin of the router.
struct RouterModel {
    struct Route {
        let method: Method
        let pieces: [String]
        let value: Int

        var pattern: String { pieces == ["*"] ? "*" : "/" + pieces.joined(separator: "/") }
        /// With the parameters' names left out: routes of one shape serve the same paths.
        var shape: [String] { pieces.map { Self.isParameter($0) ? "{}" : $0 } }

        static func isParameter(_ piece: String) -> Bool { piece.hasPrefix("{") }

        func serves(_ segments: [String]) -> Bool {
            let own = pieces == ["*"] ? [] : pieces
            return own.count == segments.count
                && zip(own, segments).allSatisfy { piece, segment in
                    Self.isParameter(piece) ? !segment.isEmpty : piece.utf8.elementsEqual(segment.utf8)
                }
        }
    }

    private(set) var routes: [Route] = []

    /// False when a route of that method and shape is there already.
    mutating func add(_ route: Route) -> Bool {
        guard !routes.contains(where: { $0.method == route.method && $0.shape == route.shape }) else { return false }
        routes.append(route)
        return true
    }

    /// As ``describe(_:)`` says it.
    func match(_ method: Method, _ segments: [String]) -> String {
        // A literal before a parameter, from the left: the shape that has the literal first is the one.
        let serving = routes.filter { $0.serves(segments) }
        let best = serving.map(\.shape).min { one, other in
            zip(one, other).first { $0 != $1 }.map { $0.0 != "{}" } ?? false
        }
        let candidates = serving.filter { $0.shape == best }
        if candidates.isEmpty { return "404" }
        let found =
            candidates.first { $0.method == method } ?? candidates.first { method == .head && $0.method == .get }
        guard let found else {
            let allowed =
                candidates.map(\.method.rawValue) + (candidates.contains { $0.method == .get } ? ["HEAD"] : [])
            return "405 " + Set(allowed).sorted().joined(separator: ",")
        }
        let parameters = zip(found.pieces, segments).filter { Route.isParameter($0.0) }
            .map { "\($0.0.dropFirst().dropLast())=\($0.1)" }
        return ([String(found.value)] + parameters.sorted()).joined(separator: " ")
    }

    /// A match in words: the value and its parameters by name, or what stands in the way.
    static func describe(_ match: Router<Int>.Match) -> String {
        switch match {
        case .found(let value, let parameters):
            ([String(value)] + parameters.map { "\($0.key)=\($0.value)" }.sorted()).joined(separator: " ")
        case .methodNotAllowed(let allow): "405 " + allow.map(\.rawValue).joined(separator: ",")
        case .notFound: "404"
        }
    }
}
