/// Finds what serves a method and a path by patterns such as `/v1/services/{id}/capacity`.
///
/// Segments are compared decoded, so an encoded slash never separates. A literal segment wins over a parameter; a
/// parameter takes any segment but an empty one, so a trailing slash is another path. HEAD is served by GET.
package struct Router<Value: Sendable>: Sendable {
    package enum Match {
        case found(Value, parameters: [String: String])
        /// The path exists; sorted by name, with HEAD where there is GET.
        case methodNotAllowed(allow: [Method])
        case notFound
    }

    private struct Route {
        let value: Value
        let names: [String]
    }

    private struct Node {
        var literals: [ExactText: Node] = [:]
        /// At most one child that takes any segment.
        var parameter: [Node] = []
        var routes: [Method: Route] = [:]
    }

    private var root = Node()

    package init() {}

    /// - Parameter pattern: begins with `/`; `{name}` stands for one whole segment; `/` alone is the root; `*` is what
    ///   OPTIONS asks of the server itself.
    /// - Precondition: the pattern is well formed, names no parameter twice, and is new for this method.
    package mutating func add(_ method: Method, _ pattern: String, _ value: Value) {
        precondition(pattern.hasPrefix("/") || pattern == "*", "a pattern begins with a slash")
        let pieces = pattern == "*" ? [] : pattern.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        var names: [String] = []
        let segments = pieces.map { piece in
            guard piece.hasPrefix("{"), piece.hasSuffix("}"), piece.count > 2 else {
                precondition(!piece.contains { "{}".contains($0) }, "a parameter is a whole segment")
                return Segment.literal(String(piece))
            }
            names.append(String(piece.dropFirst().dropLast()))
            return Segment.parameter
        }
        precondition(Set(names).count == names.count, "a pattern names a parameter once")
        Self.insert(Route(value: value, names: names), method, at: segments[...], into: &root)
    }

    /// - Parameter segments: of the path, decoded, as ``Request/segments`` has them.
    package func match(_ method: Method, _ segments: [String]) -> Match {
        var values: [String] = []
        guard let node = Self.find(segments[...], in: root, values: &values) else { return .notFound }
        guard let route = node.routes[method] ?? (method == .head ? node.routes[.get] : nil) else {
            let known = Set(node.routes.keys).union(node.routes[.get] == nil ? [] : [.head])
            return .methodNotAllowed(allow: known.sorted { $0.rawValue < $1.rawValue })
        }
        return .found(route.value, parameters: Dictionary(uniqueKeysWithValues: zip(route.names, values)))
    }

    private enum Segment {
        case literal(String)
        case parameter
    }

    private static func insert(_ route: Route, _ method: Method, at path: ArraySlice<Segment>, into node: inout Node) {
        switch path.first {
        case nil:
            precondition(node.routes.updateValue(route, forKey: method) == nil, "a route is added once")
        case .literal(let text):
            insert(route, method, at: path.dropFirst(), into: &node.literals[ExactText(text: text), default: Node()])
        case .parameter:
            if node.parameter.isEmpty { node.parameter = [Node()] }
            insert(route, method, at: path.dropFirst(), into: &node.parameter[0])
        }
    }

    /// The node of a whole path that has routes; tries the literal branch first. No deeper than the longest pattern.
    private static func find(_ path: ArraySlice<String>, in node: Node, values: inout [String]) -> Node? {
        guard let segment = path.first else { return node.routes.isEmpty ? nil : node }
        let rest = path.dropFirst()
        if let next = node.literals[ExactText(text: segment)], let found = find(rest, in: next, values: &values) {
            return found
        }
        guard !segment.isEmpty, let next = node.parameter.first else { return nil }
        values.append(segment)
        if let found = find(rest, in: next, values: &values) { return found }
        values.removeLast()
        return nil
    }
}
