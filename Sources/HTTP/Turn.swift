import Synchronization

/// Gives 0, 1, … up to `count` and around again.
final class Turn: Sendable {
    private let count: UInt
    private let taken = Atomic<UInt>(0)

    /// - Precondition: `count` is at least 1.
    init(of count: Int) { self.count = UInt(max(1, count)) }

    func next() -> Int {
        let (turn, _) = taken.wrappingAdd(1, ordering: .relaxed)
        return Int(turn % count)
    }
}
