import Foundation
import Synchronization

/// Holds the document for the route that gives it: it is made of all routes, that one included, and only when
/// somebody first asks, so that it costs the start nothing.
final class OpenAPIBox: Sendable {
    private enum Content {
        case nothing
        case routes([Route])
        case made([UInt8])
    }

    private let content = Mutex<Content>(.nothing)

    func fill(with routes: [Route]) {
        content.withLock { $0 = .routes(routes) }
    }

    func bytes() throws -> [UInt8] {
        try content.withLock { content in
            switch content {
            case .nothing: return []
            case .made(let bytes): return bytes
            case .routes(let routes):
                let bytes = try OpenAPIDocument.bytes(of: routes)
                content = .made(bytes)
                return bytes
            }
        }
    }
}
