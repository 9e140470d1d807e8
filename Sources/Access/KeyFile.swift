import Foundation

/// The file with all keys, which is only ever replaced as a whole.
///
/// Readers need no lock: they see the file before or after a change, never half of it.
struct KeyFile: Sendable {
    let directory: String

    static let name = "keys.json"

    /// What the file holds, one JSON object.
    private struct Contents: Codable {
        let version: Int
        let keys: [AccessKey]
    }

    var path: String { path(of: Self.name) }

    /// The keys in the order in which they were issued, and which version of the file they stand in.
    /// No file means no keys, and no version.
    func read() throws(KeyStoreError) -> (keys: [AccessKey], identity: FileIdentity?) {
        guard let (bytes, identity) = try contents(of: Self.name) else { return ([], nil) }
        return (try Self.keys(in: bytes), identity)
    }

    /// All bytes of the file, once they were found right, and how many keys they have; `nil` where there is no file.
    func checkedBytes() throws(KeyStoreError) -> (bytes: [UInt8], count: Int)? {
        guard let (bytes, _) = try contents(of: Self.name) else { return nil }
        return (bytes, try Self.keys(in: bytes).count)
    }

    /// All bytes of a file of the directory; `nil` where there is none.
    func contents(of name: String) throws(KeyStoreError) -> (bytes: [UInt8], identity: FileIdentity)? {
        let descriptor = Foundation.open(path(of: name), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code = errno
            guard code == ENOENT || code == ENOTDIR else { throw .system(call: "open", code: code) }
            return nil
        }
        defer { _ = close(descriptor) }
        let identity = try FileIdentity.of(descriptor)
        return (try Self.bytes(of: descriptor), identity)
    }

    /// Changes the keys and replaces the file, while nobody else does. Returns once the disk has it.
    func update<Value>(
        _ change: (inout [AccessKey]) throws(KeyStoreError) -> Value
    ) throws(KeyStoreError) -> Value {
        try makeDirectory()
        let lock = try open("keys.lock", O_RDWR | O_CREAT)
        defer { _ = close(lock) }
        try check("flock") { flock(lock, LOCK_EX) }
        var keys = try read().keys
        let value = try change(&keys)
        try swap(in: try Self.bytes(for: keys), as: Self.name)
        return value
    }

    private static func bytes(for keys: [AccessKey]) throws(KeyStoreError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        guard let data = try? encoder.encode(Contents(version: 1, keys: keys)) else {
            throw .system(call: "encode", code: EINVAL)
        }
        return data + [UInt8(ascii: "\n")]
    }

    private static func keys(in bytes: [UInt8]) throws(KeyStoreError) -> [AccessKey] {
        let contents: Contents
        do {
            contents = try JSONDecoder().decode(Contents.self, from: Data(bytes))
        } catch let wrong as WrongField {
            throw .damaged(file: name, field: wrong.name)
        } catch DecodingError.keyNotFound(let key, _) {
            throw .damaged(file: name, field: key.stringValue)
        } catch {
            throw .damaged(file: name, field: nil)
        }
        guard contents.version == 1 else { throw .damaged(file: name, field: "version") }
        guard Set(contents.keys.map(\.id)).count == contents.keys.count else { throw .damaged(file: name, field: "id") }
        guard Set(contents.keys.map(\.digest)).count == contents.keys.count else {
            throw .damaged(file: name, field: "digest")
        }
        return contents.keys
    }
}
