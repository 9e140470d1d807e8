package import Domain
import Foundation

/// What one record did to the count of one service: what stood and what stands.
///
/// It says all of both, so that a record is understood without those before it: by whoever reads the history, by a
/// listener that comes back, and where a record before it is lost.
package struct CapacityChange: Hashable, Sendable {
    package let service: ServiceID
    /// The version that stands afterwards.
    package let version: Int
    package let before: CapacityFigures
    package let after: CapacityFigures

    init(service: ServiceID, version: Int, before: CapacityFigures, after: CapacityFigures) {
        (self.service, self.version, self.before, self.after) = (service, version, before, after)
    }
}
