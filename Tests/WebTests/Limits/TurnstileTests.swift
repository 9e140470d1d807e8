import Dispatch
import HTTP
import Synchronization
import Testing

@testable import Web

@Suite("Many threads at the turnstile")
struct TurnstileTests {
    /// Tells another moment each time, as the clock of the machine does.
    private final class RisingClock: Sendable {
        private let reads = Atomic<UInt64>(0)

        func now() -> Moment { Moment(nanoseconds: reads.add(1, ordering: .relaxed).newValue) }
    }

    /// How many of the tries of four threads at once were let through.
    private func passed(_ attempt: @Sendable () throws -> Void) -> Int {
        let count = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            for _ in 0..<10_000 where (try? attempt()) != nil { count.add(1, ordering: .relaxed) }
        }
        return count.load(ordering: .relaxed)
    }

    @Test func aKeyHasOneBurst() {
        let clock = RisingClock()
        let turnstile = Turnstile(RequestLimits(keyRate: 200), clock: clock.now)

        #expect(passed { try turnstile.pass(keyID: "sleutel", peer: "192.0.2.1") } == 1_000)
    }

    @Test func anAddressHasOneBurst() {
        let clock = RisingClock()
        let turnstile = Turnstile(RequestLimits(addressRate: 50), clock: clock.now)

        #expect(passed { try turnstile.pass(keyID: nil, peer: "192.0.2.1") } == 500)
    }

    @Test func wrongKeysAreAllCounted() {
        let clock = RisingClock()
        let turnstile = Turnstile(RequestLimits(), clock: clock.now)

        #expect(passed { try turnstile.noteWrong("fout", at: .api, peer: "192.0.2.1") } == 5)
    }
}
