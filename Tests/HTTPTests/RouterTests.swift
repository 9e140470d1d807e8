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

    @Test(
        "a target reaches the router as decoded segments",
        arguments: [
            ("/v1/services/a%2Fb", "service id=a/b"), ("/v1%2Fservices", "404"), ("/v1/services/%5Fsearch", "405 POST"),
            ("/%76%31/services", "services"), ("/v1/services?id=a", "services"), ("/v1/services/", "404"),
            ("/v1//services", "404"), ("//v1/services", "404"), ("/v1/services/%20", "service id= "),
            ("/v1/services/%7Bid%7D", "service id={id}"), ("/v1/services/..%2Fa", "service id=../a"),
            ("http://a.example/v1/services", "services"), ("http://a.example", "root"), ("/?a", "root"),
        ])
    func target(target: String, expected: String) throws {
        let parsed = try #require(parse(RequestExample.get(target)).first?.parsed)
        #expect(describe(make().match(parsed.method, parsed.segments)) == expected)
    }

    @Test("HEAD is served by GET unless it has a route of its own; 405 names what there is, sorted, once")
    func head() {
        var router = Router<Int>()
        router.add(.head, "/a", 1)
        router.add(.get, "/a", 2)
        router.add(.get, "/b", 3)
        router.add(.put, "/b", 4)
        router.add(.head, "/c", 5)
        router.add(.post, "/d", 6)

        #expect(RouterModel.describe(router.match(.head, ["a"])) == "1")
        #expect(RouterModel.describe(router.match(.get, ["a"])) == "2")
        #expect(RouterModel.describe(router.match(.head, ["b"])) == "3")
        #expect(RouterModel.describe(router.match(.get, ["c"])) == "405 HEAD")
        #expect(RouterModel.describe(router.match(.head, ["d"])) == "405 POST")
        #expect(RouterModel.describe(router.match(.delete, ["a"])) == "405 GET,HEAD")
        #expect(RouterModel.describe(router.match(.delete, ["b"])) == "405 GET,HEAD,PUT")
    }

    @Test("a text that only looks like a literal is another one: the Kelvin sign is no K, RFC 3986 §6.2.1")
    func lookAlikes() {
        var router = Router<Int>()
        router.add(.get, "/K", 1)
        router.add(.get, "/caf\u{E9}", 2)

        #expect(RouterModel.describe(router.match(.get, ["K"])) == "1")
        #expect(RouterModel.describe(router.match(.get, ["\u{212A}"])) == "404")
        #expect(RouterModel.describe(router.match(.get, ["caf\u{E9}"])) == "2")
        #expect(RouterModel.describe(router.match(.get, ["cafe\u{301}"])) == "404")
    }

    @Test("a literal that leads nowhere gives way to a parameter, also further up")
    func goingBack() {
        var router = Router<Int>()
        router.add(.get, "/a/b/c", 1)
        router.add(.get, "/a/{x}/d", 2)
        router.add(.get, "/{x}/b/{y}", 3)
        router.add(.post, "/{x}/{y}/{z}", 4)

        #expect(RouterModel.describe(router.match(.get, ["a", "b", "c"])) == "1")
        #expect(RouterModel.describe(router.match(.get, ["a", "b", "d"])) == "2 x=b")
        #expect(RouterModel.describe(router.match(.get, ["a", "b", "e"])) == "3 x=a y=e")
        #expect(RouterModel.describe(router.match(.post, ["a", "c", "e"])) == "4 x=a y=c z=e")
        #expect(RouterModel.describe(router.match(.post, ["a", "b", "e"])) == "405 GET,HEAD")
        #expect(RouterModel.describe(router.match(.get, ["", "b", "e"])) == "404")
    }

    @Test("a path far longer than every pattern is not found")
    func long() {
        #expect(describe(make().match(.get, Array(repeating: "v1", count: 8192))) == "404")
    }
}
