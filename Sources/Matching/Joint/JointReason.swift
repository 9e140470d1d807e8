import Foundation

/// Why somebody of a group has no place in a joint placement.
package enum JointReason: Hashable, Sendable {
    /// No place fits at all.
    case nothingFits
    /// This many places are excluded for this reason.
    case excluded(Exclusion, services: Int)
    /// This many places fit, but nobody knows whether they are free.
    case callFirst(services: Int)
    /// This many places fit, but have too few free now.
    case full(services: Int)
    /// This many places are for later, or for when there is nothing else.
    case later(services: Int)
    /// There is help without a bed, which is no place.
    case helpWithoutBed(services: Int)
    /// Every place that fits goes to others of the group.
    case taken
    /// No place fits everybody of those who stay together.
    case noCommonPlace
    /// Places fit everybody of those who stay together, but none has so many free.
    case tooFewTogether(needed: Int)
    /// Somebody of those who stay together has no place, and they go together or not at all.
    case togetherWithUnplaced
    /// The places that have room are those of people who must be elsewhere.
    case apart
    /// The search ended before everything was compared.
    case notAllCompared

    /// `snake_case`, part of the interface; of an exclusion its own code.
    package var code: String {
        switch self {
        case .nothingFits: "nothing_fits"
        case .excluded(let exclusion, _): exclusion.code
        case .callFirst: "call_first"
        case .full: "full"
        case .later: "later"
        case .helpWithoutBed: "help_without_bed"
        case .taken: "taken"
        case .noCommonPlace: "no_common_place"
        case .tooFewTogether: "too_few_together"
        case .togetherWithUnplaced: "together_with_unplaced"
        case .apart: "apart"
        case .notAllCompared: "not_all_compared"
        }
    }
}
