import Foundation

/// Where a place stands in the answer, best first (domain section 5).
package enum Section: String, Code {
    package static let listName = "section"

    case fitsNow = "fits_now"
    case inConsultation = "in_consultation"
    case bridging
    case callFirst = "call_first"
    case ompReserve = "omp_reserve"
    case waiting
    case followUp = "follow_up"
    case fallback
}

extension Section {
    /// 1 for `fits_now` up to 8 for `fallback`.
    package var order: Int {
        switch self {
        case .fitsNow: 1
        case .inConsultation: 2
        case .bridging: 3
        case .callFirst: 4
        case .ompReserve: 5
        case .waiting: 6
        case .followUp: 7
        case .fallback: 8
        }
    }
}
