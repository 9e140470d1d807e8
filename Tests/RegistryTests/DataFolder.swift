import Domain
import Foundation
import Registry
import TestTools

/// A data directory of its own for one test, gone with the test.
final class DataFolder: Sendable {
    private let directory = TemporaryDirectory()
    var url: URL { directory.url }

    /// 2026-11-20T08:00:00Z.
    static let now = Date(timeIntervalSince1970: 1_795_161_600)

    init(_ files: [String: [UInt8]]) throws {
        try directory.make("provinces")
        for (name, bytes) in files { try write(bytes, to: name) }
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: url.appending(path: name))
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(at: url.appending(path: name)) }

    func load(at now: Date = DataFolder.now) throws(RegistryFaults) -> Registry {
        try RegistryLoader(directory: url, now: now).load()
    }

    /// What the loader says, one line for each fault: `file#/pointer code` or `file:line:column code`.
    var faults: [String] {
        do {
            _ = try load()
            return []
        } catch {
            return error.faults.map(\.short)
        }
    }
}
