import Foundation

/// Makes a whole placement of a half one, and then betters it by small steps: most people first, then the least cost.
struct JointRepair {
    private let board: JointBoard
    /// Of each pair; that of being left is more than all else together.
    private let weight: [Int]
    private var choice: [Int] = []
    private var room: [Int] = []
    private var present: [[Int]] = []

    init(_ board: JointBoard) {
        self.board = board
        let most = board.options.map { pairs in pairs.lazy.map { board.cost[$0] }.max() ?? 0 }
        let whole = most.reduce(1, +)  // more than any placement costs
        weight = board.cost.indices.map { pair in
            board.service[pair] == board.outside ? board.people[board.party[pair]] * whole : board.cost[pair]
        }
    }

    /// - Parameters:
    ///   - wishes: pairs to keep where they go together, the first first.
    ///   - order: who is placed first of the others.
    /// - Returns: the pair of each party.
    mutating func complete(_ wishes: [Int], order: [Int], within limit: JointLimit) -> [Int] {
        choice = board.options.map { $0[$0.count - 1] }
        room = board.free + [.max]
        present = [[Int]](repeating: [], count: room.count)
        for pair in wishes where isLeft(board.party[pair]) && fits(pair) { put(pair) }
        for party in order where isLeft(party) {
            if let pair = board.options[party].first(where: { fits($0) }) { put(pair) }
        }
        var isBetter = true
        while isBetter, limit.spend(board.cost.count * 8) {
            isBetter = false
            for party in choice.indices where improve(party, within: limit) { isBetter = true }
        }
        return choice
    }

    /// People left and cost of a placement, as one number.
    func weight(of choice: [Int]) -> Int { choice.reduce(0) { $0 + weight[$1] } }

    private func isLeft(_ party: Int) -> Bool { board.service[choice[party]] == board.outside }

    /// Whether `pair` can be beside who is there, `gone` not counted.
    private func fits(_ pair: Int, without gone: Int = -1) -> Bool {
        let (party, service) = (board.party[pair], board.service[pair])
        if service == board.outside { return true }
        let given = gone >= 0 && board.service[choice[gone]] == service ? board.need[choice[gone]] : 0
        guard board.need[pair] <= room[service] + given else { return false }
        let rivals = board.rivals[party]
        return rivals.isEmpty || !present[service].contains { $0 != gone && rivals.contains($0) }
    }

    private mutating func put(_ pair: Int) {
        let (party, service) = (board.party[pair], board.service[pair])
        let old = board.service[choice[party]]
        if old != board.outside {
            room[old] += board.need[choice[party]]
            present[old].removeAll { $0 == party }
        }
        choice[party] = pair
        if service != board.outside {
            room[service] -= board.need[pair]
            present[service].append(party)
        }
    }

    /// Moves a party to a better service, if need be in place of another that then goes elsewhere.
    private mutating func improve(_ party: Int, within limit: JointLimit) -> Bool {
        let now = weight[choice[party]]
        for pair in board.options[party] {
            if weight[pair] >= now { return false }
            if fits(pair) {
                put(pair)
                return true
            }
            let service = board.service[pair]
            for other in present[service] where fits(pair, without: other) {
                guard limit.spend(board.options[other].count) else { return false }
                if swap(pair, with: other, gain: now - weight[pair]) { return true }
            }
        }
        return false
    }

    /// Puts `pair` where `other` is, when a place for `other` loses less than `gain`.
    private mutating func swap(_ pair: Int, with other: Int, gain: Int) -> Bool {
        let (before, old) = (choice[board.party[pair]], choice[other])
        put(board.options[other][board.options[other].count - 1])
        put(pair)
        for next in board.options[other] {
            if weight[next] - weight[old] >= gain { break }
            if fits(next) {
                put(next)
                return true
            }
        }
        put(board.options[board.party[pair]][board.options[board.party[pair]].count - 1])
        put(old)
        put(before)
        return false
    }
}
