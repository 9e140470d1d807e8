package import Foundation
import Synchronization

/// A directory of its own for one test, gone with the test; one that all tests share is gone with the process.
package final class TemporaryDirectory: Sendable {
    /// Not there yet: the first who writes makes it.
    package let path: String

    private static let left = Mutex<Set<String>>([])
    private static let cleansUp: Bool =
        atexit {
            for path in TemporaryDirectory.left.withLock(\.self) { try? FileManager.default.removeItem(atPath: path) }
        } == 0

    package init() {
        let path = Self.place + "opvangkaart-\(UUID().uuidString)"
        self.path = path
        if Self.cleansUp { Self.left.withLock { _ = $0.insert(path) } }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
        Self.left.withLock { [path] in _ = $0.remove(path) }
    }

    /// Where all of them are: in memory where there is room (they take five megabytes at a time), so that no test waits
    /// for a disk. What a disk does is tried from outside, on the program as it runs.
    private static let place: String = {
        let (own, memory) = (NSTemporaryDirectory(), "/dev/shm/")
        guard ProcessInfo.processInfo.environment["TMPDIR"] == nil, access(memory, W_OK) == 0,
            let free = try? FileManager.default.attributesOfFileSystem(forPath: memory)[.systemFreeSize] as? NSNumber,
            free.int64Value > 40_000_000
        else { return own }
        return memory
    }()
}

extension TemporaryDirectory {
    package var url: URL { URL(filePath: path, directoryHint: .isDirectory) }

    package func path(of name: String) -> String { path + "/" + name }

    /// Makes a folder in it, and itself with it.
    package func make(_ folder: String = "") throws {
        try FileManager.default.createDirectory(atPath: path(of: folder), withIntermediateDirectories: true)
    }

    package func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        try make()
        try Data(bytes).write(to: URL(filePath: path(of: name)))
    }

    package func write(_ text: String, to name: String) throws { try write(text.utf8, to: name) }

    package func bytes(of name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path(of: name))))
    }

    package func text(of name: String) throws -> String { String(decoding: try bytes(of: name), as: UTF8.self) }

    /// Puts other bytes in the same file, also for those who have it open.
    package func overwrite(_ name: String, with bytes: [UInt8]) throws {
        let handle = try FileHandle(forUpdating: URL(filePath: path(of: name)))
        defer { try? handle.close() }
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(bytes))
    }

    package func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

    /// The permission bits of a file, or of the directory itself for an empty name.
    package func mode(of name: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: name.isEmpty ? path : path(of: name))
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }
}
