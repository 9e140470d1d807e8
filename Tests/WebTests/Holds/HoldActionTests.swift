import HTTP
import JSONText
import Testing

@Suite("What may be done with a hold, and when")
struct HoldActionTests {
    /// What was done before, and what may be done then.
    struct Situation: Sendable, CustomTestStringConvertible {
        let before: [HoldAction]
        var isExpired = false
        let state: String
        let allowed: Set<HoldAction>
        var testDescription: String { state + (before.contains(.extend) ? ", extended" : "") }
    }

    static let situations: [Situation] = [
        Situation(before: [], state: "open", allowed: [.extend, .accept, .decline, .place, .withdraw]),
        Situation(before: [.extend], state: "open", allowed: [.accept, .decline, .place, .withdraw]),
        Situation(before: [.accept], state: "accepted", allowed: [.extend, .place, .withdraw]),
        Situation(before: [.accept, .extend], state: "accepted", allowed: [.place, .withdraw]),
        Situation(before: [.decline], state: "declined", allowed: []),
        Situation(before: [.place], state: "placed", allowed: []),
        Situation(before: [.accept, .place], state: "placed", allowed: []),
        Situation(before: [.withdraw], state: "withdrawn", allowed: []),
        Situation(before: [], isExpired: true, state: "expired", allowed: []),
        Situation(before: [.accept], isExpired: true, state: "expired", allowed: []),
    ]

    @Test(arguments: situations, HoldAction.allCases)
    func status(_ situation: Situation, _ action: HoldAction) throws {
        let program = try TestProgram(Village.registry)
        let reference = try program.hold()
        for step in situation.before { #expect(try program.act(step, on: reference).status == .ok) }
        if situation.isExpired { program.pass(seconds: 3_600) }
        let before = try program.get("/v1/holds/\(reference)", as: .admin)
        #expect(try before.json["state"].string == situation.state)

        let response = try program.act(action, on: reference)

        let isAllowed = situation.allowed.contains(action)
        #expect(response.status == (isAllowed ? .ok : .conflict))
        if !isAllowed { #expect(try program.get("/v1/holds/\(reference)", as: .admin).body == before.body) }
    }

    struct Effect: Sendable, CustomTestStringConvertible {
        let action: HoldAction
        let state: String
        var free = 1
        var held = 0
        var version = 2
        var testDescription: String { action.rawValue }
    }

    /// Of six places two are free, and one of those is held.
    @Test(arguments: [
        Effect(action: .extend, state: "open", held: 1, version: 1),
        Effect(action: .accept, state: "accepted", held: 1, version: 1),
        Effect(action: .decline, state: "declined", free: 2), Effect(action: .place, state: "placed", free: 1),
        Effect(action: .withdraw, state: "withdrawn", free: 2),
    ])
    func whatItDoesToTheCount(_ effect: Effect) throws {
        let program = try TestProgram(Village.registry)
        let reference = try program.hold()
        program.clock.advance(seconds: 60)

        let body = try program.act(effect.action, on: reference).json

        #expect(body["state"].string == effect.state)
        #expect(body["free"].integer == effect.free)
        #expect(body["held"].integer == effect.held)
        #expect(body["version"].integer == effect.version)
        #expect(try program.count() == (effect.free, effect.held, effect.version))
        let isClosed = effect.held == 0
        #expect(body["closedAt"].string == (isClosed ? "2026-11-20T08:01:00.000Z" : nil))
        #expect(body["declineReason"].string == (effect.action == .decline ? "group_mix" : nil))
        #expect(body["extended"].boolean == (effect.action == .extend))
        let end = effect.action == .extend ? "2026-11-20T10:00:00.000Z" : "2026-11-20T09:00:00.000Z"
        #expect(body["expiresAt"].string == end)
    }

    @Test func confirmedAtIsTheSheltersAlone() throws {
        let program = try TestProgram(Village.registry)
        program.clock.advance(seconds: 60)
        for action in [HoldAction.place, .withdraw] { _ = try program.act(action, on: program.hold()) }

        let count = try program.get(CapacityTests.target(), as: .shelter).json

        #expect(count["confirmedAt"].string == "2026-11-20T07:00:00Z")
        #expect(count["total"].integer == 6)
    }
}

@Suite("Holds end by the clock")
struct HoldExpiryTests {
    @Test(arguments: [(3_599.999, "open", 1), (3_600, "expired", 2)])
    func afterAnHour(_ seconds: Double, _ state: String, _ free: Int) throws {
        let program = try TestProgram(Village.registry)
        let reference = try program.hold()

        program.pass(seconds: seconds)

        #expect(try program.get("/v1/holds/\(reference)", as: .coordinator).json["state"].string == state)
        #expect(try program.count().free == free)
    }

    @Test func itStaysExpiredWhenTheClockStepsBack() throws {
        let program = try TestProgram(Village.registry)
        let reference = try program.hold()
        program.pass(seconds: 3_600)
        program.pass(seconds: -3_000)

        #expect(try program.get("/v1/holds/\(reference)", as: .coordinator).json["state"].string == "expired")
        #expect(try program.act(.extend, on: reference).status == .conflict)
    }

    @Test func anExtensionAddsAnHour() throws {
        let program = try TestProgram(Village.registry)
        let reference = try program.hold()
        program.pass(seconds: 3_599)
        #expect(try program.act(.extend, on: reference).status == .ok)

        program.pass(seconds: 3_600)
        #expect(try program.get("/v1/holds/\(reference)", as: .coordinator).json["state"].string == "open")
        program.pass(seconds: 1)
        #expect(try program.get("/v1/holds/\(reference)", as: .coordinator).json["state"].string == "expired")
    }

    /// Whoever comes at the very moment is not refused because nobody looked at the clock yet.
    @Test func thePlaceIsFreeForTheNextAtOnce() throws {
        let program = try TestProgram(Village.registry)
        _ = try program.hold(2)
        program.clock.advance(seconds: 3_600)

        #expect(try program.openHold(Body.hold(2), as: .comensha).status == .created)
    }
}
