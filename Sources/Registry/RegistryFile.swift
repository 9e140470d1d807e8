import Foundation
import Hashing
import JSONText

/// One file of the registry, read and taken apart, with what was wrong in it.
struct RegistryFile: Sendable {
    /// The path below the data directory.
    let name: String
    /// Of the bytes of the file, but for what is left out of it (see ``HiddenAreas``).
    let digest: SHA256Digest
    /// `nil` where the file could not be read or is not JSON.
    let root: JSONNode?
    private let obstacle: RegistryFault.Kind?

    init(name: String, in directory: URL) {
        self.name = name
        let url = directory.appending(path: name)
        guard FileManager.default.fileExists(atPath: url.path) else {
            (digest, root, obstacle) = (SHA256.digest(of: []), nil, .missing)
            return
        }
        guard let data = try? Data(contentsOf: url) else {
            (digest, root, obstacle) = (SHA256.digest(of: []), nil, .unreadable)
            return
        }
        let bytes = [UInt8](data)
        do {
            let parsed = try JSONParser.parse(bytes)
            (root, obstacle) = (parsed, nil)
            digest = SHA256.digest(of: HiddenAreas.removed(from: bytes, of: parsed))
        } catch {
            (root, obstacle) = (nil, .syntax(error, TextPosition(of: error.offset, in: bytes)))
            digest = SHA256.digest(of: bytes)
        }
    }

    /// Reads the document with `body`, unless there is none.
    func read<Value>(_ body: (JSONReader) -> Value?) -> FileReading<Value> {
        let found = InputFaults()
        let value = root.flatMap { body(JSONReader($0, faults: found)) }
        return FileReading(file: name, value: value, obstacle: obstacle, found: found.all)
    }

    /// All of `names`, read and taken apart side by side.
    static func all(_ names: [String], in directory: URL) -> [String: RegistryFile] {
        let files = SideBySide.map(names) { RegistryFile(name: $0, in: directory) }
        return Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
