import Foundation

extension Sentences {
    /// How many others only this place could take.
    package func text(ofOthersNeeding count: Int) -> String {
        switch count {
        case 0: "Voor geen ander profiel is dit de enige plek."
        case 1: "Voor 1 ander profiel is dit de enige plek."
        default: "Voor \(count) andere profielen is dit de enige plek."
        }
    }
}
