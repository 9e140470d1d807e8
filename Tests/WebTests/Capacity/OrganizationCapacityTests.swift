import Domain
import HTTP
import JSONText
import Ledger
import Registry
import Testing

@Suite("All counts of an organisation together")
struct OrganizationCapacityTests {
    static let target = "/v1/organizations/voorbeeld-huis/capacities"
    /// Every service of the house with places, by id.
    static let services = [Village.secret, Village.uncounted, Village.visible, Village.sheltered].sorted()

    private func report(
        _ program: TestProgram, _ reports: [String], as visitor: Visitor = .shelter
    ) throws -> Response {
        try program.send(.post, "\(Self.target)/reports", as: visitor, json: Body.reports(reports))
    }

    @Test func theList() throws {
        let program = try TestProgram.reading.get()
        let page = try program.get(Self.target, as: .policy).json

        #expect(page["contents"].elements.map { $0["serviceId"].string } == Self.services)
        for count in page["contents"].elements {
            let alone = try program.get(CapacityTests.target(count["serviceId"].string ?? ""), as: .policy).json
            #expect(count.plain == alone.plain)
        }
        let table = try program.get(Self.target, as: .policy, fields: ["Accept": "text/csv"]).text
        #expect(table.split(separator: "\r\n").count == 5)
        #expect(table.contains("\(Village.visible),bed,6,2,0,false,,,fresh,2026-11-20T07:00:00Z,,0\r\n"))
        #expect(table.contains("\(Village.uncounted),bed,,,0,false,,,unknown,,,0\r\n"))
    }

    @Test func everythingIsStillRight() throws {
        let program = try TestProgram(Village.registry)
        program.clock.advance(seconds: 30 * 3_600)

        let response = try program.send(.post, "\(Self.target)/confirmations", as: .shelter)
        let body = try response.json

        #expect(response.status == .ok)
        #expect(
            body["capacities"].elements.map { $0["serviceId"].string }
                == Self.services.filter { $0 != Village.uncounted })
        #expect(body["unknown"].elements.map(\.string) == [Village.uncounted])
        for count in body["capacities"].elements {
            #expect(count["freshness"].string == "fresh")
            #expect(count["confirmedAt"].string == "2026-11-21T14:00:00Z")
            #expect(count["version"].integer == 1)
        }
        #expect(try program.recorded == 1)
        #expect(try program.count(of: Village.uncounted).version == 0)
        #expect(try program.count(of: Village.other).version == 0)
    }

    @Test func nothingToConfirmIsNoRecord() throws {
        let program = try TestProgram(Shipped.registry.withoutExamples())
        let organization = try #require(
            program.registry.organizations.first { $0.services.contains { !$0.isAmbulatory } })

        let response = try program.send(
            .post, "/v1/organizations/\(organization.id.rawValue)/capacities/confirmations", as: .admin)

        #expect(response.status == .ok)
        #expect(try response.json["capacities"].elements.isEmpty)
        #expect(try !response.json["unknown"].elements.isEmpty)
        #expect(try program.recorded == 0)
    }

    @Test func severalAtOnceInOneRecord() throws {
        let program = try TestProgram(Village.registry)

        let response = try report(
            program,
            [
                Body.report(Village.visible, version: 0, free: 5),
                Body.report(Village.uncounted, version: 0, total: 3, free: 3, more: #", "paused": true"#),
            ])
        let counts = try response.json["capacities"].elements

        #expect(response.status == .ok)
        #expect(counts.map { $0["serviceId"].string } == [Village.visible, Village.uncounted])
        #expect(counts.map { $0["free"].integer } == [5, 3])
        #expect(counts.map { $0["version"].integer } == [1, 1])
        #expect(counts[1]["paused"].boolean == true)
        #expect(try program.recorded == 1)
    }

    @Test func oneThatIsStaleKeepsAllOut() throws {
        let program = try TestProgram(Village.registry)
        _ = try program.send(.post, "\(CapacityTests.target())/confirmations", as: .shelter)

        let response = try report(
            program,
            [
                Body.report(Village.secret, version: 0, free: 5), Body.report(Village.visible, version: 0, free: 5),
            ])

        #expect(response.status == .preconditionFailed)
        #expect(try response.faults == ["/reports/1/version stale_version"])
        #expect(try program.count(of: Village.secret) == (3, 0, 0))
    }

    @Test func oneThatDoesNotFitKeepsAllOut() throws {
        let program = try TestProgram(Village.registry)
        _ = try program.hold(2)

        let response = try report(
            program,
            [
                Body.report(Village.secret, version: 0, free: 5), Body.report(Village.visible, version: 1, free: 5),
            ])

        #expect(response.status == .conflict)
        #expect(try program.count(of: Village.secret).version == 0)
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let name: String
        let json: String
        let expected: [String]
        var testDescription: String { name }
    }

    @Test(arguments: [
        Fault(name: "nothing", json: "{}", expected: ["/reports missing"]),
        Fault(name: "no list", json: #"{"reports": {}}"#, expected: ["/reports wrong_type"]),
        Fault(name: "empty", json: Body.reports([]), expected: ["/reports wrong_count"]),
        Fault(name: "unknown key", json: #"{"report": []}"#, expected: ["/report unknown_key", "/reports missing"]),
        Fault(name: "no object", json: Body.reports(["1"]), expected: ["/reports/0 wrong_type"]),
        Fault(
            name: "all missing", json: Body.reports(["{}"]),
            expected: [
                "/reports/0/free missing", "/reports/0/serviceId missing", "/reports/0/total missing",
                "/reports/0/version missing",
            ]),
        Fault(
            name: "another organisation's, nobody's, without a bed",
            json: Body.reports([
                Body.report(Village.other, version: 0, free: 1), Body.report("nergens", version: 0, free: 1),
                Body.report(Village.help, version: 0, free: 1), Body.report("Geen Id", version: 0, free: 1),
            ]),
            expected: [
                "/reports/0/serviceId other_service", "/reports/1/serviceId other_service",
                "/reports/2/serviceId other_service", "/reports/3/serviceId malformed_identifier",
            ]),
        Fault(
            name: "twice",
            json: Body.reports(Array(repeating: Body.report(Village.visible, version: 0, free: 1), count: 2)),
            expected: ["/reports/1/serviceId repeated_service"]),
        Fault(
            name: "all faults at once",
            json: Body.reports([
                Body.report(Village.visible, version: -1, free: 1),
                Body.report(Village.secret, version: 0, free: 7, more: #", "held": 1"#),
                Body.report(
                    Village.sheltered, version: 0, total: 10_001, free: 1,
                    more: #", "expectedFreeOn": "2026-11-19", "paused": 1"#),
            ]),
            expected: [
                "/reports/0/version out_of_range", "/reports/1/free out_of_range", "/reports/1/held unknown_key",
                "/reports/2/expectedFreeOn expected_in_the_past", "/reports/2/paused wrong_type",
                "/reports/2/total out_of_range",
            ]),
    ])
    func refused(_ fault: Fault) throws {
        let program = try TestProgram.reading.get()

        let response = try program.send(.post, "\(Self.target)/reports", as: .shelter, json: fault.json)

        #expect(response.status == .badRequest)
        #expect(try response.faults.sorted() == fault.expected)
        #expect(program.ledger.state.all.values.allSatisfy { $0.version == 0 })
    }

    @Test func atMostAHundred() throws {
        let reports = (0..<101).map { Body.report("dienst-\($0)", version: 0, free: 1) }

        let response = try report(TestProgram.reading.get(), reports)

        #expect(response.status == .badRequest)
        #expect(try response.json["errors"].elements.count == 100)
    }

    struct Check: Sendable, CustomTestStringConvertible {
        let name: String
        var method = HTTP.Method.post
        let path: String
        var visitor = Visitor.shelter
        var fields: Fields = [:]
        var json: String?
        let expected: Int
        var testDescription: String { name }
    }

    @Test(arguments: [
        Check(name: "list without a key", method: .get, path: target, visitor: .nobody, expected: 401),
        Check(
            name: "list of nobody before the query", method: .get, path: "/v1/organizations/nergens/capacities?x=1",
            expected: 404),
        Check(name: "list, query", method: .get, path: "\(target)?x=1", expected: 400),
        Check(
            name: "role before resource", path: "/v1/organizations/nergens/capacities/reports", visitor: .coordinator,
            expected: 403),
        Check(
            name: "whose before media type", path: "\(target)/reports", visitor: .otherShelter,
            fields: ["Content-Type": "text/plain"], json: "[", expected: 403),
        Check(name: "whose", path: "\(target)/confirmations", visitor: .otherShelter, expected: 403),
        Check(
            name: "resource before media type", path: "/v1/organizations/nergens/capacities/reports", json: "[",
            expected: 404),
        Check(name: "no media type", path: "\(target)/reports", expected: 415),
        Check(name: "confirming takes no body", path: "\(target)/confirmations", json: #"{"a": 1}"#, expected: 400),
        Check(
            name: "body before version", path: "\(target)/reports",
            json: Body.reports([Body.report(Village.visible, version: 7, free: 7)]), expected: 400),
        Check(
            name: "version", path: "\(target)/reports",
            json: Body.reports([Body.report(Village.visible, version: 7, free: 1)]), expected: 412),
    ])
    func orderOfChecks(_ check: Check) throws {
        let response = try TestProgram.reading.get().send(
            check.method, check.path, as: check.visitor, fields: check.fields, json: check.json)

        #expect(response.status.code == check.expected)
    }
}
