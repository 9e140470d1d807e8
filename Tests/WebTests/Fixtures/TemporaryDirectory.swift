import Foundation

/// A directory of its own for one test, gone with the test.
final class TemporaryDirectory: Sendable {
    /// Not there yet: the first who writes makes it.
    let path = NSTemporaryDirectory() + "opvangkaart-web-\(UUID().uuidString)"

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func path(of name: String) -> String { path + "/" + name }

    func write(_ text: String, to name: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: path(of: name)))
    }

    func text(of name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path(of: name))), as: UTF8.self)
    }
}
