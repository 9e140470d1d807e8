import Foundation

extension Profile {
    package var isMinor: Bool { age < 18 }

    /// Whether a circumstance makes an OMP place a normal candidate (rule R8).
    package var hasMultiProblemMark: Bool { !circumstances.isDisjoint(with: Circumstance.multiProblemMarks) }

    /// How many places of `unit` must be free together (contract section 4).
    package func placesNeeded(of unit: CapacityUnit) -> Int {
        let derived = household?.minimumPersons(children: children?.count ?? 0) ?? 1
        let people = persons ?? derived
        return switch unit {
        case .bed: people
        case .unit: household == .group ? people : 1
        }
    }
}
