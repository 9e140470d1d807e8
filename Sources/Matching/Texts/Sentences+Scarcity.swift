import Foundation

extension Sentences {
    /// How many others only this place could take.
    package func text(ofOthersNeeding count: Int) -> String {
        switch count {
        case 0: say("Voor geen ander profiel is dit de enige plek.", "This is the only place for no other profile.")
        case 1: say("Voor 1 ander profiel is dit de enige plek.", "This is the only place for 1 other profile.")
        default:
            say(
                "Voor \(count) andere profielen is dit de enige plek.",
                "This is the only place for \(count) other profiles.")
        }
    }
}
