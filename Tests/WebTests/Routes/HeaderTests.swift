import HTTP
import Testing

@Suite("Header fields of every answer of the API")
struct HeaderTests {
    static let expected: [(name: FieldName, value: String)] = [
        ("API-Version", "1.0.0"), ("Cache-Control", "no-store"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        ("Strict-Transport-Security", "max-age=31536000"), ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
    ]

    @Test(arguments: ProblemTests.all)
    func onProblems(_ example: ProblemTests.Example) throws {
        let response = try TestProgram.reading.get().send(
            example.method, example.target, as: example.visitor, fields: example.fields, json: example.json)

        for (name, value) in Self.expected { #expect(response.fields[name] == value, "\(name)") }
    }

    @Test(arguments: ContractRoute.all)
    func onAnswers(_ route: ContractRoute) throws {
        let program = try TestProgram(Village.registry)
        let responses = [
            try route.send(to: program, as: .admin), try program.send(.options, route.target),
            try program.send(.head, route.target, as: .admin),
        ]

        for response in responses {
            for (name, value) in Self.expected { #expect(response.fields[name] == value, "\(response.status) \(name)") }
        }
    }

    @Test func noCookieIsEverSet() throws {
        for route in ContractRoute.reading {
            #expect(try TestProgram.reading.get().get(route.target, as: .admin).fields["Set-Cookie"] == nil)
        }
    }

    @Test func theVersionIsThatOfTheDocument() throws {
        let document = try TestProgram.reading.get().get("/v1/openapi.json").json

        #expect(document["info"]["version"].string == "1.0.0")
    }
}

@Suite("Cross-origin reading, API Design Rules")
struct CrossOriginTests {
    static let origin: Fields = ["Origin": "https://elders.example"]

    @Test(arguments: ContractRoute.all)
    func onlyOpenDataIsOpen(_ route: ContractRoute) throws {
        let isOpen = route.allowed.contains(.nobody)
        let program = try TestProgram.reading.get()
        let answer = try program.send(route.method, route.target, fields: Self.origin)
        let preflight = try program.send(.options, route.target, fields: Self.origin)

        #expect(answer.fields["Access-Control-Allow-Origin"] == (isOpen ? "*" : nil))
        #expect(answer.fields["Access-Control-Allow-Credentials"] == nil)
        #expect(answer.fields["Vary"]?.contains("Origin") == true)
        if isOpen { #expect(preflight.fields["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS") }
    }

    @Test func notWithAKey() throws {
        let response = try TestProgram.reading.get().get("/v1/services", as: .coordinator, fields: Self.origin)

        #expect(response.fields["Access-Control-Allow-Origin"] == nil)
    }

    @Test func aFaultOnOpenDataIsReadableToo() throws {
        let response = try TestProgram.reading.get().get("/v1/services?x=1", fields: Self.origin)

        #expect(response.fields["Access-Control-Allow-Origin"] == "*")
    }
}
