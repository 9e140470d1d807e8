import Dispatch
import Foundation
import Synchronization

/// Leaves nothing behind when the run is ended by Ctrl-C or a request to terminate.
///
/// All processes of the run are asked to end and waited for, so that none writes into the folder while it is removed.
final class Interruption {
    private let sources: [any DispatchSourceSignal]
    private let progress = Progress()

    init(removing folder: URL) {
        sources = [SIGINT, SIGTERM].map { [progress] number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { @Sendable in
                progress.hasBegun.store(true, ordering: .sequentiallyConsistent)
                Self.endChildren()
                try? FileManager.default.removeItem(at: folder)
                exit(128 + number)
            }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }

    /// Lets a run that fails because its processes were ended wait for its own end; returns when it failed by itself.
    func waitIfBegun() {
        while progress.hasBegun.load(ordering: .sequentiallyConsistent) { sleep(1) }
    }

    private static func endChildren() {
        for pid in ProcessUse.children(of: getpid()) { _ = kill(pid, SIGTERM) }
        for _ in 0..<500 where ProcessUse.children(of: getpid()).contains(where: ProcessUse.isAlive) { usleep(10_000) }
    }

    private final class Progress: Sendable {
        let hasBegun = Atomic(false)
    }
}
