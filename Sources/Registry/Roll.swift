import Foundation

/// The codes or ids that entries of a list have had so far, however badly the rest of an entry is written.
struct Roll {
    private var names: Set<String> = []
    private var isLegible = true

    /// Takes down an entry's name, `nil` where it cannot be read.
    /// - Returns: Whether the name was new.
    mutating func add(_ name: String?) -> Bool {
        guard let name else {
            isLegible = false
            return true
        }
        return names.insert(name).inserted
    }

    /// Those of `expected` that certainly have no entry: none while the name of any entry cannot be read.
    func missing(of expected: [String]) -> [String] {
        isLegible ? expected.filter { !names.contains($0) } : []
    }
}
