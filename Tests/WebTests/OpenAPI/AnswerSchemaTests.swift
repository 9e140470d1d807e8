import Domain
import HTTP
import JSONText
import Registry
import Testing

@Suite("Real answers fit the schemas of the OpenAPI document")
struct AnswerSchemaTests {
    private func faults(_ response: Response, _ pattern: String, _ method: HTTP.Method) throws -> [String] {
        let document = try OpenAPITests.document.get()
        let operation = try OpenAPITests.operation(pattern, method)
        let type = response.status.isError ? "application/problem+json" : "application/json"
        let schema = operation["responses"][String(response.status.code)]["content"][type]["schema"]
        guard schema.type == .object else { return ["no schema for \(response.status)"] }
        return Array(SchemaCheck(document: document).faults(try response.json, against: schema).prefix(5))
    }

    @Test(arguments: ContractRoute.all.filter { !$0.isStream })
    func ofTheVillage(_ route: ContractRoute) throws {
        for visitor in [Visitor.nobody, .coordinator, .shelter, .admin] where route.allowed.contains(visitor) {
            let program = try TestProgram(Village.registry)
            let response = try route.send(to: program, as: visitor)
            #expect(try faults(response, route.pattern, route.method) == [])
        }
    }

    @Test(arguments: ContractRoute.lists)
    func ofTheShippedLists(_ route: ContractRoute) throws {
        let program = try TestProgram.shipped.get()
        let pages = try #require(try program.get("\(route.target)?pageSize=100").json["totalPages"].integer)
        for page in 1...max(pages, 1) {
            let response = try program.get("\(route.target)?pageSize=100&page=\(page)", as: .coordinator)
            #expect(try faults(response, route.pattern, .get) == [])
        }
    }

    @Test func ofEveryProvince() throws {
        for province in try Shipped.registry.geography.provinces {
            let response = try TestProgram.shipped.get().get("/v1/provinces/\(province.code.rawValue)")
            #expect(try faults(response, "/v1/provinces/{code}", .get) == [], "\(province.name)")
        }
    }

    @Test(arguments: ["", "?detail=top"])
    func ofASearch(_ query: String) throws {
        for json in [Body.readme, Body.minimal, Body.profile(["age": "15", "residence": #""unaccompanied_minor""#])] {
            let response = try TestProgram.shipped.get().send(
                .post, "/v1/placements/_search\(query)", as: .coordinator, json: json)
            #expect(try faults(response, "/v1/placements/_search", .post) == [])
        }
    }

    @Test(arguments: ProblemTests.all.filter { ![404, 405].contains($0.status) })
    func ofProblems(_ example: ProblemTests.Example) throws {
        let response = try TestProgram.reading.get().send(
            example.method, example.target, as: example.visitor, fields: example.fields, json: example.json)
        let path = example.target.split(separator: "?")[0].replacing(Village.visible, with: "{id}")

        #expect(try faults(response, String(path), example.method) == [])
    }

    @Test func requestsFitToo() throws {
        let document = try OpenAPITests.document.get()
        for (json, schema) in [
            (Body.readme, "Profile"), (Body.minimal, "Profile"), (Body.count(free: 1), "CapacityUpdate"),
            (Body.question(Body.readme, Village.secret, comparedWith: Village.visible), "PlacementQuestion"),
            (Body.hold(), "HoldOrder"), (Body.decision("accepted"), "HoldDecision"),
            (Body.decision("declined", reason: "full"), "HoldDecision"), (Body.closure("placed"), "HoldClosure"),
            (Body.reports([Body.report(Village.visible, version: 0, free: 1)]), "CapacityReports"),
        ] {
            let value = try JSONParser.parse(Array(json.utf8))
            let check = SchemaCheck(document: document)
            #expect(check.faults(value, against: document["components"]["schemas"][schema]) == [])
        }
    }
}
