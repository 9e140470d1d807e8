import Foundation

/// Solves a joint problem: drops what no best placement needs, takes it apart, and searches each part.
package enum JointSolver {
    package static func solve(_ problem: JointProblem, within limit: JointLimit) -> JointSolution {
        var solution = JointSolution(
            options: [JointProblem.Option?](repeating: nil, count: problem.parties.count), isOptimal: true)
        // Small parts first: they are soon done, and a large one may take all that is left.
        for part in JointPart.parts(of: problem).sorted(by: { $0.parties.count < $1.parties.count }) {
            let board = JointBoard(part.problem)
            var search = JointSearch(board, limit: limit)
            if !search.run() { solution.isOptimal = false }
            for (index, pair) in search.best.enumerated() where board.service[pair] != board.outside {
                solution.options[part.parties[index]] = JointProblem.Option(
                    service: part.services[board.service[pair]], need: board.need[pair], cost: board.cost[pair])
            }
        }
        return solution
    }
}

/// Parties that share services, apart from all others.
struct JointPart {
    /// The indices of its parties and services in the whole problem.
    let parties: [Int]
    let services: [Int]
    let problem: JointProblem

    /// The parts of `problem`; who has no option is in none.
    ///
    /// Each party needs only its best options, as many as there are parties: the others fill at most one fewer, so if
    /// it is anywhere else then one of those is empty, and no worse.
    static func parts(of problem: JointProblem) -> [JointPart] {
        let options = problem.parties.map { party in
            party.options.filter { $0.need <= problem.free[$0.service] }
                .sorted { ($0.cost, $0.service) < ($1.cost, $1.service) }
        }
        let all = options.indices.filter { !options[$0].isEmpty }
        var done: [JointPart] = []
        var waiting = [all]
        while let parties = waiting.popLast() {
            let found = components(of: parties, options: options)
            if found.count > 1 {
                waiting += found
            } else if !parties.isEmpty {
                done.append(JointPart(parties, of: problem, options: options))
            }
        }
        return done.sorted { $0.parties[0] < $1.parties[0] }
    }

    /// Splits `parties` by the services that their best options share.
    private static func components(of parties: [Int], options: [[JointProblem.Option]]) -> [[Int]] {
        var leader = Dictionary(uniqueKeysWithValues: parties.map { ($0, $0) })
        func root(_ party: Int) -> Int {
            var party = party
            while let next = leader[party], next != party { party = next }
            return party
        }
        var first: [Int: Int] = [:]
        for party in parties {
            for option in options[party].prefix(parties.count) {
                if let other = first[option.service] {
                    let (one, two) = (root(party), root(other))
                    leader[max(one, two)] = min(one, two)
                } else {
                    first[option.service] = party
                }
            }
        }
        let groups = Dictionary(grouping: parties, by: root)
        return groups.keys.sorted().compactMap { groups[$0] }
    }

    private init(_ parties: [Int], of problem: JointProblem, options: [[JointProblem.Option]]) {
        let kept = parties.map { Array(options[$0].prefix(parties.count)) }
        let services = Set(kept.joined().map(\.service)).sorted()
        let index = Dictionary(uniqueKeysWithValues: services.enumerated().map { ($1, $0) })
        let inner = Dictionary(uniqueKeysWithValues: parties.enumerated().map { ($1, $0) })
        (self.parties, self.services) = (parties, services)
        self.problem = JointProblem(
            parties: zip(parties, kept).map { party, options in
                JointProblem.Party(
                    people: problem.parties[party].people,
                    options: options.map { option in
                        JointProblem.Option(
                            service: index[option.service] ?? 0, need: option.need, cost: option.cost)
                    })
            },
            free: services.map { problem.free[$0] },
            apart: problem.apart.compactMap { one, other in
                guard let left = inner[one], let right = inner[other] else { return nil }
                return (left, right)
            })
    }
}
