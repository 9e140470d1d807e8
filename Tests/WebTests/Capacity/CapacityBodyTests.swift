import Domain
import Foundation
import Ledger
import Registry
import Testing

@testable import Web

@Suite("A count as JSON")
struct CapacityBodyTests {
    struct Example: Sendable {
        let name: String
        let capacity: Capacity
    }

    @Test(arguments: [
        Example(name: "nothing is known", capacity: Capacity()),
        Example(
            name: "all is known",
            capacity: Capacity(
                unit: .unit, total: 10_000, free: 9_998, held: 2, isPaused: true,
                pausedUntil: CalendarDate(text: "2026-12-24"), pauseReason: .groupMix,
                confirmedAt: Date(timeIntervalSince1970: 1_795_161_600.25),
                expectedFreeOn: CalendarDate(text: "2026-12-01"))),
        Example(name: "no place is free", capacity: Capacity(total: 0, free: 0)),
    ])
    func isWhatTheEncoderMakes(_ example: Example) throws {
        let service = try #require(Village.registry.services.first { !$0.isAmbulatory })
        let live = LiveCapacity(service: service.id, capacity: example.capacity, version: 7)
        let body = CapacityBody(live, of: service, at: Date(timeIntervalSince1970: 1_795_161_700))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]

        #expect(body.jsonBytes() == [UInt8](try encoder.encode(body)), "\(example.name)")
    }
}
