import Matching
import TestTools

/// A joint problem from a seed, small enough to try everything.
extension JointProblem {
    static func random(_ seed: UInt64) -> JointProblem {
        var random = SeededGenerator(seed: seed)
        let free = (0..<random.number(1...5)).map { _ in random.number(0...5) }
        let style = random.number(0...3)
        var parties: [Party] = []
        for _ in 0..<random.number(1...6) {
            if style == 3, let last = parties.last, random.chance(60) {
                parties.append(last)
                continue
            }
            let people = random.number(1...3)
            let need = random.number(people...4)
            let ranks = style == 1 ? Array(1...free.count) : Array(1...free.count).shuffled(using: &random)
            let services = random.some(of: Array(free.indices), 75)
            parties.append(
                Party(
                    people: people,
                    options: services.map { service in
                        Option(
                            service: service, need: style == 2 && random.chance(40) ? people : need,
                            cost: people * ranks[service] + random.number(0...people))
                    }))
        }
        var apart: [(Int, Int)] = []
        for one in parties.indices {
            for other in parties.indices.dropFirst(one + 1) where style > 0 && random.chance(25) {
                apart.append((one, other))
            }
        }
        return JointProblem(parties: parties, free: free, apart: apart)
    }

    /// The most people and then the least cost, by trying everything.
    var best: (people: Int, cost: Int) {
        var best = (people: 0, cost: 0)
        var room = free
        var place = [Int?](repeating: nil, count: parties.count)
        func go(_ index: Int, _ people: Int, _ cost: Int) {
            guard index < parties.count else {
                if (people, best.cost) > (best.people, cost) { best = (people, cost) }
                return
            }
            go(index + 1, people, cost)
            for option in parties[index].options where option.need <= room[option.service] {
                if apart.contains(where: { $1 == index && place[$0] == option.service }) { continue }
                place[index] = option.service
                room[option.service] -= option.need
                go(index + 1, people + parties[index].people, cost + option.cost)
                room[option.service] += option.need
                place[index] = nil
            }
        }
        go(0, 0, 0)
        return best
    }

    /// What `solution` is worth; `nil` when it breaks a rule.
    func value(of solution: JointSolution) -> (people: Int, cost: Int)? {
        var room = free
        var value = (people: 0, cost: 0)
        for (party, option) in zip(parties, solution.options) {
            guard let option else { continue }
            guard party.options.contains(option) else { return nil }
            room[option.service] -= option.need
            value = (value.people + party.people, value.cost + option.cost)
        }
        let meet = apart.contains { one, other in
            solution.options[one] != nil && solution.options[one]?.service == solution.options[other]?.service
        }
        return meet || room.contains { $0 < 0 } ? nil : value
    }

    /// Forty people who all like the same places best, families among them.
    static func crowd(_ seed: UInt64, people: Int = 40, services: Int = 60, apart percent: Int = 0) -> JointProblem {
        var random = SeededGenerator(seed: seed)
        let free = (0..<services).map { _ in random.number(0...4) }
        var parties: [Party] = []
        for _ in 0..<people {
            let need = random.chance(40) ? random.number(2...4) : 1
            let fitting = free.indices.filter { free[$0] >= need && random.chance(50) }
            parties.append(
                Party(
                    people: 1,
                    options: fitting.enumerated().map { Option(service: $1, need: need, cost: $0 + 1) }))
        }
        let pairs = parties.indices.dropFirst().filter { _ in random.chance(percent) }
        return JointProblem(parties: parties, free: free, apart: pairs.map { ($0 - 1, $0) })
    }
}
