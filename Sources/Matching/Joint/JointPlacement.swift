import Domain
import Foundation

/// The best way to place several people at once: most people first, then the least sum of everybody's own ranks
/// (contract sections 5 and 8).
///
/// Among equals the order of the people and the ids of the services decide, so that the same question has the same
/// answer in whatever order the services come.
package struct JointPlacement: Sendable {
    /// By person.
    package let assignments: [Assignment]
    /// By person.
    package let unplaced: [Unplaced]
    /// Whether nothing better exists, proven.
    package let isOptimal: Bool

    package struct Assignment: Sendable {
        package let person: Int
        package let candidate: PersonOptions.Candidate
    }

    package struct Unplaced: Sendable {
        package let person: Int
        /// Never empty.
        package let reasons: [JointReason]
    }

    package init(of people: [PersonOptions], in group: JointGroup, within limit: JointLimit) {
        let table = JointTable(people, group)
        let solution = JointSolver.solve(table.problem, within: limit)
        var (assignments, unplaced): ([Assignment], [Unplaced]) = ([], [])
        let reasons = JointReasons(people, group, table: table, solution: solution)
        for person in people.indices {
            if let option = solution.options[group.party[person]],
                let candidate = table.candidate(of: person, in: option.service)
            {
                assignments.append(Assignment(person: person, candidate: candidate))
            } else {
                unplaced.append(Unplaced(person: person, reasons: reasons.all(for: person)))
            }
        }
        (self.assignments, self.unplaced, isOptimal) = (assignments, unplaced, solution.isOptimal)
    }
}

/// Candidates as the solver takes them: services by number, people by party.
struct JointTable {
    let problem: JointProblem
    /// For each party the services that fit everybody of it, whether or not enough is free.
    let common: [Int]
    /// For each party the fewest places it takes in any of those.
    let fewest: [Int?]
    private let candidates: [[Int: PersonOptions.Candidate]]

    init(_ people: [PersonOptions], _ group: JointGroup) {
        var free: [ServiceID: Int] = [:]
        for candidate in people.lazy.flatMap(\.candidates) { free[candidate.service.id] = candidate.free }
        let services = free.keys.sorted()
        let index = Dictionary(uniqueKeysWithValues: services.enumerated().map { ($1, $0) })
        let candidates = people.map { person in
            Dictionary(
                person.candidates.compactMap { candidate in index[candidate.service.id].map { ($0, candidate) } },
                uniquingKeysWith: { first, _ in first })
        }
        let room = services.map { free[$0] ?? 0 }
        let fitting = group.parties.map { members in Self.options(for: members.map { candidates[$0] }) }
        problem = JointProblem(
            parties: zip(group.parties, fitting).map { members, options in
                JointProblem.Party(people: members.count, options: options.filter { $0.need <= room[$0.service] })
            }, free: room, apart: group.apart)
        common = fitting.map(\.count)
        fewest = fitting.map { $0.map(\.need).min() }
        self.candidates = candidates
    }

    func candidate(of person: Int, in service: Int) -> PersonOptions.Candidate? { candidates[person][service] }

    private static func options(for members: [[Int: PersonOptions.Candidate]]) -> [JointProblem.Option] {
        guard let first = members.first else { return [] }
        return first.keys.sorted().compactMap { service in
            let here = members.compactMap { $0[service] }
            guard here.count == members.count else { return nil }
            return JointProblem.Option(
                service: service, need: here.reduce(0) { $0 + $1.need }, cost: here.reduce(0) { $0 + $1.rank })
        }
    }
}
