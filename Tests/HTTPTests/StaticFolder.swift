import Foundation
import TestTools
import Testing

@testable import HTTP

/// A folder for one test, with a file beside it that must never be found.
final class StaticFolder {
    /// The moment at which files are read; what is written was last changed an hour before.
    static let readAt = 1_773_144_000
    static let modifiedAt = readAt - 3600
    static let modifiedText = "Tue, 10 Mar 2026 11:00:00 GMT"

    private let root = TemporaryDirectory()
    var path: String { root.path(of: "public") }

    /// - Parameter files: contents by path in the folder.
    init(_ files: KeyValuePairs<String, String> = [:]) throws {
        try write([UInt8]("secret"), to: "../outside.txt")
        for (path, text) in files { try write([UInt8](text), to: path) }
    }

    func write(_ content: [UInt8], to path: String, modifiedAt: Int = StaticFolder.modifiedAt) throws {
        let file = self.file(path)
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(content).write(to: URL(fileURLWithPath: file))
        let date = Date(timeIntervalSince1970: TimeInterval(modifiedAt))
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file)
    }

    /// - Parameter target: seen from the folder.
    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: file(path), withDestinationPath: file(target))
    }

    func file(_ path: String) -> String { self.path + "/" + path }

    func read(maximumBytes: Int = 1 << 20) throws -> StaticFiles {
        try StaticFiles(folder: path, maximumBytes: maximumBytes, readAt: Self.readAt)
    }

    /// A gzip file of stored blocks: larger than `content`, and valid.
    static func gzip(_ content: [UInt8]) -> [UInt8] {
        func littleEndian(_ number: UInt32, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
        }
        let count = UInt32(content.count)
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 1] + littleEndian(count, 2) + littleEndian(~count, 2) + content
            + littleEndian(GzipTrailer.checksum(content), 4) + littleEndian(count, 4)
    }
}

extension StaticFiles {
    /// The answer to a path without escapes.
    func answer(_ path: String, _ fields: Fields = [:], method: HTTP.Method = .get) -> Response? {
        let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        return response(to: Request(method: method, path: path, segments: segments, fields: fields, id: UUID()))
    }
}
