import Foundation
import Hashing

extension KeyStore {
    /// The keys of the file that somebody may know who does not hold them, whatever else is wrong with it: those that
    /// count and have one of `secrets`, and those whose id begins with `prefix`.
    ///
    /// - Returns: their ids, as they stand there.
    package static func knownKeys(directory: String, secrets: [String], prefix: String) -> [String] {
        struct Contents: Decodable {
            let keys: [Key]
            struct Key: Decodable {
                let id: String?
                let digest: String?
                let revokedAt: String?
            }
        }
        let digests = Set(secrets.map { SHA256.digest(of: Array($0.utf8)).hex })
        guard let bytes = try? KeyFile(directory: directory).contents(of: fileName)?.bytes,
            let contents = try? JSONDecoder().decode(Contents.self, from: Data(bytes))
        else { return [] }
        return contents.keys.filter { key in
            key.id?.hasPrefix(prefix) == true
                || key.revokedAt == nil && key.digest.map { digests.contains($0.lowercased()) } == true
        }.map { $0.id ?? "" }
    }
}
