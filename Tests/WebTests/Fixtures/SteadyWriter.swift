import Dispatch
import Foundation
import Ledger
import Synchronization

/// Writes reports one after the other on a thread of its own, as many as it is allowed.
final class SteadyWriter: Sendable {
    private let ledger: Ledger
    private let isOver = Mutex(false)
    private let count = Mutex(0)
    private let allowed = Mutex(0)
    private let permits = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    init(_ ledger: Ledger) {
        self.ledger = ledger
        Thread { [self] in
            permits.wait()
            while !hasAll, (try? ledger.keep(.report(written))) != nil {
                count.withLock { $0 += 1 }
                permits.wait()
            }
            ended.signal()
        }.start()
    }

    /// How many were acknowledged.
    var written: Int { count.withLock(\.self) }

    private var hasAll: Bool { isOver.withLock(\.self) && written >= allowed.withLock(\.self) }

    /// Lets it go on for so many reports more, and does not wait for them.
    func allow(_ count: Int) {
        allowed.withLock { $0 += count }
        for _ in 0..<count { permits.signal() }
    }

    /// Waits for what was allowed, and ends the ledger.
    func stop() {
        isOver.withLock { $0 = true }
        permits.signal()
        ended.wait()
        ledger.close()
    }
}
