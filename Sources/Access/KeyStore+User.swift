package import Foundation
import Hashing

extension KeyStore {
    /// Until keys have a user of their own: the one whose name it is.
    package func handle(forUser user: String, at moment: Date) -> KeyHandle? {
        current().keys.last { $0.name == user }.flatMap { KeyHandle(digest: $0.digest) }
    }
}

extension KeyHandle {
    fileprivate init?(digest: SHA256Digest) { self.digest = digest }
}
