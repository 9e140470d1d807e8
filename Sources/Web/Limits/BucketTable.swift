/// A bucket for each key, see ``Bucket`` and ``BoundedTable``.
struct BucketTable<Key: Hashable & Sendable>: Sendable {
    private let pace: Bucket.Pace
    private var buckets: BoundedTable<Key, Bucket>

    /// - Parameter most: buckets at a time that are not full.
    init(_ pace: Bucket.Pace, most: Int) { (self.pace, buckets) = (pace, BoundedTable(most: most)) }

    /// Takes a token of `key`: 0, or how long until there is one, in nanoseconds.
    mutating func take(_ key: Key, at now: Int64) -> Int64 {
        buckets.update(key, fresh: Bucket(), at: now) { [pace] bucket in bucket.take(pace, at: now) }
    }

    var count: Int { buckets.count }
}
