import Foundation

/// A directory of its own for one test, gone with the test.
final class TemporaryDirectory: Sendable {
    /// Not there yet: the first who writes makes it.
    let path = NSTemporaryDirectory() + "opvangkaart-ledger-\(UUID().uuidString)"

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func path(of name: String) -> String { path + "/" + name }

    func bytes(of name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(of: name))))
    }

    func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: path(of: name)))
    }

    /// Puts other bytes in the same file, also for those who have it open.
    func overwrite(_ name: String, with bytes: [UInt8]) throws {
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path(of: name)))
        defer { try? handle.close() }
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(bytes))
    }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

    /// The permission bits of a file, or of the directory itself for an empty name.
    func mode(of name: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: name.isEmpty ? path : path(of: name))
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }
}
