import Domain
import Foundation
import Hashing
import TestTools

@testable import Ledger

/// Records with anything in every field that may stand there.
struct RandomRecords {
    var random: SeededGenerator
    /// Also those that JSON escapes.
    var hasControlCharacters = true

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func record() throws -> Record {
        let kind = RecordKind.allCases[Int.random(in: RecordKind.allCases.indices, using: &random)]
        let count =
            switch kind.subject {
            case .capacity: 3
            case .hold: Int.random(in: 0...1, using: &random)
            case .admission, .access: 0
            }
        return Record(
            sequence: number(), batch: number(), time: time(), actor: maybe { $0.actor() },
            request: maybe { UUID(uuid: $0.uuid()) }, kind: kind, capacities: (0..<count).map { _ in change() },
            hold: kind.subject == .hold ? try hold() : nil,
            note: kind.subject == .access ? note(of: kind) : nil,
            rules: kind.subject == .admission ? rules(of: kind) : nil, previous: digest())
    }

    private mutating func rules(of kind: RecordKind) -> RulesChange {
        var random = RandomRules(seed: random.next())
        random.hasControlCharacters = hasControlCharacters
        return RulesChange(
            service: Fixture.beds, version: max(1, number()),
            reviewedOn: CalendarDate(daysSinceEpoch: Int.random(in: -25_567...84_005, using: &self.random)),
            sets: kind == .admissionChanged ? .init(before: random.rules(), after: random.rules()) : nil)
    }

    mutating func maybe<Value>(_ make: (inout RandomRecords) -> Value?) -> Value? {
        Bool.random(using: &random) ? make(&self) : nil
    }

    mutating func number() -> Int {
        let most = [0, 9, 4_000, LineScanner.mostNumber].randomElement(using: &random) ?? 0
        return Int.random(in: 0...most, using: &random)
    }

    mutating func time() -> RecordTime {
        RecordTime(clamping: Int64.random(in: -5...7_258_118_400_005, using: &random))
    }

    mutating func digest() -> SHA256Digest { SHA256.digest(of: [UInt8.random(in: .min ... .max, using: &random)]) }

    mutating func text() -> String {
        let lowest: UInt32 = hasControlCharacters ? 0 : 0x20
        return String(
            String.UnicodeScalarView(
                (0..<Int.random(in: 0...20, using: &random)).compactMap { _ in
                    let most: UInt32 = Bool.random(using: &random) ? 0x7e : 0x10ffff
                    return UnicodeScalar(UInt32.random(in: lowest...most, using: &random))
                }))
    }

    private mutating func uuid() -> uuid_t {
        let (high, low) = (random.next(), random.next())
        func byte(_ word: UInt64, _ place: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: word >> (place * 8)) }
        return (
            byte(high, 0), byte(high, 1), byte(high, 2), byte(high, 3), byte(high, 4), byte(high, 5), byte(high, 6),
            byte(high, 7), byte(low, 0), byte(low, 1), byte(low, 2), byte(low, 3), byte(low, 4), byte(low, 5),
            byte(low, 6), byte(low, 7)
        )
    }

    private mutating func actor() -> Actor {
        Actor(
            keyID: text(), role: AccessRole.allCases.randomElement(using: &random) ?? .admin,
            organization: maybe { _ in OrganizationID(rawValue: "voorbeeld-huis") })
    }

    private mutating func change() -> CapacityChange {
        let service = [Fixture.beds, Fixture.rooms, Fixture.unknown].randomElement(using: &random) ?? Fixture.beds
        return CapacityChange(service: service, version: number(), before: figures(), after: figures())
    }

    private mutating func figures() -> CapacityFigures {
        let total = maybe { Int.random(in: 0...10_000, using: &$0.random) }
        let held = Int.random(in: 0...min(3, total ?? 3), using: &random)
        let most = (total ?? 10_000) - held
        let isPaused = Bool.random(using: &random)
        return CapacityFigures(
            total: total, free: maybe { Int.random(in: 0...most, using: &$0.random) }, held: held,
            isPaused: isPaused, pausedUntil: isPaused ? maybe { $0.day() } : nil,
            pauseReason: isPaused ? maybe { PauseReason.allCases.randomElement(using: &$0.random) } : nil,
            expectedFreeOn: maybe { $0.day() }, confirmation: maybe { $0.time() })
    }

    private mutating func day() -> CalendarDate {
        CalendarDate(daysSinceEpoch: Int.random(in: -25_567...84_005, using: &random))
    }

    private mutating func hold() throws -> Hold {
        let state = HoldState.allCases.randomElement(using: &random) ?? .open
        return Hold(
            reference: HoldReference(random: random.next(), isLong: Bool.random(using: &random)),
            service: Fixture.beds, places: Int.random(in: 1...10_000, using: &random), holder: actor(), state: state,
            isExtended: Bool.random(using: &random),
            declineReason: maybe { DeclineReason.allCases.randomElement(using: &$0.random) }, creation: time(),
            end: time(), closing: state.isActive ? nil : time(), idempotency: maybe { $0.digest() })
    }

    private mutating func note(of kind: RecordKind) -> AccessNote {
        AccessNote(
            count: number(), keyID: maybe { $0.text() }, replaces: kind == .keyRotated ? text() : nil,
            lastDay: kind.beginsKey || kind == .keyChanged
                ? maybe { CalendarDate(daysSinceEpoch: Int.random(in: 0...80_000, using: &$0.random)) } : nil,
            role: maybe { AccessRole.allCases.randomElement(using: &$0.random) },
            organization: maybe { _ in OrganizationID(rawValue: "voorbeeld-huis") }, resource: maybe { $0.text() },
            since: maybe { $0.time().date }, status: maybe { $0.number() },
            start: kind == .serviceStarted ? start() : nil)
    }

    private mutating func start() -> ServiceStart {
        ServiceStart(registry: text(), load: time(), hasExamples: Bool.random(using: &random))
    }
}
