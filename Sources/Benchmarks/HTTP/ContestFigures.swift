/// The figures of a contest: first the server that is compared with, then the others, each against it.
enum ContestFigures {
    /// - Parameter areTargets: whether the figures against the first have a target.
    static func show(_ results: [Contest.Result], areTargets: Bool = true) {
        guard let first = results.first else { return }
        show(first)
        for result in results.dropFirst() {
            show(result, slowTarget: areTargets ? 5 : nil)
            Figures.line(
                "\(result.name): answers, to \(first.name)", result.ratio(to: first, \.answersPerSecond), "times",
                atLeast: areTargets ? 1 : nil)
            Figures.line(
                "\(result.name): CPU, to \(first.name)", result.ratio(to: first, \.cpuPerAnswer), "times",
                atMost: areTargets ? 1.5 : nil)
        }
    }

    private static func show(_ result: Contest.Result, slowTarget: Double? = nil) {
        Figures.line("\(result.name): answers", result.median(\.answersPerSecond), "/s")
        Figures.line("\(result.name): CPU for one", result.median(\.cpuPerAnswer) * 1e6, "µs")
        Figures.line("\(result.name): 99 % within", result.median(\.slow) * 1e3, "ms", below: slowTarget)
    }
}
