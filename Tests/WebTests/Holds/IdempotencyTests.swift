import Dispatch
import HTTP
import JSONText
import Ledger
import Synchronization
import TestTools
import Testing

@Suite("The same request twice")
struct IdempotencyTests {
    @Test func theSameHoldAndOnePlace() throws {
        let program = try TestProgram(Village.registry)
        let first = try program.openHold(key: "een-twee-drie")

        let again = try program.openHold(key: "een-twee-drie")

        #expect(again.status == .created)
        #expect(again.fields["Location"] == first.fields["Location"])
        #expect(again.body == first.body)
        #expect(try program.count() == (1, 1, 1))
        #expect(try program.recorded == 1)
    }

    @Test func theHoldAsItNowStands() throws {
        let program = try TestProgram(Village.registry)
        let first = try program.openHold(key: "a")
        let reference = try #require(try first.json["reference"].string)
        _ = try program.act(.decline, on: reference)
        _ = try program.send(
            .put, CapacityTests.target(), as: .shelter, fields: ["If-Match": "*"],
            json: Body.count(free: 0, more: #", "paused": true"#))

        let again = try program.openHold(key: "a")

        #expect(again.status == .created)
        #expect(again.fields["Location"] == "/v1/holds/\(reference)")
        let body = try again.json
        #expect(body["state"].string == "declined")
        #expect(body["declineReason"].string == "group_mix")
        #expect(body["free"].integer == 0)
        #expect(again.body == (try program.get("/v1/holds/\(reference)", as: .coordinator).body))
    }

    @Test func anotherBodyIsRefused() throws {
        let program = try TestProgram(Village.registry)
        _ = try program.openHold(key: "a")

        #expect(try program.openHold(Body.hold(2), key: "a").status == .conflict)
        #expect(try program.openHold(on: Village.secret, key: "a").status == .conflict)
        #expect(try program.openHold(Body.hold(0), key: "a").status == .badRequest)
        #expect(try program.recorded == 1)
    }

    @Test func theSameBodyWrittenDifferently() throws {
        let program = try TestProgram(Village.registry)
        let first = try program.openHold(key: "a")

        #expect(try program.openHold("{\n \"places\" : 1 }", key: "a").body == first.body)
    }

    @Test func itBelongsToOneAccessKey() throws {
        let program = try TestProgram(Village.registry)
        let first = try program.openHold(key: "a")

        let other = try program.openHold(as: .comensha, key: "a")

        #expect(other.status == .created)
        #expect(other.fields["Location"] != first.fields["Location"])
    }

    @Test func whatWasRefusedMayBeSentAgain() throws {
        let program = try TestProgram(Village.registry)
        let first = try program.hold(2)
        #expect(try program.openHold(key: "a").status == .conflict)
        _ = try program.act(.withdraw, on: first)

        #expect(try program.openHold(key: "a").status == .created)
    }

    @Test(arguments: [
        (String(repeating: "a", count: 255), 201), ("!", 201), ("~", 201), (#""5f8a2c1e""#, 201), ("", 400),
        (String(repeating: "a", count: 256), 400), ("a b", 400), ("a\tb", 400), ("é", 400),
    ])
    func theKey(_ key: String, _ expected: Int) throws {
        let program = try TestProgram(Village.registry)

        let response = try program.openHold(key: key)

        #expect(response.status.code == expected)
        if expected == 400 { #expect(try response.faults == ["?Idempotency-Key malformed_idempotency_key"]) }
    }

    @Test func twoKeysAreToldWithTheOtherFaults() throws {
        let program = try TestProgram(Village.registry)
        var fields: Fields = ["Idempotency-Key": "a"]
        fields.add("Idempotency-Key", "b")

        let response = try program.send(
            .post, "/v1/services/\(Village.visible)/holds", as: .coordinator, fields: fields, json: "{}")

        #expect(try response.faults.sorted() == ["/places missing", "?Idempotency-Key malformed_idempotency_key"])
    }

    @Test func manyAtOnceAreOneHold() throws {
        let program = try TestProgram(Village.registry)
        let places = Mutex<[String]>([])

        DispatchQueue.concurrentPerform(iterations: 20) { _ in
            let response = try? program.openHold(key: "a")
            places.withLock { $0.append(response?.fields["Location"] ?? "none") }
        }

        #expect(Set(places.withLock { $0 }).count == 1)
        #expect(try program.count().held == 1)
    }
}

@Suite("The last place")
struct HoldRaceTests {
    @Test(arguments: 0..<3)
    func oneOfSixtyGetsIt(_ round: Int) throws {
        let program = try TestProgram(Village.registry)
        let statuses = Mutex<[Int]>([])

        DispatchQueue.concurrentPerform(iterations: 60) { index in
            let response = try? program.openHold(
                on: Village.sheltered, as: index.isMultiple(of: 2) ? .coordinator : .comensha)
            statuses.withLock { $0.append(response?.status.code ?? 0) }
        }

        #expect(statuses.withLock { $0.sorted() } == [201] + Array(repeating: 409, count: 59))
        #expect(try program.count(of: Village.sheltered) == (0, 1, 1))
        #expect(try program.get("/v1/holds", as: .admin).json["totalItems"].integer == 1)
    }

    /// Shelter, holders and the clock at the same time: no place is given twice, and none is lost.
    @Test(arguments: 0..<3 as Range<UInt64>)
    func placesAddUp(seed: UInt64) throws {
        let program = try TestProgram(Village.registry)
        _ = try program.send(
            .put, CapacityTests.target(), as: .shelter, fields: ["If-Match": "*"], json: Body.count(total: 40, free: 20)
        )

        DispatchQueue.concurrentPerform(iterations: 60) { index in
            var random = SeededGenerator(seed: seed &* 1_000 &+ UInt64(index))
            guard let opened = try? program.openHold(Body.hold(Int.random(in: 1...3, using: &random))),
                opened.status == .created, let reference = try? opened.json["reference"].string
            else { return }
            guard let action = (HoldAction.allCases + [nil, nil]).randomElement(using: &random) else { return }
            if let action { _ = try? program.act(action, on: reference) }
        }

        let holds = program.ledger.state.allHolds
        let held = holds.filter(\.state.isActive).map(\.places).reduce(0, +)
        let placed = holds.filter { $0.state == .placed }.map(\.places).reduce(0, +)
        let count = try program.count()
        #expect(count.held == held, "seed \(seed)")
        #expect(count.free == 20 - held - placed, "seed \(seed)")
        #expect((count.free ?? -1) >= 0)
    }
}
