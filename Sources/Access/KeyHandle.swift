import Foundation
import Hashing

/// Stands for an access key that somebody showed, so that it can be asked again whether it counts. It holds the hash
/// of the secret, never the secret.
package struct KeyHandle: Hashable, Sendable {
    let digest: SHA256Digest

    /// `nil` for what no key can be. Whether it is one is only known to ``KeyStore/principal(for:at:)``.
    package init?(token: String) {
        guard let digest = KeySecret.digest(of: token) else { return nil }
        self.digest = digest
    }

    init(digest: SHA256Digest) { self.digest = digest }
}
