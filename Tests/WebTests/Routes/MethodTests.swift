import HTTP
import Testing

@Suite("Methods")
struct MethodTests {
    static let targets = Dictionary(grouping: ContractRoute.all, by: \.target)

    @Test(arguments: targets.keys.sorted(), [HTTP.Method.delete, .patch, .trace, .connect])
    func othersAreNotAllowed(_ target: String, _ method: HTTP.Method) throws {
        var names = Self.targets[target, default: []].map(\.method.rawValue) + ["OPTIONS"]
        if names.contains("GET") { names.append("HEAD") }

        let response = try TestProgram.reading.get().send(method, target)

        #expect(response.status == .methodNotAllowed)
        #expect(
            try #require(response.fields["Allow"]).split(separator: ", ").sorted() == names.sorted().map { $0[...] })
    }

    @Test(arguments: targets.keys.sorted())
    func optionsAnswersWithoutAKey(_ target: String) throws {
        let response = try TestProgram.reading.get().send(.options, target)

        #expect(response.status == .noContent)
        #expect(response.body.isEmpty)
        #expect(response.fields["Allow"]?.contains("OPTIONS") == true)
    }

    @Test func optionsOfNothing() throws {
        #expect(try TestProgram.reading.get().send(.options, "/v1/nergens").status == .notFound)
    }

    @Test(arguments: ["BREW", "get", "PROPFIND"])
    func unknownMethods(_ name: String) throws {
        guard let method = Method(rawValue: name) else { preconditionFailure("not a method: \(name)") }

        let response = try TestProgram.reading.get().send(method, "/v1/provinces")

        #expect([405, 501].contains(response.status.code))
    }

    @Test(arguments: ContractRoute.reading)
    func headIsLikeGet(_ route: ContractRoute) throws {
        let program = try TestProgram.reading.get()
        let get = try program.get(route.target, as: .admin)
        let head = try program.send(.head, route.target, as: .admin)

        #expect(head.status == get.status)
        let names = get.fields.map(\.name).filter { $0 != "X-Request-Id" }
        for name in names { #expect(head.fields[name] == get.fields[name], "\(name)") }
    }

    @Test func headOfASearchIsNotAllowed() throws {
        let response = try TestProgram.reading.get().send(.head, "/v1/placements/_search", as: .admin)

        #expect(response.status == .methodNotAllowed)
    }
}
