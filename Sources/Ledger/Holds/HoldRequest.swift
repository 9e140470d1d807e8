package import Domain
import Foundation
package import Hashing

/// What somebody asks for who wants places kept.
package struct HoldRequest: Hashable, Sendable {
    package let service: ServiceID
    /// From 1.
    package let places: Int
    /// How far the count of this service may be relied on.
    package let limits: FreshnessLimits
    /// Whether the service takes people at all, as far as the registry says.
    package let isOpen: Bool
    /// What names this request where it is sent again; only its hash is kept.
    package let idempotency: SHA256Digest?

    /// - Parameter idempotencyKey: the text of the header field, together with the key id of the holder the name
    ///   of the request.
    package init(
        service: ServiceID, places: Int, limits: FreshnessLimits, isOpen: Bool = true, idempotencyKey: String? = nil,
        by holder: Actor
    ) {
        (self.service, self.places, self.limits, self.isOpen) = (service, places, limits, isOpen)
        idempotency = idempotencyKey.map { SHA256.digest(of: Array("\(holder.keyID)\n\($0)".utf8)) }
    }
}
