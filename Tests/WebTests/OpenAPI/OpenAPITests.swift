import HTTP
import JSONText
import Testing

@Suite("The OpenAPI document")
struct OpenAPITests {
    static let document = Result { try TestProgram.reading.get().get("/v1/openapi.json").json }

    /// What stands before every path of the document.
    static var base: String {
        get throws {
            let server = try document.get()["servers"][0]["url"].string ?? ""
            return server.hasSuffix("/") ? String(server.dropLast()) : server
        }
    }

    static func operation(_ pattern: String, _ method: HTTP.Method) throws -> JSONNode {
        let path = try String(pattern.dropFirst(base.count))
        return try document.get()["paths"][path][method.rawValue.lowercased()]
    }

    /// Every operation: its path, its method and what is said of it.
    static var operations: [(path: String, method: String, operation: JSONNode)] {
        get throws {
            try document.get()["paths"].members.flatMap { path in
                path.node.members.map { (path.name, $0.name, $0.node) }
            }
        }
    }

    @Test func version() throws {
        let document = try Self.document.get()

        #expect(document["openapi"].string?.hasPrefix("3.1") == true)
        #expect(document["info"]["version"].string?.wholeMatch(of: /\d+\.\d+\.\d+/) != nil)
        for name in ["name", "email", "url"] { #expect(document["info"]["contact"][name].string?.isEmpty == false) }
    }

    @Test func theAddressOfTheServerHasTheMajorVersion() throws {
        let servers = try Self.document.get()["servers"].elements.compactMap { $0["url"].string }

        #expect(!servers.isEmpty)
        for server in servers { #expect(server.hasSuffix("/v1"), "/core/uri-version: \(server)") }
    }

    @Test func operationsHaveNamesAndSummaries() throws {
        let operations = try Self.operations
        let names = operations.compactMap { $0.operation["operationId"].string }

        #expect(names.count == operations.count)
        #expect(Set(names).count == names.count)
        for (path, _, operation) in operations {
            #expect(operation["summary"].string?.hasSuffix(".") == true, "\(path)")
            #expect(!operation["tags"].elements.isEmpty)
        }
    }

    @Test func summariesAreDutch() throws {
        let english: Set = ["the", "and", "get", "returns", "all", "with", "for", "places"]
        for (path, _, operation) in try Self.operations {
            let words = operation["summary"].string?.lowercased().split { !$0.isLetter }.map(String.init) ?? []
            #expect(english.isDisjoint(with: words), "\(path)")
        }
    }

    @Test func everyOperationTellsFaultsAndItsVersion() throws {
        for (path, method, operation) in try Self.operations {
            let responses = operation["responses"]
            #expect(responses.has("400"), "\(method) \(path)")
            for response in responses.members {
                #expect(response.node["headers"].has("API-Version"), "\(method) \(path) \(response.name)")
                #expect(response.node["description"].string?.isEmpty == false)
                guard response.name.hasPrefix("4") || response.name.hasPrefix("5") else { continue }
                #expect(response.node["content"].names == ["application/problem+json"])
            }
        }
    }

    @Test(arguments: ContractRoute.all)
    func theStatusesThatHappenAreTold(_ route: ContractRoute) throws {
        let operation = try Self.operation(route.pattern, route.method)
        var expected = route.statuses.union([String(route.success), "400", "401", "406", "429"])
        if !route.allowed.contains(.nobody) { expected.insert("403") }
        if route.pattern.contains("{") { expected.insert("404") }
        if route.method != .get { expected.formUnion(["413", "415"]) }
        let never = Set(["409", "412", "428", "503", "507"]).subtracting(route.statuses)

        #expect(expected.subtracting(operation["responses"].names) == [])
        #expect(never.intersection(operation["responses"].names) == [])
    }

    @Test func headFieldsAreTold() throws {
        let open = try Self.operation("/v1/services/{id}/holds", .post)
        let key = try #require(open["parameters"].elements.first { $0["name"].string == "Idempotency-Key" })
        #expect(key["in"].string == "header")
        #expect(key["required"].boolean == false)
        #expect(key["example"].string?.wholeMatch(of: try Regex(key["schema"]["pattern"].string ?? "")) != nil)
        #expect(open["responses"]["201"]["headers"].has("Location"))

        for (pattern, method) in [("capacity", HTTP.Method.put), ("capacity/reversals", .post)] {
            let operation = try Self.operation("/v1/services/{id}/\(pattern)", method)
            let field = operation["parameters"].elements.first { $0["name"].string == "If-Match" }
            #expect(field?["required"].boolean == true)
            #expect(operation["responses"]["200"]["headers"].has("ETag"))
        }
    }

    @Test func pathsAndKeysAreWrittenAsTheyShould() throws {
        for (path, _, operation) in try Self.operations {
            #expect(path.wholeMatch(of: /(\/([a-z0-9-]+|\{[a-z]+\}|_[a-z]+|openapi\.json))+/) != nil, "\(path)")
            for parameter in operation["parameters"].elements where parameter["in"].string == "query" {
                let name = try #require(parameter["name"].string)
                #expect(name.wholeMatch(of: /[a-z][a-z0-9]*([A-Z][a-z0-9]*)*/) != nil)
                #expect(parameter["description"].string?.isEmpty == false)
            }
            let inPath = operation["parameters"].elements.filter { $0["in"].string == "path" }
            let names = inPath.compactMap { $0["name"].string }
            #expect(path.matches(of: /\{([a-z]+)\}/).map { String($0.output.1) } == names)
        }
    }

    @Test func everyReferenceLeadsSomewhereAndEverySchemaIsUsed() throws {
        let document = try Self.document.get()
        var references: Set<String> = []
        func collect(_ node: JSONNode) {
            if let reference = node["$ref"].string { references.insert(reference) }
            for member in node.members { collect(member.node) }
            for element in node.elements { collect(element) }
        }
        collect(document)

        for reference in references {
            #expect(SchemaCheck(document: document).resolve(reference) != nil, "\(reference)")
        }
        let schemas = document["components"]["schemas"].names
        for name in schemas {
            #expect(references.contains("#/components/schemas/\(name)"), "\(name)")
            #expect(name.first?.isUppercase == true)
        }
    }

    @Test func datesAndTimesHaveAFormat() throws {
        func check(_ node: JSONNode, _ place: String) {
            for property in node["properties"].members
            where property.name.hasSuffix("At") || property.name.hasSuffix("On") {
                #expect(property.node.plain.contains("\"format\":\"date"), "\(place)/\(property.name)")
            }
            for member in node.members { check(member.node, "\(place)/\(member.name)") }
            for element in node.elements { check(element, place) }
        }
        check(try Self.document.get()["components"], "")
    }

    @Test func theProfileHasNoFreeText() throws {
        func check(_ node: JSONNode, _ place: String) {
            if node["type"].string == "string" { #expect(node.has("enum") || node.has("pattern"), "\(place)") }
            for member in node.members { check(member.node, "\(place)/\(member.name)") }
            for element in node.elements { check(element, place) }
        }
        check(try Self.document.get()["components"]["schemas"]["Profile"], "")
    }

    @Test func examplesFitTheirSchemas() throws {
        let document = try Self.document.get()
        for schema in document["components"]["schemas"].members {
            for example in schema.node["examples"].elements {
                #expect(SchemaCheck(document: document).faults(example, against: schema.node) == [], "\(schema.name)")
            }
        }
    }
}
