import HTTP
import Testing

@Suite("Roles, contract section 5")
struct RoleMatrixTests {
    @Test(arguments: ContractRoute.all, Visitor.allCases)
    func status(_ route: ContractRoute, _ visitor: Visitor) throws {
        let program = try TestProgram(Village.registry)

        let response = try route.send(to: program, as: visitor)

        #expect(response.status.code == route.expected(for: visitor))
        #expect((response.fields["WWW-Authenticate"] != nil) == (response.status == .unauthorized))
    }

    @Test func everyRouteIsInTheContractAndTheOtherWayRound() throws {
        let base = try OpenAPITests.base
        let declared = try OpenAPITests.operations.map { "\($0.method.uppercased()) \(base)\($0.path)" }

        #expect(declared.sorted() == ContractRoute.all.map(\.testDescription).sorted())
    }

    @Test(arguments: [
        "Bearer", "Bearer ", "sleutel-coordinator", "Basic sleutel-coordinator", "Bearer sleutel-coordinator extra",
        "Bearer \(String(repeating: "a", count: 300))", "Bearer demo-coordinator",
    ])
    func otherAuthorizationIsRefused(_ field: String) throws {
        let response = try TestProgram.reading.get().get(
            "/v1/services/\(Village.visible)/capacity", fields: ["Authorization": field])

        #expect(response.status == .unauthorized)
    }

    @Test(arguments: ["bearer", "BEARER", "Bearer "])
    func theSchemeHasNoCase(_ scheme: String) throws {
        let response = try TestProgram.reading.get().get(
            "/v1/services/\(Village.visible)/capacity", fields: ["Authorization": "\(scheme) sleutel-policy"])

        #expect(response.status == .ok)
    }

    @Test func aCookieIsNoKey() throws {
        let program = try TestProgram(Village.registry)
        let cookie = try program.signIn(.coordinator)

        let response = try program.send(
            .post, "/v1/placements/_search", fields: ["Cookie": cookie], json: Body.readme)

        #expect(response.status == .unauthorized)
    }

    @Test func countsAreForWhoSignedIn() throws {
        for visitor in [Visitor.nobody] + Visitor.signedIn {
            let service = try TestProgram.reading.get().get("/v1/services/\(Village.visible)", as: visitor).json
            #expect(service["capacity"]["free"].integer == (visitor == .nobody ? nil : 2), "\(visitor)")
        }
    }
}
