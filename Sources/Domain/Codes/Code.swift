import Foundation

/// A closed list of stable `snake_case` codes of the vocabulary.
///
/// The raw value is what files, requests and answers carry; it is never
/// reused for another meaning. Label and definition in Dutch and English live
/// in `Data/code-lists.json` and are checked complete against the type when
/// the registry is loaded (feature F24).
package protocol Code: RawRepresentable<String>, CaseIterable, Hashable, Sendable, Comparable {
    /// The name under which the list is published, such as `shelterKind`.
    static var listName: String { get }
}

extension Code {
    /// Byte order of the codes, so that lists print the same on every machine.
    package static func < (left: Self, right: Self) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }

    /// The standard library hashes an enum with a raw value by that value, here a string, and sets of codes are looked
    /// into in every rule. A case without a payload is one byte, and the same case is the same byte.
    package func hash(into hasher: inout Hasher) {
        withUnsafeBytes(of: self) { hasher.combine(bytes: $0) }
    }

    /// Its place in `allCases`, from 0: which bit stands for it in a set of bits.
    ///
    /// A case without a payload is stored as that number (a list of one case as nothing at all); a test holds every
    /// list against `allCases`.
    package var number: Int { withUnsafeBytes(of: self) { $0.first.map(Int.init) ?? 0 } }
}
