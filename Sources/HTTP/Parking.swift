import Dispatch
import Foundation

/// Waits for one quiet socket at no cost to the loop it came from: a dispatch source, used once.
final class Parking {
    private let source: any DispatchSourceRead

    /// - Parameter left: called once on `queue`, when there is something to read or after ``leave()``; only then may
    ///   the descriptor be closed.
    init(descriptor: Int32, queue: DispatchQueue, left: @escaping @Sendable () -> Void) {
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler { source.cancel() }
        source.setCancelHandler(handler: left)
        self.source = source
        source.resume()
    }

    /// Ends the waiting, soon.
    func leave() { source.cancel() }
}
