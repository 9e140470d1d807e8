import Foundation

/// People to place at once: who stays together, and who must be apart.
package struct JointGroup: Sendable {
    /// Parties of people who stay together, each in order, in the order of their first.
    package let parties: [[Int]]
    /// The party of each person.
    package let party: [Int]
    /// Pairs of parties that must be in different services, the smaller index first.
    package let apart: [(Int, Int)]

    /// - Parameters:
    ///   - together: sets of people; sets that share somebody are one.
    ///   - apart: sets of people of whom no two may be together.
    package init(people: Int, together: [[Int]], apart: [[Int]]) {
        let leaders = Self.leaders(people: people, together: together)
        let firsts = leaders.indices.filter { leaders[$0] == $0 }
        let index = Dictionary(uniqueKeysWithValues: firsts.enumerated().map { ($1, $0) })
        let party = leaders.map { index[$0] ?? 0 }
        var members = [[Int]](repeating: [], count: firsts.count)
        for (person, own) in party.enumerated() { members[own].append(person) }
        // A table, for the same pair may be named very often.
        var isApart = [Bool](repeating: false, count: firsts.count * firsts.count)
        for set in apart {
            let parties = Set(set.map { party[$0] }).sorted()
            for (place, one) in parties.enumerated() {
                for other in parties[(place + 1)...] { isApart[one * firsts.count + other] = true }
            }
        }
        (parties, self.party) = (members, party)
        self.apart = isApart.indices.filter { isApart[$0] }.map { ($0 / firsts.count, $0 % firsts.count) }
    }

    /// The first of those with whom each person stays together, chains followed.
    package static func leaders(people: Int, together: [[Int]]) -> [Int] {
        var leader = Array(0..<people)
        func root(_ person: Int) -> Int {
            var person = person
            while leader[person] != person {
                leader[person] = leader[leader[person]]
                person = leader[person]
            }
            return person
        }
        for set in together {
            for (one, other) in zip(set, set.dropFirst()) {
                let (first, second) = (root(one), root(other))
                leader[max(first, second)] = min(first, second)
            }
        }
        return leader.indices.map(root)
    }
}
