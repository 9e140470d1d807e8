import Domain
import Foundation
import TestTools

@testable import Ledger

/// Commands drawn at random, often ones that can be granted, with a clock that now and then is set.
struct RandomCommands {
    var random: SeededGenerator
    var now = Fixture.moment(0)

    static let services = [Fixture.beds, Fixture.rooms, Fixture.unknown]
    static let actors = [
        Fixture.actor, Actor(keyID: "key-tweede", role: .shelter, organization: OrganizationID(rawValue: "huis-2")),
        Actor(keyID: "key \"drie\" \\ é", role: .coordinator),
    ]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    mutating func pick<Value>(_ values: [Value]) -> Value? { values.randomElement(using: &random) }

    /// Minutes forward, at times hours or days, at times back.
    mutating func turnClock() {
        switch Int.random(in: 0..<20, using: &random) {
        case 0: now += Double.random(in: -7_200...0, using: &random)
        case 1: now += Double.random(in: 0...20_000, using: &random)
        case 2: if chance(3) { now += Double.random(in: 0...1_500_000, using: &random) }
        case 3: break
        default: now += Double.random(in: 0...400, using: &random)
        }
    }

    mutating func command(after state: LedgerState) -> Command {
        turnClock()
        let actor = pick(Self.actors) ?? Fixture.actor
        let request = chance(2) ? UUID(uuidString: "0a0b0c0d-1111-4222-8333-444455556666") : nil
        return Command(wish(state), by: actor, at: now, request: request)
    }

    private mutating func wish(_ state: LedgerState) -> Command.Wish {
        let service = chance(15) ? Fixture.id("bestaat-niet") : pick(Self.services) ?? Fixture.beds
        switch Int.random(in: 0..<24, using: &random) {
        case 0...4: return .report([report(service, state)])
        case 5:
            let all = Self.services.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))
            let twice = chance(6) ? Array(all) + all.prefix(1) : Array(all)
            return .report(twice.map { report($0, state) })
        case 6, 7: return .confirm([service])
        case 8: return .confirm(chance(5) ? [] : [service] + Self.services.shuffled(using: &random).prefix(2))
        case 9, 10: return .revert(service, ifVersion: version(service, state))
        case 11...15:
            let request = HoldRequest(
                service: service, places: Int.random(in: chance(9) ? -1...40 : 1...2, using: &random), limits: .beds,
                idempotencyKey: chance(2) ? "verzoek-\(Int.random(in: 0..<12, using: &random))" : nil,
                by: pick(Self.actors) ?? Fixture.actor)
            return .openHold(request)
        case 16: return .extendHold(reference(state))
        case 17: return .acceptHold(reference(state))
        case 18: return .declineHold(reference(state), pick(DeclineReason.allCases) ?? .full)
        case 19: return .placeHold(reference(state))
        case 20: return .withdrawHold(reference(state))
        case 21, 22: return .stateRules(rules(service, state))
        default:
            let kind = pick([.keyIssued, .keyRotated, .keyChanged, .keyRevoked, .accessRefused]) ?? RecordKind.signedIn
            let note = AccessNote(
                count: Int.random(in: 1...9, using: &random), keyID: chance(2) ? "key-\(chance(2))" : nil,
                replaces: kind == .keyRotated ? "key-\(chance(2))" : nil,
                lastDay: kind == .keyChanged && chance(2) ? CalendarDate(now) : nil, role: .policy,
                resource: "/v1/services/{id}", status: 403)
            let start = ServiceStart(registry: "r\(chance(2))", loadedAt: now, hasExamples: chance(2))
            if chance(3) { return .note(.serviceStarted, AccessNote(start: start)) }
            return chance(3) ? .expireHolds : .note(kind, note)
        }
    }

    private mutating func version(_ service: ServiceID, _ state: LedgerState) -> Int {
        let version = state.capacity(of: service)?.version ?? 0
        return chance(8) ? version + (chance(2) ? 1 : -1) : version
    }

    private mutating func rules(_ service: ServiceID, _ state: LedgerState) -> RulesStatement {
        let known = state.rules(of: service)?.version ?? 0
        var random = RandomRules(seed: random.next())
        return RulesStatement(
            service: service, sets: chance(3) ? nil : .init(before: random.rules(), after: random.rules()),
            on: CalendarDate(daysSinceEpoch: Int.random(in: 0...40_000, using: &self.random)),
            ifVersion: chance(8) ? known + 1 : known)
    }

    private mutating func report(_ service: ServiceID, _ state: LedgerState) -> CapacityReport {
        let total = Int.random(in: 0...20, using: &random)
        let day = CalendarDate(daysSinceEpoch: Int.random(in: 0...40_000, using: &random))
        let free = Int.random(in: 0...total, using: &random)
        let isPaused = chance(6)
        guard
            let statement = try? CapacityStatement(
                total: total, free: free, expectedFreeOn: chance(2) ? day : nil, isPaused: isPaused,
                pausedUntil: isPaused && chance(2) ? day : nil,
                pauseReason: isPaused && chance(2) ? pick(PauseReason.allCases) : nil)
        else { preconditionFailure("a statement within its bounds") }
        return CapacityReport(service: service, statement: statement, ifVersion: version(service, state))
    }

    /// Mostly one that is known.
    private mutating func reference(_ state: LedgerState) -> HoldReference {
        let known = state.allHolds.map(\.reference)
        let made = HoldReference(random: random.next(), isLong: false)
        return chance(12) ? made : pick(Array(known.prefix(6))) ?? made
    }
}
