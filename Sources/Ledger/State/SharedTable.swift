import Foundation

/// A dictionary whose copies share what did not change since.
///
/// A dictionary of the standard library is copied whole by the first change after a copy was taken, and the ledger
/// gives out a picture of itself after every batch. Here the pairs lie in small dictionaries, chosen by the hash of
/// the key, and only those that change are copied.
struct SharedTable<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private var buckets: [[Key: Value]] = Array(repeating: [:], count: partCount)
    private(set) var count = 0

    subscript(key: Key) -> Value? {
        get { buckets[Self.bucket(of: key)][key] }
        set {
            let bucket = Self.bucket(of: key)
            let before = buckets[bucket].count
            buckets[bucket][key] = newValue
            count += buckets[bucket].count - before
        }
    }

    /// All pairs, in no order.
    var pairs: some Sequence<(key: Key, value: Value)> { buckets.lazy.joined() }

    var values: some Sequence<Value> { buckets.lazy.flatMap(\.values) }

    var isEmpty: Bool { count == 0 }

    private static func bucket(of key: Key) -> Int {
        Int(truncatingIfNeeded: UInt(bitPattern: key.hashValue) % UInt(partCount))
    }

    /// In how many dictionaries the pairs lie.
    static var partCount: Int { 256 }

    /// In which of them `key` lies.
    func part(of key: Key) -> Int { Self.bucket(of: key) }

    /// The values of one of them; none where there is no such part.
    func values(inPart part: Int) -> some Sequence<Value> {
        (buckets.indices.contains(part) ? buckets[part] : [:]).values
    }
}

extension SharedTable: Equatable where Value: Equatable {}
