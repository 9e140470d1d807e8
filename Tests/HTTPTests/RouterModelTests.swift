import TestTools
import Testing

@testable import HTTP

@Suite("The router beside a list of routes")
struct RouterModelTests {
    private static let methods: [Method] = [.get, .head, .post, .put, .delete]
    private static let texts = ["a", "b", "ab", "", "a/b", "{x}", "K", "é", " "]

    private func makeRoute(_ value: Int, using generator: inout SeededGenerator) -> RouterModel.Route {
        let method = Self.methods.randomElement(using: &generator) ?? .get
        let pieces = (0..<Int.random(in: 1...5, using: &generator)).map { index in
            Bool.random(using: &generator)
                ? "{p\(Int.random(in: 0...1, using: &generator))\(index)}"
                : ["a", "b", "ab", "", "K", "é"].randomElement(using: &generator) ?? ""
        }
        return RouterModel.Route(method: method, pieces: pieces, value: value)
    }

    /// Segments of a path, half of them near a route, some with a text that only looks like another.
    private func makePath(near routes: [RouterModel.Route], using generator: inout SeededGenerator) -> [String] {
        let pieces =
            Bool.random(using: &generator)
            ? routes.randomElement(using: &generator)?.pieces ?? []
            : (0..<Int.random(in: 0...6, using: &generator)).map { _ in "{}" }
        return pieces.map { piece in
            if !piece.hasPrefix("{"), Int.random(in: 0..<8, using: &generator) > 0 { return piece }
            // The last two are the Kelvin sign and an e with a combining accent.
            return (Self.texts + ["\u{212A}", "e\u{301}"]).randomElement(using: &generator) ?? ""
        }
    }

    @Test("both find the same, however many routes there are", arguments: 0..<40 as Range<UInt64>)
    func random(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var model = RouterModel()
        var router = Router<Int>()
        for value in 0..<Int.random(in: 1...60, using: &generator) {
            let route = makeRoute(value, using: &generator)
            if model.add(route) { router.add(route.method, route.pattern, value) }
        }

        for _ in 0..<100 {
            let path = makePath(near: model.routes, using: &generator)
            let method = (Self.methods + [.options]).randomElement(using: &generator) ?? .get
            let found = RouterModel.describe(router.match(method, path))
            #expect(found == model.match(method, path), "seed \(seed): \(method) \(path) among \(model.routes)")
        }
    }

    @Test("the order in which routes are added changes nothing", arguments: 0..<20 as Range<UInt64>)
    func order(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var model = RouterModel()
        for value in 0..<20 { _ = model.add(makeRoute(value, using: &generator)) }
        var (one, other) = (Router<Int>(), Router<Int>())
        for route in model.routes { one.add(route.method, route.pattern, route.value) }
        for route in model.routes.shuffled(using: &generator) { other.add(route.method, route.pattern, route.value) }

        for _ in 0..<50 {
            let path = makePath(near: model.routes, using: &generator)
            let method = Self.methods.randomElement(using: &generator) ?? .get
            let (first, second) = (one.match(method, path), other.match(method, path))
            #expect(RouterModel.describe(first) == RouterModel.describe(second), "seed \(seed): \(method) \(path)")
        }
    }

    @Test("a thousand routes, each found by its own path")
    func many() {
        var router = Router<Int>()
        for number in 0..<1000 { router.add(.get, "/v1/list\(number)/{id}/part\(number % 7)", number) }

        for number in 0..<1000 {
            let match = router.match(.get, ["v1", "list\(number)", "x", "part\(number % 7)"])
            #expect(RouterModel.describe(match) == "\(number) id=x")
        }
        #expect(RouterModel.describe(router.match(.get, ["v1", "list7", "x", "part1"])) == "404")
    }
}
