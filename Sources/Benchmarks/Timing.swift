import Foundation

/// How long the same work took in several runs, in seconds.
struct Timing {
    private let sorted: [Double]

    /// - Parameter times: at least one.
    init(_ times: [Double]) {
        precondition(!times.isEmpty, "there is no middle of nothing")
        sorted = times.sorted()
    }

    /// Runs `work` once to warm up, and then `runs` times on the clock.
    ///
    /// - Parameter times: how often `work` does the thing that is measured; the figures are for one.
    init(runs: Int, of times: Int = 1, _ work: () throws -> Void) rethrows {
        try work()
        self.init(try (0..<runs).map { _ in try Self.seconds(work) / Double(times) })
    }

    var median: Double { sorted[sorted.count / 2] }

    /// One run in a hundred took longer than this.
    var slow: Double { sorted[min(sorted.count - 1, sorted.count * 99 / 100)] }

    /// How long `work` takes.
    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try work()
        return (ContinuousClock.now - start) / .seconds(1)
    }
}

/// Takes a result, so that the work for it cannot be left out.
@inline(never)
func keep(_ value: some Any) {}
