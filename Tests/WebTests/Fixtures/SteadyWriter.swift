import Dispatch
import Foundation
import Ledger
import Synchronization

/// Writes one report after the other on a thread of its own, until it is told to stop.
final class SteadyWriter: Sendable {
    private let ledger: Ledger
    private let isOver = Mutex(false)
    private let count = Mutex(0)
    private let ended = DispatchSemaphore(value: 0)

    init(_ ledger: Ledger) {
        self.ledger = ledger
        Thread { [self] in
            while !isOver.withLock(\.self), (try? ledger.keep(.report(written))) != nil { count.withLock { $0 += 1 } }
            isOver.withLock { $0 = true }
            ended.signal()
        }.start()
    }

    /// How many were acknowledged.
    var written: Int { count.withLock(\.self) }

    /// Waits until so many were; a write that fails ends it.
    func reach(_ count: Int) {
        while written < count, !isOver.withLock(\.self) { sched_yield() }
    }

    /// Ends the writing, and the ledger.
    func stop() {
        isOver.withLock { $0 = true }
        ended.wait()
        ledger.close()
    }
}
