import Foundation
import Synchronization

/// Holds the document for the route that gives it: the document is made of all routes, that one included.
final class OpenAPIBox: Sendable {
    private let made = Mutex<[UInt8]>([])

    var bytes: [UInt8] { made.withLock { $0 } }

    func fill(with bytes: [UInt8]) { made.withLock { $0 = bytes } }
}
