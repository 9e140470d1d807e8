import Foundation

/// From figures to at most five shades, the lightest for none: what a map is coloured by. The legend says in words
/// which figures each shade stands for.
struct MapScale: Sendable {
    /// The figures of each shade above 0, from the lightest on; both ends included.
    let ranges: [ClosedRange<Int>]
    /// Whether some figure is 0, which has a shade of its own.
    let hasNone: Bool

    static let mostShades = 4

    /// - Parameter figures: those of all areas; the shades hold about as many areas each.
    init(_ figures: [Int]) {
        hasNone = figures.contains { $0 <= 0 }
        let some = figures.filter { $0 > 0 }.sorted()
        let starts = (0..<Self.mostShades).compactMap { shade -> Int? in
            let index = some.count * shade / Self.mostShades
            return some.indices.contains(index) ? some[index] : nil
        }
        let distinct = starts.reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
        let ends = distinct.dropFirst().map { $0 - 1 } + (some.last.map { [$0] } ?? [])
        ranges = zip(distinct, ends).map { $0...max($0, $1) }
    }

    /// 0 for none, up to ``mostShades``.
    func shade(of figure: Int) -> Int {
        guard figure > 0 else { return 0 }
        return (ranges.lastIndex { $0.lowerBound <= figure } ?? 0) + 1
    }
}
