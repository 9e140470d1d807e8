package import Domain
import Foundation

/// A service with what is known of its free places at one moment. A reference, because every search walks all.
package final class Place: Sendable {
    package let service: Service
    /// The live count; `nil` where nobody ever gave one, and for help without a bed.
    package let capacity: Capacity?
    /// Where the service stands in its ``ServiceTable``; `nil` outside of one.
    package let row: Int?

    package init(service: Service, capacity: Capacity? = nil, row: Int? = nil) {
        (self.service, self.capacity, self.row) = (service, capacity, row)
    }

    /// Whether a search may answer with this service at all (contract section 4, "Who takes part").
    package static func takesPart(_ service: Service) -> Bool {
        if service.offersPerpetratorHelp || service.status == .ended { return false }
        guard let kind = service.shelterKind else { return service.helpKinds.contains(.ambulatorySupport) }
        return !kind.isNeverAResult
    }
}
