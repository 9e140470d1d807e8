import Foundation

/// What a record says has happened to its service. A new kind of record is a new case.
enum Change: Hashable, Sendable {
    case capacityReported(CapacityStatement)
    case capacityConfirmed
}
