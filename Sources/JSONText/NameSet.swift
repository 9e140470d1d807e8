import Foundation

/// The names one object has had so far. Most objects have few, and looking along a few is quicker than hashing;
/// an object with many must not cost the square of it.
struct NameSet {
    private var few: [String] = []
    private var many: Set<ExactName> = []

    private static let most = 32

    /// Whether the name was new.
    mutating func insert(_ name: String) -> Bool {
        if !many.isEmpty { return many.insert(ExactName(name)).inserted }
        if few.contains(where: { $0.isWritten(as: name) }) { return false }
        few.append(name)
        if few.count > Self.most { many = Set(few.map(ExactName.init)) }
        return true
    }
}
