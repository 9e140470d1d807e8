import Foundation

/// Several programs that write in turn and again and again, so that a noisy machine is noisy to all.
struct WriteContest {
    let pace: Pace

    /// All rounds of one program.
    struct Result {
        let name: String
        let rounds: [WriteRound]

        var updatesPerSecond: Double { Timing(rounds.map(\.updatesPerSecond)).median }

        /// The middle of a figure over the rounds that tell times; `nil` where none does.
        func median(_ figure: (Timing) -> Double) -> Double? {
            let figures = rounds.compactMap(\.times).map(figure)
            return figures.isEmpty ? nil : Timing(figures).median
        }

        /// The middle of the ratios of rounds that followed one another.
        func ratio(to other: Result) -> Double {
            Timing(zip(rounds, other.rounds).map { $0.updatesPerSecond / $1.updatesPerSecond }).median
        }
    }

    /// - Returns: in the order of `programs`.
    func run(_ programs: [any WritingProgram], writers: Int) throws -> [Result] {
        for program in programs { _ = try program.round(writers: writers, seconds: 1) }  // to warm up
        var rounds = [[WriteRound]](repeating: [], count: programs.count)
        for _ in 0..<pace.rounds {
            for (index, program) in programs.enumerated() {
                rounds[index].append(try program.round(writers: writers, seconds: pace.seconds))
            }
        }
        return zip(programs, rounds).map { Result(name: $0.name, rounds: $1) }
    }
}
