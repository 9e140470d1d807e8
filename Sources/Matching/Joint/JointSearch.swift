import Foundation

/// Finds the best placement of one board by branch and bound, and proves it where the limit allows.
///
/// In two steps, as the question is: first the fewest people left, then the least cost with so few.
struct JointSearch {
    private let board: JointBoard
    private let limit: JointLimit
    private var repair: JointRepair
    /// The best placement so far: a pair for each party.
    private(set) var best: [Int]

    // Of the step that runs.
    private var cost: [Int] = []
    private var leaving = 0
    private var relaxation: JointRelaxation
    private var isComplete = true
    private var nodes = 0
    private static let nodesInOneLook = 3_000
    /// What is looked for may cost no more.
    private var aim = Int.max

    /// What costs are counted in while prices are sought: finer than whole ranks.
    private static let scale = 4_096
    /// Where nothing can be found prices would rise for ever.
    private static let highest = 1e13

    init(_ board: JointBoard, limit: JointLimit) {
        (self.board, self.limit) = (board, limit)
        repair = JointRepair(board)
        relaxation = JointRelaxation(board, cost: [])
        best = board.options.map { $0[$0.count - 1] }
    }

    /// - Returns: whether the best is proven.
    mutating func run() -> Bool {
        if isSimple { return solveSimple() }
        begin()
        var isProven = true
        if left(best) > 0 {
            leaving = board.people.reduce(0, +)
            isProven = step(board.cost.indices.map { isOutside($0) ? board.people[board.party[$0]] : 0 })
        }
        leaving = left(best)
        isProven = step(board.cost) && isProven
        // Cut off half-way, the best may still leave room that somebody could take.
        if !isProven { consider(best.filter { !isOutside($0) }, Array(board.people.indices)) }
        return isProven
    }

    // MARK: Simple boards

    /// Everybody takes one place, and nobody must be apart: then nothing is ever cut.
    private var isSimple: Bool {
        board.rivals.allSatisfy(\.isEmpty) && board.need.allSatisfy { $0 == 1 }
    }

    private mutating func solveSimple() -> Bool {
        var flow = JointFlow(board, cost: board.cost.indices.map { repair.weight(of: [$0]) })
        guard flow.run(within: limit) else {
            begin()
            return false
        }
        best = board.options.map { pairs in pairs.first { flow.flow[$0] > 0 } ?? pairs[pairs.count - 1] }
        return true
    }

    // MARK: Placements

    private func isOutside(_ pair: Int) -> Bool { board.service[pair] == board.outside }

    private func left(_ choice: [Int]) -> Int {
        choice.reduce(0) { isOutside($1) ? $0 + board.people[board.party[$1]] : $0 }
    }

    /// A first placement: as good as small steps make it, from several beginnings.
    private mutating func begin() {
        let parties = Array(board.people.indices)
        let needs = parties.map { party in board.options[party].dropLast().map { board.need[$0] }.min() ?? 0 }
        consider([], parties)
        consider([], parties.sorted { (-needs[$0], $0) < (-needs[$1], $1) })
        consider([], parties.sorted { (needs[$0], $0) < (needs[$1], $1) })
        consider([], parties.sorted { (board.options[$0].count, $0) < (board.options[$1].count, $1) })
    }

    private mutating func consider(_ wishes: [Int], _ order: [Int]) {
        let choice = repair.complete(wishes, order: order, within: limit)
        if repair.weight(of: choice) < repair.weight(of: best) { best = choice }
    }

    // MARK: One step

    /// The most that a better placement may cost, in the scale of the prices.
    private var target: Int { min(aim, best.reduce(0) { $0 + cost[$1] } - Self.scale) }

    /// Betters `best` by these costs; whether it is proven to be the best.
    private mutating func step(_ costs: [Int]) -> Bool {
        cost = costs.map { $0 * Self.scale }
        relaxation = JointRelaxation(board, cost: cost)
        aim = .max
        var root = JointNode(board, leaving: leaving, price: prices(costs))
        guard root.settle(on: board, cost: cost), raiseRoot(&root) else { return true }
        relaxation.weigh(root, within: limit)
        let bound = root.spent + relaxation.bound(root, within: limit)
        // Looks for something hardly dearer than the bound first: with so little room nearly all is ruled out at once.
        // Where there is nothing the bound has risen, and the next look goes further.
        var (lowest, reach) = ((bound + Self.scale - 1) / Self.scale, 0)
        while true {
            aim = (lowest + reach) * Self.scale
            (isComplete, nodes) = (true, Self.nodesInOneLook)
            var start = root
            _ = prune(&start, bound: bound)
            relaxation.focus(on: start)
            explore(start)
            if !isComplete {
                // Too much lies near the bound to go through all of it. With what is left of the limit: as good as can be.
                (aim, nodes, relaxation) = (.max, .max, JointRelaxation(board, cost: cost))
                isComplete = true
                explore(root)
                return isComplete
            }
            let found = best.reduce(0) { $0 + cost[$1] }
            if found <= aim + Self.scale { return true }
            lowest += reach + 1
            reach = max(1, reach * 2)
        }
    }

    /// Prices to begin with: those of the flow.
    private mutating func prices(_ costs: [Int]) -> [Int] {
        let most = (costs.max() ?? 0) + 1
        var found: (bound: Int, prices: [Int])?
        for factor in [1, 2, 4, 16] {
            let weights = costs.indices.map { pair in
                isOutside(pair) && leaving > 0 && costs[pair] == 0 || isOutside(pair) && leaving == 0
                    ? most * factor * board.people[board.party[pair]] : costs[pair]
            }
            var flow = JointFlow(board, cost: weights, scale: Self.scale)
            guard flow.run(within: limit) else { break }
            let wishes = flow.flow.indices.filter { flow.flow[$0] > 0 && !isOutside($0) }
                .sorted { (-flow.flow[$0], $0) < (-flow.flow[$1], $1) }
            consider(wishes, Array(board.people.indices))
            let bound = relaxation.bound(JointNode(board, leaving: leaving, price: flow.prices), within: limit)
            if bound > found?.bound ?? .min { found = (bound, flow.prices) }
        }
        return found?.prices ?? [Int](repeating: 0, count: board.people.count)
    }

    /// How long to seek better prices.
    private struct Pace {
        let rounds: Int
        /// How large the first steps are, and after how many vain ones they are halved.
        let stride: Double
        let patience: Int
        /// With smaller steps it ends.
        let least: Double
        /// After so many a placement is made of what the services chose.
        let between: Int

        static let root = Pace(rounds: 6_000, stride: 1, patience: 60, least: 0.01, between: 40)
        static let inner = Pace(rounds: 120, stride: 0.3, patience: 12, least: 0.02, between: 100)
        static let again = Pace(rounds: 40, stride: 0.1, patience: 8, least: 0.02, between: 100)
    }

    private mutating func explore(_ start: JointNode) {
        var node = start
        var pace = Pace.inner
        while true {
            nodes -= 1
            guard nodes > 0, limit.spend(board.cost.count) else {
                isComplete = false
                return
            }
            guard node.settle(on: board, cost: cost) else { return }
            if node.open == 0 { return record(node) }
            guard raise(&node, pace) else { return }
            relaxation.weigh(node, within: limit)
            let bound = node.spent + relaxation.bound(node, within: limit)
            if bound > target { return }
            if prune(&node, bound: bound) {
                pace = .again
                continue
            }
            guard let pair = branch(node) else { return }
            var child = node
            child.take(pair, on: board, cost: cost)
            explore(child)
            node.isAlive[pair] = false
            pace = .again
        }
    }

    private mutating func record(_ node: JointNode) {
        let choice = node.choice.compactMap { $0 }
        if choice.count == best.count, repair.weight(of: choice) < repair.weight(of: best) { best = choice }
    }

    private mutating func raiseRoot(_ node: inout JointNode) -> Bool {
        if leaving > 0 {
            // From above too: where the flow sees no want, its prices say nothing.
            var other = node
            other.price = board.options.map { pairs in pairs.map { cost[$0] }.max() ?? 0 }
            guard raise(&other, .root) else { return false }
            if relaxation.bound(other, within: limit) > relaxation.bound(node, within: limit) { node = other }
        }
        return raise(&node, .root)
    }

    /// Seeks prices with a higher bound; `false` when there can be nothing better below `node`.
    private mutating func raise(_ node: inout JointNode, _ pace: Pace) -> Bool {
        var (highest, kept, stride, stall) = (Int.min, node.price, pace.stride, 0)
        var direction = [Double](repeating: 0, count: node.price.count)
        for round in 0..<pace.rounds {
            let bound = node.spent + relaxation.bound(node, within: limit)
            if bound > target { return false }
            if limit.isReached { return true }
            if bound > highest {
                (highest, kept, stall) = (bound, node.price, 0)
            } else {
                stall += 1
                if stall >= pace.patience {
                    stall = 0
                    stride /= 2
                    node.price = kept
                    if stride < pace.least { break }
                    continue
                }
            }
            if round % pace.between == pace.between - 1 {
                consider(
                    relaxation.chosen.filter { !isOutside($0) }.sorted { cost[$0] < cost[$1] },
                    node.choice.indices.map { $0 })
                if bound > target { return false }
            }
            var (length, dot, old) = (0.0, 0.0, 0.0)
            for party in direction.indices where node.choice[party] == nil {
                let step = Double(1 - relaxation.times[party])
                dot += step * direction[party]
                old += direction[party] * direction[party]
                length += step * step
            }
            if length == 0 {
                settleSound(node)
                break
            }
            let keep = dot < 0 && old > 0 ? -1.5 * dot / old : 0
            length = 0
            for party in direction.indices where node.choice[party] == nil {
                direction[party] = Double(1 - relaxation.times[party]) + keep * direction[party]
                length += direction[party] * direction[party]
            }
            let size = stride * Double(target + Self.scale - bound) / length
            for party in direction.indices where node.choice[party] == nil {
                let price = Double(node.price[party]) + size * direction[party]
                node.price[party] = Int(max(-Self.highest, min(Self.highest, price)))
            }
        }
        node.price = kept
        return true
    }

    /// Whether what the services chose is a placement: then it is the best below `node`.
    private mutating func settleSound(_ node: JointNode) {
        var whole = node
        for pair in relaxation.chosen {
            guard whole.isAlive[pair] else { return }
            whole.take(pair, on: board, cost: cost)
        }
        record(whole)
    }

    /// Drops pairs that no better placement can have; whether any party has one way only now.
    private func prune(_ node: inout JointNode, bound: Int) -> Bool {
        var isChanged = false
        for pair in node.isAlive.indices where node.isAlive[pair] {
            if bound + relaxation.penalty[pair] > target {
                node.isAlive[pair] = false
                isChanged = true
            }
        }
        guard isChanged else { return false }
        return node.choice.indices.contains { party in
            node.choice[party] == nil && board.options[party].count { node.isAlive[$0] } < 2
        }
    }

    /// The pair to decide on next: of a party that is taken too often or not at all, where the second best is far worse.
    private func branch(_ node: JointNode) -> Int? {
        var found: (pair: Int, regret: Int, isOff: Bool)?
        for party in node.choice.indices where node.choice[party] == nil {
            // Of those who are the same in everything the first goes first.
            if let twin = board.twin[party], node.choice[twin] == nil { continue }
            var (first, least, second) = (-1, Int.max, Int.max)
            for pair in board.options[party] where node.isAlive[pair] {
                let penalty = relaxation.penalty[pair]
                if penalty < least {
                    (first, second, least) = (pair, least, penalty)
                } else if penalty < second {
                    second = penalty
                }
            }
            guard first >= 0 else { continue }
            let isOff = relaxation.times[party] != 1
            let regret = second - least
            if let found, (found.isOff ? 1 : 0, found.regret) >= (isOff ? 1 : 0, regret) { continue }
            found = (first, regret, isOff)
        }
        return found?.pair
    }
}
