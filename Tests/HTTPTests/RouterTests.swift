import Testing

@testable import HTTP

@Suite("Router")
struct RouterTests {
    private func make() -> Router<String> {
        var router = Router<String>()
        router.add(.get, "/", "root")
        router.add(.options, "*", "server")
        router.add(.get, "/v1/services", "services")
        router.add(.get, "/v1/services/{id}", "service")
        router.add(.delete, "/v1/services/{id}", "remove")
        router.add(.get, "/v1/services/{service}/capacity", "capacity")
        router.add(.put, "/v1/services/{service}/capacity", "report")
        router.add(.post, "/v1/services/_search", "search")
        router.add(.get, "/v1/{kind}/{id}/history/{page}", "history")
        return router
    }

    private func describe(_ match: Router<String>.Match) -> String {
        switch match {
        case .found(let value, let parameters):
            ([value] + parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }).joined(separator: " ")
        case .methodNotAllowed(let allow): "405 " + allow.map(\.rawValue).joined(separator: ",")
        case .notFound: "404"
        }
    }

    @Test(
        "a path is found, or not",
        arguments: [
            (Method.get, [""], "root"), (.get, ["v1", "services"], "services"),
            (.get, ["v1", "services", "a b"], "service id=a b"),
            (.get, ["v1", "services", "a/b"], "service id=a/b"),
            (.head, ["v1", "services", "a"], "service id=a"),
            (.put, ["v1", "services", "a", "capacity"], "report service=a"),
            (.post, ["v1", "services", "_search"], "search"),
            (.get, ["v1", "services", "_search"], "405 POST"),
            (.get, ["v1", "services", "_search", "capacity"], "capacity service=_search"),
            (.get, ["v1", "services", "x", "history", "2"], "history id=x kind=services page=2"),
            (.post, ["v1", "services"], "405 GET,HEAD"),
            (.patch, ["v1", "services", "a"], "405 DELETE,GET,HEAD"),
            (.options, [], "server"), (.get, [], "405 OPTIONS"),
            (.get, ["v1", "services", ""], "404"), (.get, ["v1", "services", "a", ""], "404"),
            (.get, ["", "v1", "services"], "404"), (.get, ["v1"], "404"), (.get, ["V1", "services"], "404"),
            (.get, ["v1/services"], "404"), (.get, ["v1", "services", "a", "capacity", "x"], "404"),
        ] as [(Method, [String], String)])
    func match(method: Method, segments: [String], expected: String) {
        #expect(describe(make().match(method, segments)) == expected)
    }

    @Test("what is added later changes nothing that was found before")
    func order() {
        var router = Router<Int>()
        router.add(.get, "/{a}", 1)
        router.add(.get, "/b", 2)

        guard case .found(2, _) = router.match(.get, ["b"]), case .found(1, let parameters) = router.match(.get, ["c"])
        else { return #expect(Bool(false), "the literal wins, the rest is the parameter") }
        #expect(parameters == ["a": "c"])
    }

    @Test("a path far longer than every pattern is not found")
    func long() {
        #expect(describe(make().match(.get, Array(repeating: "v1", count: 8192))) == "404")
    }
}
