import Domain
import Foundation

/// Section and ranking keys of one place in two words: the smaller pair stands higher, as with ``RankingKeys``.
///
/// From the highest bit on: section 4, safety 1, conditions 6, wishes 6, continuity 1, restriction 2, specialisation 7,
/// region 1, over-security 3, wait 33; then freshness 26, scarcity 8, row 30. Rows are by id.
struct PackedKeys: Hashable, Sendable, Comparable {
    private(set) var high: UInt64
    private(set) var low: UInt64

    /// What the fields of one place are; all within the bits above.
    struct Fields {
        var section: UInt8
        var safety: Bool
        var conditions: Int
        var wishes: Int
        var continuity: Bool
        var restriction: UInt8
        var specialisation: Int
        var isInRegion: Bool
        /// Levels above what is needed, from -3 to 3.
        var overSecurity: Int
        /// `nil` where it is not known.
        var wait: Int?
        var freshness: Int?
        var row: Int
    }

    @inline(__always)
    init(_ fields: Fields) {
        var high = UInt64(fields.section)
        high = high << 1 | (fields.safety ? 1 : 0)
        high = high << 6 | UInt64(truncatingIfNeeded: fields.conditions)
        high = high << 6 | UInt64(truncatingIfNeeded: 63 - fields.wishes)
        high = high << 1 | (fields.continuity ? 1 : 0)
        high = high << 2 | UInt64(fields.restriction)
        high = high << 7 | UInt64(truncatingIfNeeded: 127 - fields.specialisation)
        high = high << 1 | (fields.isInRegion ? 0 : 1)
        high = high << 3 | UInt64(truncatingIfNeeded: 3 + fields.overSecurity)
        high = high << 33 | UInt64(truncatingIfNeeded: min(fields.wait ?? Self.noWait, Self.noWait))
        self.high = high
        let hours = UInt64(truncatingIfNeeded: min(fields.freshness ?? Self.noHours, Self.noHours))
        low = hours << 38 | UInt64(truncatingIfNeeded: fields.row)
    }

    private static let noWait = 1 << 33 - 1
    private static let noHours = 1 << 26 - 1

    @inline(__always)
    static func < (left: Self, right: Self) -> Bool {
        left.high != right.high ? left.high < right.high : left.low < right.low
    }

    var row: Int { Int(truncatingIfNeeded: low & (1 << 30 - 1)) }

    var sectionOrder: Int { Int(truncatingIfNeeded: high >> 60) }

    /// How many others need the place (see ``Scarcity``), 0 to 255: the last key before the id.
    var scarcity: Int {
        get { Int(truncatingIfNeeded: low >> 30 & 255) }
        set { low = low & ~(255 << 30) | UInt64(truncatingIfNeeded: min(255, max(0, newValue))) << 30 }
    }

    /// The keys written out again.
    func keys(id: ServiceID) -> RankingKeys {
        func field(_ shift: UInt64, _ width: UInt64) -> Int {
            Int(truncatingIfNeeded: high >> shift & (1 << width - 1))
        }
        let (wait, hours) = (field(0, 33), Int(truncatingIfNeeded: low >> 38))
        return RankingKeys(
            safety: field(59, 1), conditions: field(53, 6), wishes: field(47, 6) - 63, continuity: field(46, 1),
            restriction: field(44, 2), specialisation: field(37, 7) - 127, region: field(36, 1),
            overSecurity: field(33, 3) - 3, wait: wait == Self.noWait ? .max : wait,
            freshness: hours == Self.noHours ? .max : hours, id: id)
    }
}

/// The best so many of what is offered: a heap with the worst of them on top.
struct BestOf {
    private let most: Int
    private var heap: [PackedKeys] = []

    /// - Parameter most: 0 keeps nothing.
    init(_ most: Int) {
        self.most = most
        heap.reserveCapacity(min(most, 128))
    }

    @inline(__always)
    mutating func offer(_ keys: PackedKeys) {
        if heap.count < most {
            heap.append(keys)
            rise(heap.count - 1)
        } else if let worst = heap.first, keys < worst {
            heap[0] = keys
            sink()
        }
    }

    /// How many more are kept whatever they are; then a better one may still push out another.
    var room: Int { max(0, most - heap.count) }
    var isFull: Bool { room == 0 }

    /// Best first.
    var sorted: [PackedKeys] { heap.sorted() }

    private mutating func rise(_ start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[parent] < heap[child] else { return }
            heap.swapAt(parent, child)
            child = parent
        }
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < heap.count else { return }
            if child + 1 < heap.count, heap[child] < heap[child + 1] { child += 1 }
            guard heap[parent] < heap[child] else { return }
            heap.swapAt(parent, child)
            parent = child
        }
    }
}
