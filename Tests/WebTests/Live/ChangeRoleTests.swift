import Access
import Domain
import Foundation
import JSONText
import Testing

@testable import HTTP
@testable import PageReading

@Suite("Who hears of what, contract section 8")
struct ChangeRoleTests {
    /// All that happens, as `visitor` hears it. The first record is that of the visitor who looks.
    private func heard(_ visitor: Visitor) throws -> [EventStreamReader.Event] {
        let program = try TestProgram(Village.registry)
        let client = try program.listen(as: visitor)
        try LedgerScript(program.ledger).everything()
        try client.wait { $0.events.last?.id == 15_001 }
        return client.events
    }

    private static func service(_ event: EventStreamReader.Event) throws -> String? {
        try JSONParser.parse(Array(event.data.utf8))["serviceId"].string
    }

    static let first = [3_001, 5_001, 7_001, 11_001]
    static let second = [8_001, 9_001]
    static let third = [12_001, 13_001]

    @Test(
        arguments: [
            (.admin, first + second + third), (.comensha, first + second + third), (.coordinator, first + third),
            (.shelter, first + third), (.otherShelter, second), (.policy, []),
        ] as [(Visitor, [Int])])
    func holds(_ visitor: Visitor, _ expected: [Int]) throws {
        let events = try heard(visitor)

        #expect(events.filter { $0.name == "hold" }.map(\.id) == expected.sorted())
        let counts = [2_001, 3_002, 6_001, 6_002, 8_002, 9_002, 10_001, 10_002, 11_002, 12_002, 13_002, 14_001, 15_001]
        #expect(events.filter { $0.name == "capacity" }.map(\.id) == counts)
        #expect(events.map(\.id) == events.map(\.id).sorted())
    }

    @Test func anotherCoordinatorHearsNoHold() throws {
        let program = try TestProgram(Village.registry)
        var random = SystemRandomNumberGenerator()
        let secret = try program.keys.issue(role: .coordinator, at: program.clock.now, using: &random).secret
        let client = try program.listen(key: secret)
        try LedgerScript(program.ledger).everything()

        try client.wait { $0.events.last?.id == 15_001 }

        #expect(client.events.allSatisfy { $0.name == "capacity" })
    }

    @Test func aHoldSaysWhatItsServiceHasNow() throws {
        let events = try heard(.coordinator).filter { $0.name == "hold" }
        let bodies = try events.map { try JSONParser.parse(Array($0.data.utf8)) }
        func said(_ name: String) -> [Int?] { bodies.map { $0[name].integer } }

        #expect(
            bodies.map { $0["state"].string } == ["open", "open", "accepted", "placed", "open", "withdrawn"])
        #expect(said("free") == [9, 9, 9, 9, 8, 9])
        #expect(said("held") == [1, 1, 1, 0, 1, 0])
        #expect(said("version") == [2, 2, 3, 5, 6, 7])
    }

    @Test func onlyTheAdministratorSeesWhichKey() throws {
        #expect(try heard(.admin).contains { $0.data.contains("toets-coordinator") })
        for visitor in [Visitor.comensha, .coordinator, .shelter] {
            #expect(try !heard(visitor).contains { $0.data.contains("toets-") })
        }
    }

    @Test func nothingTellsWhereAPlaceIs() throws {
        for event in try heard(.admin) {
            for word in SecrecyTests.codes.map(\.rawValue) + SecrecyTests.names + ["GM0"] {
                #expect(!event.data.contains(word))
            }
        }
    }
}
