import Dispatch
import Foundation
import Hashing
import JSONText
import Synchronization

/// One file of the registry, read and taken apart, with what was wrong in it.
struct RegistryFile: Sendable {
    /// The path below the data directory.
    let name: String
    /// Of the bytes of the file.
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
        digest = SHA256.digest(of: bytes)
        do {
            root = try JSONParser.parse(bytes)
            obstacle = nil
        } catch {
            root = nil
            obstacle = .syntax(error, TextPosition(of: error.offset, in: bytes))
        }
    }

    /// Reads the document with `body`, unless there is none; everything wrong in the file goes to `faults`.
    func read<Value>(_ faults: inout [RegistryFault], _ body: (JSONReader) -> Value?) -> Value? {
        if let obstacle { faults.append(RegistryFault(file: name, kind: obstacle)) }
        guard let root else { return nil }
        let found = InputFaults()
        let value = body(JSONReader(root, faults: found))
        let ordered = found.all.sorted { $0.offset < $1.offset }
        faults += ordered.map { RegistryFault(file: name, kind: .input($0)) }
        return value
    }

    /// All of `names`, read and taken apart side by side.
    static func all(_ names: [String], in directory: URL) -> [String: RegistryFile] {
        let files = Mutex<[String: RegistryFile]>([:])
        DispatchQueue.concurrentPerform(iterations: names.count) { index in
            let file = RegistryFile(name: names[index], in: directory)
            files.withLock { $0[file.name] = file }
        }
        return files.withLock { $0 }
    }
}
