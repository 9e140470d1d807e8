import Dispatch

/// Lets an actor live on a serial dispatch queue, so that the queue's event handlers run isolated to it.
final class QueueExecutor: SerialExecutor {
    let queue: DispatchQueue

    init(label: String) { queue = DispatchQueue(label: label) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func checkIsolated() { dispatchPrecondition(condition: .onQueue(queue)) }

    /// Cheaper than ``checkIsolated()`` for the runtime; stops the program where the answer would be no.
    func isIsolatingCurrentContext() -> Bool? {
        dispatchPrecondition(condition: .onQueue(queue))
        return true
    }
}
