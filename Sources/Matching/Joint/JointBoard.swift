import Foundation

/// One part of a joint problem in flat arrays, as the search walks it.
///
/// To be left is one more service, the last: then every party goes to exactly one service, and that is all there is to
/// the problem. A pair is a party with one of its services.
struct JointBoard {
    let people: [Int]
    /// Of each service but the last.
    let free: [Int]
    /// Pairs stand by service, and within one by group.
    let party: [Int]
    let service: [Int]
    let need: [Int]
    let cost: [Int]
    /// Of the pairs of one service and one group at most one can be chosen.
    let group: [Int]
    /// Where the pairs of each service begin; one longer than the services.
    let start: [Int]
    /// The pairs of each party, cheapest first, to be left last.
    let options: [[Int]]
    /// Where each pair stands in the options of its party.
    let position: [Int]
    /// With whom each party may not be.
    let rivals: [[Int]]
    /// The party before that is the same in everything, so that which of the two goes where does not matter.
    let twin: [Int?]

    /// The service that means to be left.
    var outside: Int { free.count }

    init(_ problem: JointProblem) {
        let count = problem.parties.count
        var rivals = [[Int]](repeating: [], count: count)
        for (one, other) in problem.apart {
            rivals[one].append(other)
            rivals[other].append(one)
        }
        rivals = rivals.map { $0.sorted() }
        let cliques = Self.cliques(of: rivals)
        struct Pair {
            let party, service, need, cost, group: Int
        }
        var pairs: [Pair] = []
        for (index, party) in problem.parties.enumerated() {
            for option in party.options {
                pairs.append(
                    Pair(
                        party: index, service: option.service, need: option.need, cost: option.cost,
                        group: cliques[index]))
            }
            pairs.append(
                Pair(party: index, service: problem.free.count, need: party.people, cost: 0, group: count + index))
        }
        pairs.sort { ($0.service, $0.group, $0.party) < ($1.service, $1.group, $1.party) }
        var start = [Int](repeating: 0, count: problem.free.count + 2)
        for pair in pairs { start[pair.service + 1] += 1 }
        for index in 1..<start.count { start[index] += start[index - 1] }
        var options = [[Int]](repeating: [], count: count)
        for (index, pair) in pairs.enumerated() { options[pair.party].append(index) }
        options = options.map { indices in
            indices.sorted { one, other in
                let (left, right) = (pairs[one], pairs[other])
                if (left.service == problem.free.count) != (right.service == problem.free.count) {
                    return right.service == problem.free.count
                }
                return (left.cost, left.service) < (right.cost, right.service)
            }
        }
        var position = [Int](repeating: 0, count: pairs.count)
        for list in options { for (place, pair) in list.enumerated() { position[pair] = place } }
        people = problem.parties.map(\.people)
        free = problem.free
        (party, service, need) = (pairs.map(\.party), pairs.map(\.service), pairs.map(\.need))
        (cost, group) = (pairs.map(\.cost), pairs.map(\.group))
        (self.start, self.options, self.position, self.rivals) = (start, options, position, rivals)
        twin = Self.twins(among: problem.parties, rivals: rivals)
    }

    /// Parts the parties so that all of one part are rivals of each other: that much the bound can see.
    private static func cliques(of rivals: [[Int]]) -> [Int] {
        var clique = [Int](repeating: -1, count: rivals.count)
        var members: [[Int]] = []
        let order = rivals.indices.sorted { (-rivals[$0].count, $0) < (-rivals[$1].count, $1) }
        for party in order {
            let known = Set(rivals[party])
            if let found = members.indices.first(where: { known.isSuperset(of: members[$0]) }) {
                members[found].append(party)
                clique[party] = found
            } else {
                clique[party] = members.count
                members.append([party])
            }
        }
        return clique
    }

    private static func twins(among parties: [JointProblem.Party], rivals: [[Int]]) -> [Int?] {
        var last: [JointProblem.Party: [Int]] = [:]
        return parties.indices.map { index in
            defer { last[parties[index], default: []].append(index) }
            return last[parties[index]]?.last { other in
                rivals[index].filter { $0 != other } == rivals[other].filter { $0 != index }
            }
        }
    }
}
