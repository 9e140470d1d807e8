import Domain
import Foundation
import HTTP
import JSONText
import Ledger
import TestTools
import Testing

@Suite("Keeping places, rule R16")
struct HoldTests {
    @Test func aNewHold() throws {
        let program = try TestProgram(Village.registry)
        program.clock.advance(seconds: 0.123)

        let response = try program.openHold(Body.hold(2))
        let body = try response.json
        let reference = try #require(body["reference"].string)

        #expect(response.status == .created)
        #expect(reference.wholeMatch(of: /[A-Z][0-9]-[0-9]{3}/) != nil)
        #expect(response.fields["Location"] == "/v1/holds/\(reference)")
        #expect(response.fields["ETag"] == nil)
        #expect(
            body.plain(without: ["reference"])
                == #"{"closedAt":null,"createdAt":"2026-11-20T08:00:00.123Z","declineReason":null,"expiresAt":"2026-11-20T09:00:00.123Z","extended":false,"free":0,"held":2,"holder":{"organizationId":null,"organizationName":null,"role":"coordinator"},"places":2,"serviceId":"voorbeeld-huis-open","state":"open","version":1}"#
        )
        #expect(try program.get("/v1/holds/\(reference)", as: .coordinator).body == response.body)
        #expect(try program.count() == (0, 2, 1))
        #expect(try program.tag() == "\"1\"")
    }

    @Test func whatTheOtherSideSeesOfTheHolder() throws {
        let program = try TestProgram(Village.registry)
        let holder = Actor(keyID: "toets-regio", role: .coordinator, organization: .make("voorbeeld-ander"))
        let request = HoldRequest(
            service: .make(Village.visible), places: 1, limits: .beds, by: holder)
        program.ledger.submit(Command(.openHold(request), by: holder, at: program.clock.now)) { _ in }
        program.pass(seconds: 0)

        for visitor in [Visitor.shelter, .comensha, .admin] {
            let seen = try program.get("/v1/holds", as: visitor).json["contents"][0]["holder"]
            #expect(seen["role"].string == "coordinator")
            #expect(seen["organizationId"].string == "voorbeeld-ander")
            #expect(seen["organizationName"].string == "Ander (voorbeeld)")
            #expect(seen["keyId"].string == (visitor == .admin ? "toets-regio" : nil), "\(visitor)")
        }
        #expect(try !program.get("/v1/holds", as: .comensha).text.contains("toets-regio"))
        // Who works for the same organisation is not the holder.
        #expect(try program.get("/v1/holds", as: .coordinator).json["totalItems"].integer == 0)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let name: String
        var count = Body.count(free: 2)
        var age = 0.0
        var places = 1
        var service = Village.visible
        let expected: Int
        var testDescription: String { name }
    }

    @Test(arguments: [
        Refusal(name: "as many as are free", places: 2, expected: 201),
        Refusal(name: "more than are free", places: 3, expected: 409),
        Refusal(name: "more than there are", places: 1_000, expected: 409),
        Refusal(name: "none free", count: Body.count(free: 0), expected: 409),
        Refusal(name: "paused", count: Body.count(free: 2, more: #", "paused": true"#), expected: 409),
        Refusal(name: "fresh, to the end", age: 12 * 3_600, expected: 201),
        Refusal(name: "ageing, to the end", age: 24 * 3_600, expected: 201),
        Refusal(name: "stale", age: 24 * 3_600 + 1, expected: 409),
    ])
    func room(_ example: Refusal) throws {
        let program = try TestProgram(Village.registry)
        _ = try program.send(
            .put, CapacityTests.target(), as: .shelter, fields: ["If-Match": "*"], json: example.count)
        program.clock.advance(seconds: example.age)

        let response = try program.openHold(Body.hold(example.places))

        #expect(response.status.code == example.expected)
        let isGranted = example.expected == 201
        #expect(try program.count().held == (isGranted ? example.places : 0))
        #expect(try program.recorded == (isGranted ? 2 : 1))
    }

    @Test func otherBedsStayReliableForLonger() throws {
        let program = try TestProgram(Village.registry)
        program.clock.advance(seconds: 71 * 3_600)

        #expect(try program.openHold(on: Village.sheltered).status == .created)
        #expect(try program.openHold(on: Village.visible).status == .conflict)
    }

    @Test func nobodyCanKeepWhatNobodyCounted() throws {
        let program = try TestProgram(Village.registry)

        #expect(try program.openHold(on: Village.uncounted).status == .conflict)
        #expect(try program.openHold(on: Village.help).status == .notFound)
        #expect(try program.openHold(on: "nergens").status == .notFound)
    }

    @Test(arguments: [ServiceStatus.paused, .temporarilyClosed, .ended])
    func aServiceThatTakesNobody(_ status: ServiceStatus) throws {
        let closed = Service(
            id: .make("voorbeeld-huis-dicht"), organization: .make("voorbeeld-huis"), organizationName: "Huis",
            isExample: true, name: "Dicht", shelterKind: .crisisShelter, status: status,
            site: Site(province: .overijssel), securityLevel: .openVisible, restriction: .open,
            startingCapacity: Capacity(total: 6, free: 2, confirmedAt: TestClock.start))
        let program = try TestProgram(Village.registry(Village.Hidden(), adding: [closed]))

        #expect(try program.openHold(on: "voorbeeld-huis-dicht").status == .conflict)
        #expect(try program.recorded == 0)
    }

    @Test func onlySoManyAtATime() throws {
        let program = try TestProgram(Village.registry)
        _ = try program.send(
            .put, CapacityTests.target(), as: .shelter, fields: ["If-Match": "*"],
            json: Body.count(total: 100, free: 100))
        for _ in 0..<50 { _ = try program.hold() }

        #expect(try program.openHold().status == .conflict)
        #expect(try program.openHold(as: .comensha).status == .created)
    }

    @Test func aShelterCannotCountAwayWhatIsHeld() throws {
        let program = try TestProgram(Village.registry)
        _ = try program.hold(2)
        func put(_ free: Int) throws -> Response {
            try program.send(
                .put, CapacityTests.target(), as: .shelter, fields: ["If-Match": "*"], json: Body.count(free: free))
        }

        let refused = try put(5)

        #expect(refused.status == .conflict)
        #expect(try put(4).status == .ok)
        #expect(try program.count() == (4, 2, 2))
    }

    @Test func aHoldOutlivesTheProgram() throws {
        let directory = TemporaryDirectory()
        var program: TestProgram? = try TestProgram(Village.registry, in: directory)
        let before = try #require(program).openHold(key: "a")
        program = nil

        let again = try TestProgram(Village.registry, in: directory)

        #expect(try again.get(before.fields["Location"] ?? "", as: .coordinator).body == before.body)
        #expect(try again.openHold(key: "a").body == before.body)
    }
}
