import Foundation
import Synchronization

/// Lets an actor live on one thread that otherwise waits for sockets: work for the actor is put in an inbox, and the
/// thread takes it out between two looks at its sockets.
final class LoopExecutor: SerialExecutor {
    typealias Work = @Sendable () -> Void

    let bell: Bell
    /// `nil` once the thread has ended, and takes no more.
    private let inbox = Mutex<[Work]?>([])
    /// Whether the thread waits, or is about to: only then work must ring the bell.
    private let isAsleep = Atomic(false)
    private let thread = Atomic<UInt>(0)

    init() throws(ServerError) { bell = try Bell() }

    /// Runs `turn` on a new thread again and again, until it is false.
    func start(name: String, turn: @escaping @Sendable () -> Bool) {
        let thread = Thread {
            self.thread.store(UInt(pthread_self()), ordering: .relaxed)
            while turn() {}
            self.end()
        }
        thread.name = name
        thread.start()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    /// From any thread, also before ``start(name:turn:)``; false when the thread has ended, and `work` will not be done.
    @discardableResult
    func async(_ work: @escaping Work) -> Bool {
        guard inbox.withLock({ $0?.append(work) }) != nil else { return false }
        if isAsleep.exchange(false, ordering: .sequentiallyConsistent) { bell.ring() }
        return true
    }

    /// Announces that the thread is about to wait; false when there is work, and it must not.
    func fallAsleep() -> Bool {
        isAsleep.store(true, ordering: .sequentiallyConsistent)
        if inbox.withLock({ $0?.isEmpty ?? true }) { return true }
        isAsleep.store(false, ordering: .sequentiallyConsistent)
        return false
    }

    func wakeUp() { isAsleep.store(false, ordering: .sequentiallyConsistent) }

    /// Does the work that was waiting; what comes meanwhile is for the next turn.
    func runWaiting() {
        let waiting = inbox.withLock { inbox in
            defer { inbox = [] }
            return inbox
        }
        for work in waiting ?? [] { work() }
    }

    private func end() {
        let waiting = inbox.withLock { $0.take() }
        for work in waiting ?? [] { work() }
    }

    func checkIsolated() { precondition(isOnThread, "not on the thread of this loop") }

    func isIsolatingCurrentContext() -> Bool? { isOnThread }

    private var isOnThread: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }
}
