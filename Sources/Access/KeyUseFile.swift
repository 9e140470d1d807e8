import Domain
import Foundation

/// The file that says when each key was last used. Whoever loses it loses nothing else.
///
/// Invariant: only the server of the state directory writes it, and it replaces the file whole.
struct KeyUseFile: Sendable {
    private let place: KeyFile

    static let name = "key-use.json"

    private struct Contents: Codable {
        let version: Int
        /// Key ids, and moments in whole minutes.
        let uses: [String: String]
    }

    init(beside file: KeyFile) { place = file }

    /// Minutes since 1970. What cannot be read is as good as nothing.
    func read() -> [String: Int] {
        guard let bytes = try? place.contents(of: Self.name)?.bytes,
            let contents = try? JSONDecoder().decode(Contents.self, from: Data(bytes)), contents.version == 1
        else { return [:] }
        return contents.uses.filter { KeyID.isWellFormed($0.key) }
            .compactMapValues { Timestamp.date($0).flatMap(KeyUses.minute) }
    }

    func write(_ minutes: [String: Int]) throws(KeyStoreError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        let uses = minutes.mapValues { Timestamp.text(Date(timeIntervalSince1970: Double($0) * 60)) }
        guard let data = try? encoder.encode(Contents(version: 1, uses: uses)) else {
            throw .system(call: "encode", code: EINVAL)
        }
        try place.swap(in: data + [UInt8(ascii: "\n")], as: Self.name)
    }
}
