import Dispatch
import Foundation

/// Leaves nothing behind when the run is ended by Ctrl-C or a request to terminate.
///
/// Processes with a lifeline end by themselves once this one is gone; `opvangkaart` has none and is asked to.
final class Interruption {
    private let sources: [any DispatchSourceSignal]

    init(removing folder: URL) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { @Sendable in
                Self.endStrangers()
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

    private static func endStrangers() {
        let own = program(of: getpid())
        for pid in ProcessUse.children(of: getpid()) where program(of: pid) != own { _ = kill(pid, SIGTERM) }
    }

    private static func program(of pid: Int32) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/exe")
    }
}
