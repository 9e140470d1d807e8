import Domain
import HTTP
import Testing

@Suite("Query keys")
struct QueryTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let query: String
        let expected: [String]
        var target = "/v1/services"
        var testDescription: String { "\(target)?\(query)" }
    }

    @Test(arguments: [
        Example(query: "onbekend=1", expected: ["?onbekend unknown_parameter"]),
        Example(query: "Page=1", expected: ["?Page unknown_parameter"]),
        Example(query: "page=0", expected: ["?page out_of_range"]),
        Example(query: "page=-1", expected: ["?page out_of_range"]),
        Example(query: "page=", expected: ["?page out_of_range"]),
        Example(query: "page=1.5", expected: ["?page out_of_range"]),
        Example(query: "page=99999999999999999999", expected: ["?page out_of_range"]),
        Example(query: "pageSize=0", expected: ["?pageSize out_of_range"]),
        Example(query: "pageSize=101", expected: ["?pageSize out_of_range"]),
        Example(query: "page=1&page=2", expected: ["?page repeated"]),
        Example(query: "gender=xyz", expected: ["?gender unknown_code"]),
        Example(query: "gender=FEMALE", expected: ["?gender unknown_code"]),
        Example(
            query: "province=NL-XX&gender=xyz&a=1",
            expected: [
                "?province unknown_code", "?gender unknown_code", "?a unknown_parameter",
            ]),
        Example(query: "language=Nederlands", expected: ["?language malformed_language"]),
        Example(query: "x=1", expected: ["?x unknown_parameter"], target: "/v1/health"),
        Example(query: "x=1", expected: ["?x unknown_parameter"], target: "/v1/provinces/NL-OV"),
        Example(query: "kind=xyz", expected: ["?kind unknown_code"], target: "/v1/organizations"),
        Example(query: "province=NL-XX", expected: ["?province unknown_code"], target: "/v1/municipalities"),
    ])
    func fault(_ example: Example) throws {
        let response = try TestProgram.reading.get().get("\(example.target)?\(example.query)")

        #expect(response.status == .badRequest)
        #expect(try response.faults == example.expected)
    }

    @Test func anUnknownLanguageIsToldWithTheOtherFaults() throws {
        let response = try TestProgram.reading.get().get("/v1/services?language=Nederlands&gender=xyz")

        #expect(try response.faults.sorted() == ["?gender unknown_code", "?language malformed_language"])
    }

    @Test func anUnknownCodeNamesTheAllowedOnes() throws {
        let response = try TestProgram.reading.get().get("/v1/services?shelterKind=xyz")

        let detail = try #require(try response.json["errors"][0]["detail"].string)
        for kind in ShelterKind.allCases { #expect(detail.contains(kind.rawValue)) }
        #expect(!detail.contains("xyz"))
    }

    static let codes: [(key: String, codes: [String])] = [
        ("province", ProvinceCode.allCases.map(\.rawValue)), ("shelterKind", ShelterKind.allCases.map(\.rawValue)),
        ("helpKind", HelpKind.allCases.map(\.rawValue)), ("gender", Gender.allCases.map(\.rawValue)),
        ("household", Household.allCases.map(\.rawValue)), ("residence", ResidenceStatus.allCases.map(\.rawValue)),
        ("exploitationForm", ExploitationForm.allCases.map(\.rawValue)), ("reach", Reach.allCases.map(\.rawValue)),
    ]

    @Test func everyCodeOfEveryFilterIsTaken() throws {
        for (key, codes) in Self.codes {
            for code in codes {
                let response = try TestProgram.reading.get().get("/v1/services?\(key)=\(code)")
                #expect(response.status == .ok, "\(key)=\(code)")
            }
        }
    }

    @Test func valuesOfOneKeyAreOrAndKeysAreAnd() throws {
        let program = try TestProgram.reading.get()
        func ids(_ query: String) throws -> [String?] {
            try program.get("/v1/services?\(query)").json["contents"].elements.map { $0["id"].string }
        }

        #expect(try ids("province=NL-FR") == [Village.secret])
        #expect(try ids("province=NL-FR&province=NL-NB") == [Village.other, Village.secret])
        #expect(try ids("province=NL-FR&shelterKind=crisis_shelter") == [])
        #expect(try ids("helpKind=ambulatory_support") == [Village.help])
        #expect(try ids("text=ANDER") == [Village.other])
    }
}
