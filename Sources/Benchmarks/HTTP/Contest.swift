import Foundation

/// Several servers asked for the same by `wrk`, in turn and again and again, so that a noisy machine is noisy to all.
struct Contest {
    struct Contender {
        let name: String
        let port: UInt16
        let path: String
        /// The process that answers.
        let pid: Int32
    }

    struct Round {
        let answersPerSecond: Double
        /// Of the server, in seconds.
        let cpuPerAnswer: Double
        /// One answer in a hundred took longer than this, in seconds.
        let slow: Double
    }

    /// All rounds of one contender.
    struct Result {
        let name: String
        let rounds: [Round]

        func median(_ figure: (Round) -> Double) -> Double { Timing(rounds.map(figure)).median }

        /// The middle of the ratios of rounds that followed one another.
        func ratio(to other: Result, _ figure: (Round) -> Double) -> Double {
            Timing(zip(rounds, other.rounds).map { figure($0) / figure($1) }).median
        }
    }

    let wrk: Wrk
    let pace: Pace
    var threads = 1

    /// - Parameter afterRound: called when a contender has had a round.
    /// - Returns: in the order of `contenders`.
    func run(_ contenders: [Contender], afterRound: (Contender) throws -> Void = { _ in }) throws -> [Result] {
        for contender in contenders {  // to warm up
            _ = try round(contender, seconds: 1)
            try afterRound(contender)
        }
        var rounds = [[Round]](repeating: [], count: contenders.count)
        for _ in 0..<pace.rounds {
            for (index, contender) in contenders.enumerated() {
                rounds[index].append(try round(contender, seconds: pace.seconds))
                try afterRound(contender)
            }
        }
        return zip(contenders, rounds).map { Result(name: $0.name, rounds: $1) }
    }

    private func round(_ contender: Contender, seconds: Int) throws -> Round {
        let before = try ProcessUse.cpuSeconds(of: contender.pid)
        let report = try wrk.run(port: contender.port, path: contender.path, threads: threads, seconds: seconds)
        let used = try ProcessUse.cpuSeconds(of: contender.pid) - before
        return Round(
            answersPerSecond: report.answersPerSecond, cpuPerAnswer: used / report.answers, slow: report.slow)
    }
}

/// How long and how often each contender is asked.
struct Pace {
    /// Of one round.
    var seconds = 3
    var rounds = 5
}
