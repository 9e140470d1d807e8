package import Foundation

extension KeyStore {
    /// When the keys were last used, by their ids, in whole minutes: as far as a server has written it down.
    package func lastUses() -> [String: Date] {
        KeyUseFile(beside: file).read().mapValues { Date(timeIntervalSince1970: Double($0) * 60) }
    }

    /// Writes down when the keys were last used. Does nothing where the file says so already, and forgets keys that
    /// are gone.
    ///
    /// For the one process that serves this directory. Where it fails the next time may do better; nothing else is lost.
    package func keepUses() throws(KeyStoreError) {
        let used = uses.all
        guard !used.isEmpty else { return }
        let place = KeyUseFile(beside: file)
        let written = place.read()
        let ids = Set(try file.read().keys.map(\.id))
        let all = written.merging(used) { max($0, $1) }.filter { ids.contains($0.key) }
        if all != written { try place.write(all) }
    }
}
