import Foundation
import Synchronization

/// A directory of its own for one test, gone with the test; one that all tests share is gone with the process.
final class TemporaryDirectory: Sendable {
    /// Not there yet: the first who writes makes it.
    let path: String

    private static let left = Mutex<Set<String>>([])
    private static let cleansUp: Bool =
        atexit {
            for path in TemporaryDirectory.left.withLock(\.self) { try? FileManager.default.removeItem(atPath: path) }
        } == 0

    init() {
        let path = NSTemporaryDirectory() + "opvangkaart-web-\(UUID().uuidString)"
        self.path = path
        if Self.cleansUp { Self.left.withLock { _ = $0.insert(path) } }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
        Self.left.withLock { [path] in _ = $0.remove(path) }
    }

    func path(of name: String) -> String { path + "/" + name }

    func make(_ folder: String) throws {
        try FileManager.default.createDirectory(atPath: path(of: folder), withIntermediateDirectories: true)
    }

    func write(_ text: String, to name: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: path(of: name)))
    }

    func text(of name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path(of: name))), as: UTF8.self)
    }
}
