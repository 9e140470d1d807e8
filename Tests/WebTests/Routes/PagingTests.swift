import HTTP
import JSONText
import Testing

@Suite("Lists")
struct PagingTests {
    @Test(arguments: ContractRoute.lists, [1, 7, 20, 100])
    func pagesTogetherAreTheListOnceInTheSameOrder(_ route: ContractRoute, _ size: Int) throws {
        let program = try TestProgram.shipped.get()
        let first = try program.get("\(route.target)?pageSize=\(size)").json
        let total = try #require(first["totalItems"].integer)
        let pages = try #require(first["totalPages"].integer)
        #expect(pages == (total + size - 1) / size)

        // A few pages of the long lists, at both ends, are enough to see the order.
        let numbers = pages <= 12 ? Array(1...max(pages, 1)) : [1, 2, 3, pages - 1, pages]
        var seen: [String] = []
        for number in numbers {
            let page = try program.get("\(route.target)?pageSize=\(size)&page=\(number)").json
            #expect(page["pageNumber"].integer == number)
            #expect(page["size"].integer == page["contents"].elements.count)
            #expect(page["firstPage"].boolean == (number == 1))
            #expect(page["lastPage"].boolean == (number >= pages))
            seen += page["contents"].elements.map(Self.name)
        }

        #expect(Set(seen).count == seen.count)
        if numbers.count == pages { #expect(seen.count == total) }
        let again = try program.get("\(route.target)?pageSize=\(size)").json
        #expect(again["contents"].elements.map(Self.name) == first["contents"].elements.map(Self.name))
    }

    private static func name(_ item: JSONNode) -> String {
        item["id"].string ?? item["code"].string ?? item["name"].string ?? ""
    }

    @Test(arguments: ContractRoute.lists)
    func aPageAfterTheLastIsEmpty(_ route: ContractRoute) throws {
        let response = try TestProgram.reading.get().get("\(route.target)?page=1000000")

        #expect(response.status == .ok)
        #expect(try response.json["contents"].elements.isEmpty)
        #expect(try response.json["size"].integer == 0)
    }

    @Test(arguments: ContractRoute.lists)
    func theWholeListAsATable(_ route: ContractRoute) throws {
        let program = try TestProgram.shipped.get()
        let total = try #require(try program.get(route.target).json["totalItems"].integer)

        let response = try program.get(route.target, fields: ["Accept": "text/csv"])

        #expect(response.status == .ok)
        #expect(response.fields["Content-Type"]?.hasPrefix("text/csv") == true)
        let lines = response.text.split(separator: "\r\n").count
        #expect(route.target == "/v1/code-lists" ? lines > total : lines == total + 1)
    }

    @Test(arguments: [
        ("application/json", 200), ("*/*", 200), ("application/*", 200), ("", 200), ("text/csv", 200),
        ("application/problem+json, application/json;q=0.5", 200), ("application/xml", 406), ("text/html", 406),
        ("application/json;q=0", 406), ("image/png, text/plain", 406),
    ])
    func accept(_ field: String, _ expected: Int) throws {
        let response = try TestProgram.reading.get().get("/v1/services", fields: ["Accept": field])

        #expect(response.status.code == expected)
    }

    @Test(
        arguments: ContractRoute.reading.filter {
            !$0.hasTable && !$0.pattern.contains("code-lists") && !$0.pattern.contains("audit")
        })
    func noTableElsewhere(_ route: ContractRoute) throws {
        let response = try TestProgram.reading.get().get(route.target, as: .admin, fields: ["Accept": "text/csv"])

        #expect(response.status == .notAcceptable)
    }
}
