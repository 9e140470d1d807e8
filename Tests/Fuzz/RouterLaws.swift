import HTTP

/// What a router finds is what looking through a list of routes finds.
enum RouterLaws {
    private struct Route {
        let method: Method
        let pieces: [String]

        var pattern: String { pieces.isEmpty ? "*" : "/" + pieces.joined(separator: "/") }
        var shape: [String] { pieces.map { isParameter($0) ? "{}" : $0 } }

        func serves(_ segments: [String]) -> Bool {
            pieces.count == segments.count
                && zip(pieces, segments).allSatisfy { piece, segment in
                    isParameter(piece) ? !segment.isEmpty : piece.utf8.elementsEqual(segment.utf8)
                }
        }

        func isParameter(_ piece: String) -> Bool { piece.hasPrefix("{") }
    }

    private struct Table {
        private(set) var routes: [Route] = []
        private(set) var router = Router<Int>()

        init(_ routes: [Route]) {
            for route in routes
            where !self.routes.contains(where: { $0.method == route.method && $0.shape == route.shape }) {
                router.add(route.method, route.pattern, self.routes.count)
                self.routes.append(route)
            }
        }

        func check(_ method: Method, _ segments: [String]) {
            let serving = routes.indices.filter { routes[$0].serves(segments) }
            // From the left, a literal goes before a parameter.
            let best = serving.map { routes[$0].shape }.min { one, other in
                zip(one, other).first { $0 != $1 }.map { $0.0 != "{}" } ?? false
            }
            let candidates = serving.filter { routes[$0].shape == best }
            let expected =
                candidates.first { routes[$0].method == method }
                ?? candidates.first { method == .head && routes[$0].method == .get }
            switch router.match(method, segments) {
            case .found(let value, let parameters):
                demand(value == expected, "the route found is the one in the list")
                let pairs = zip(routes[value].pieces, segments).filter { routes[value].isParameter($0.0) }
                demand(pairs.count == parameters.count, "every parameter has a value")
                for (name, segment) in pairs {
                    let found = parameters[String(name.dropFirst().dropLast())] ?? ""
                    demand(found.utf8.elementsEqual(segment.utf8), "a parameter is its segment")
                }
            case .methodNotAllowed(let allow):
                demand(expected == nil && !candidates.isEmpty, "only another method is there")
                let known = Set(candidates.map { routes[$0].method })
                demand(Set(allow) == known.union(known.contains(.get) ? [.head] : []), "every method is named")
                demand(allow.map(\.rawValue) == allow.map(\.rawValue).sorted(), "methods are sorted")
            case .notFound: demand(candidates.isEmpty, "what is in the list is found")
            }
        }
    }

    private static let house = Table(
        [
            "GET /", "OPTIONS *", "GET /a", "GET /a/b", "GET /a/{x}", "POST /a/{x}", "PUT /{x}/b", "GET /{x}/{y}/c",
            "GET /a/b/{z}", "HEAD /K", "GET /v1/services/{id}/capacity", "DELETE /a/", "GET //",
        ]
        .compactMap(route))

    static func check(_ head: RequestHead) { house.check(head.method, head.segments) }

    /// - Parameter bytes: lines such as `GET /a/{x}`; routes first, then after an empty line what is asked for.
    static func check(_ bytes: ArraySlice<UInt8>) {
        let lines = String(decoding: bytes.prefix(2048), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let cut = lines.firstIndex(of: "") ?? lines.endIndex
        // Patterns are the program's own, and ASCII; what is asked for is anything.
        let patterns = lines[..<cut].prefix(40).filter { $0.utf8.allSatisfy { 0x20...0x7E ~= $0 } }
        let table = Table(patterns.compactMap(route))
        for line in lines[cut...].dropFirst().prefix(40) {
            guard let asked = route(line) else { continue }
            table.check(asked.method, asked.pieces)
        }
    }

    /// `nil` for what the router's preconditions do not allow.
    private static func route(_ line: String) -> Route? {
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2, let method = Method(rawValue: words[0]) else { return nil }
        if words[1] == "*" { return Route(method: method, pieces: []) }
        guard words[1].utf8.first == UInt8(ascii: "/") else { return nil }
        let pieces = words[1].utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        // Parameters are named by their places, since a pattern names each one once.
        let named = pieces.enumerated().map { place, piece in piece.hasPrefix("{") ? "{p\(place)}" : piece }
        guard !named.contains(where: { !$0.hasPrefix("{") && $0.utf8.contains { "{}".utf8.contains($0) } }) else {
            return nil
        }
        return Route(method: method, pieces: named)
    }
}
