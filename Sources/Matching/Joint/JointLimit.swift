import Foundation

/// How much a search may still do.
///
/// Work is counted in steps, so that the same input ends at the same answer on every machine; the clock only cuts off
/// what would take too long, and comes from outside.
package final class JointLimit {
    private var steps: Int
    private var untilNextLook = 0
    private let isOver: () -> Bool
    private(set) var isReached = false

    /// About a second of work on one core.
    package static let usualSteps = 250_000_000

    /// - Parameter isOver: asked now and then; `true` stops the search.
    package init(steps: Int = usualSteps, isOver: @escaping () -> Bool = { false }) {
        (self.steps, self.isOver) = (steps, isOver)
    }

    /// Takes off `count` steps; whether the search may go on.
    func spend(_ count: Int) -> Bool {
        if isReached { return false }
        steps -= count
        untilNextLook -= count
        if steps < 0 { isReached = true }
        if untilNextLook <= 0 {
            untilNextLook = 1_000_000
            if isOver() { isReached = true }
        }
        return !isReached
    }
}
