import Domain
import Foundation

/// What can be said of the free places of one service: told by word, sign and colour together, and never "free" on an
/// old count (feature F07; screens, visual language).
///
/// The raw value is the end of the class in the style sheet, by which scripts know what a page said before.
enum CountState: String, Hashable, Sendable {
    case free
    case nearlyFull = "few"
    case full
    /// There is a count, and it is too old to be shown.
    case callFirst = "stale"
    case closed
    case unknown

    /// Whether somebody can be placed now, as far as is known.
    var isOpen: Bool { self == .free || self == .nearlyFull }

    /// - Parameter view: as the reader of the page may see it; who may see no counts is told that nothing is known.
    init(of view: ServiceView) {
        if view.status != .active || view.capacity?.isPaused == true {
            self = .closed
        } else if let freshness = view.freshness, let capacity = view.capacity, let free = capacity.free {
            guard freshness.isReliable else {
                self = .callFirst
                return
            }
            // One in five or fewer is left.
            let isNearlyFull = capacity.total.map { free * 5 <= $0 } ?? false
            self = free == 0 ? .full : isNearlyFull ? .nearlyFull : .free
        } else {
            self = .unknown
        }
    }

    /// Stands beside the words, never alone.
    var sign: String {
        switch self {
        case .free: "✓"
        case .nearlyFull: "◔"
        case .full: "–"
        case .callFirst: "◷"
        case .closed: "▮"
        case .unknown: "?"
        }
    }

    func label(_ say: Words) -> String {
        switch self {
        case .free: say("Vrij", "Free")
        case .nearlyFull: say("Bijna vol", "Nearly full")
        case .full: say("Vol", "Full")
        case .callFirst: say("Eerst bellen", "Call first")
        case .closed: say("Gesloten", "Closed")
        case .unknown: say("Onbekend", "Unknown")
        }
    }
}
