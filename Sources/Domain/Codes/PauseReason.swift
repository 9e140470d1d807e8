import Foundation

/// Why a shelter takes nobody for now: one code, never a text (screen S11).
package enum PauseReason: String, Code {
    package static let listName = "pauseReason"

    case staffing
    case illness
    case safety
    case building
    case groupMix = "group_mix"
    case other
}
