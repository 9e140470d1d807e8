import Foundation
import JSONText

/// What one file gave: its value, and everything wrong in it.
struct FileReading<Value> {
    let file: String
    let value: Value?
    let obstacle: RegistryFault.Kind?
    var found: [InputFault]

    /// In the order of their places.
    var faults: [RegistryFault] {
        if let obstacle { return [RegistryFault(file: file, kind: obstacle)] }
        let ordered = found.sorted { $0.offset < $1.offset }
        return ordered.map { RegistryFault(file: file, kind: .input($0)) }
    }
}

extension FileReading: Sendable where Value: Sendable {}
