import Foundation

/// Finds why somebody is left, in the order in which it helps to know.
struct JointReasons {
    private let people: [PersonOptions]
    private let group: JointGroup
    private let table: JointTable
    private let solution: JointSolution
    /// What is still free in each service.
    private let room: [Int]

    init(_ people: [PersonOptions], _ group: JointGroup, table: JointTable, solution: JointSolution) {
        (self.people, self.group, self.table, self.solution) = (people, group, table, solution)
        var room = table.problem.free
        for option in solution.options.lazy.compactMap({ $0 }) { room[option.service] -= option.need }
        self.room = room
    }

    func all(for person: Int) -> [JointReason] {
        let party = group.party[person]
        if people[person].candidates.isEmpty { return own(people[person].misses) }
        let members = group.parties[party]
        if members.contains(where: { people[$0].candidates.isEmpty }) { return [.togetherWithUnplaced] }
        if table.common[party] == 0 { return [.noCommonPlace] }
        let options = table.problem.parties[party].options
        if options.isEmpty { return [.tooFewTogether(needed: table.fewest[party] ?? members.count)] }
        let isRoom = options.contains { room[$0.service] >= $0.need }
        let others: JointReason = isRoom ? .apart : .taken
        return solution.isOptimal ? [others] : [others, .notAllCompared]
    }

    /// Of somebody who could go nowhere, alone as little as with others.
    private func own(_ misses: PersonOptions.Misses) -> [JointReason] {
        var reasons: [JointReason] = []
        if misses.unreliable > 0 { reasons.append(.callFirst(services: misses.unreliable)) }
        if misses.full > 0 { reasons.append(.full(services: misses.full)) }
        if misses.later > 0 { reasons.append(.later(services: misses.later)) }
        if misses.withoutBed > 0 { reasons.append(.helpWithoutBed(services: misses.withoutBed)) }
        if reasons.isEmpty { reasons.append(.nothingFits) }
        return reasons + misses.excluded.map { .excluded($0.exclusion, services: $0.services) }
    }
}
