import Foundation

/// A bound from below: every service fills itself as it likes best, and prices on the parties see to it that in the end
/// each is taken about once (Lagrangian relaxation of "each exactly once"; what remains are knapsacks, solved exactly).
///
/// All in whole numbers, so that the bound is one: never more than the least cost.
struct JointRelaxation {
    private let board: JointBoard
    private let cost: [Int]
    /// The pairs that the services chose at the last prices.
    private(set) var chosen: [Int] = []
    /// How often each party is among them.
    private(set) var times: [Int]
    /// For each pair: how much the bound rises if it is taken, at least. Made by ``weigh(_:within:)``.
    private(set) var penalty: [Int]

    /// The pairs that are looked at, by service, and where those of each begin.
    private var seen: [Int]
    private var start: [Int]

    private struct Item {
        let pair: Int
        let value: Int
        let need: Int
        let row: Int
    }
    private var items: [Item] = []
    private var rows = 0
    private var ahead: [Int] = []
    private var behind: [Int] = []
    private var choice: [Int32] = []

    /// - Parameter cost: of each pair, in the scale of the prices.
    init(_ board: JointBoard, cost: [Int]) {
        (self.board, self.cost) = (board, cost)
        times = [Int](repeating: 0, count: board.people.count)
        penalty = [Int](repeating: 0, count: cost.count)
        (seen, start) = (Array(cost.indices), board.start)
    }

    /// Looks from now on only at the pairs that can still be in `node`.
    mutating func focus(on node: JointNode) {
        seen.removeAll(keepingCapacity: true)
        for service in node.room.indices {
            start[service] = seen.count
            for pair in board.start[service]..<board.start[service + 1] where node.isAlive[pair] { seen.append(pair) }
        }
        start[node.room.count] = seen.count
    }

    /// The bound on what the open parties of `node` will cost.
    mutating func bound(_ node: JointNode, within limit: JointLimit) -> Int {
        chosen.removeAll(keepingCapacity: true)
        for party in times.indices { times[party] = 0 }
        var bound = 0
        for party in times.indices where node.choice[party] == nil { bound += node.price[party] }
        var steps = seen.count + node.room.count
        for service in node.room.indices {
            let total = collect(service, node)
            guard !items.isEmpty else { continue }
            if rows == items.count && total <= node.room[service] {
                for item in items {
                    bound -= item.value
                    chosen.append(item.pair)
                }
            } else {
                let capacity = min(total, node.room[service])
                steps += (items.count + rows) * (capacity + 1)
                bound -= fill(capacity)
            }
        }
        for pair in chosen { times[board.party[pair]] += 1 }
        _ = limit.spend(steps)
        return bound
    }

    /// Gathers what `service` would gain by; gives the places that all of it takes.
    private mutating func collect(_ service: Int, _ node: JointNode) -> Int {
        items.removeAll(keepingCapacity: true)
        rows = 0
        var (total, last) = (0, -1)
        for index in start[service]..<start[service + 1] {
            let pair = seen[index]
            if !node.isAlive[pair] { continue }
            let value = node.price[board.party[pair]] - cost[pair]
            if value <= 0 { continue }
            if board.group[pair] != last { (rows, last) = (rows + 1, board.group[pair]) }
            items.append(Item(pair: pair, value: value, need: board.need[pair], row: rows - 1))
            total += board.need[pair]
        }
        return total
    }

    /// The best set for `capacity` places, at most one of each row; adds it to what is chosen.
    private mutating func fill(_ capacity: Int) -> Int {
        let width = capacity + 1
        grow(to: (rows + 1) * width)
        for place in 0..<width { ahead[place] = 0 }
        for index in 0..<(rows * width) { choice[index] = -1 }
        var row = -1
        for index in items.indices {
            let item = items[index]
            if item.row != row {
                row = item.row
                for place in 0..<width { ahead[(row + 1) * width + place] = ahead[row * width + place] }
            }
            if item.need > capacity { continue }
            for place in item.need..<width {
                let value = ahead[row * width + place - item.need] + item.value
                if value > ahead[(row + 1) * width + place] {
                    ahead[(row + 1) * width + place] = value
                    choice[row * width + place] = Int32(truncatingIfNeeded: index)
                }
            }
        }
        var place = capacity
        for row in stride(from: rows - 1, through: 0, by: -1) {
            let index = Int(choice[row * width + place])
            if index < 0 { continue }
            chosen.append(items[index].pair)
            place -= items[index].need
        }
        return ahead[rows * width + capacity]
    }

    private mutating func grow(to size: Int) {
        guard ahead.count < size else { return }
        ahead = [Int](repeating: 0, count: size)
        behind = ahead
        choice = [Int32](repeating: -1, count: size)
    }

    /// Finds for each pair how much the bound rises when it is taken.
    mutating func weigh(_ node: JointNode, within limit: JointLimit) {
        for service in node.room.indices {
            let total = collect(service, node)
            let capacity = min(total, node.room[service])
            let width = capacity + 1
            _ = limit.spend((items.count * 2 + start[service + 1] - start[service]) * width)
            grow(to: (rows + 1) * width)
            tabulate(width)
            let best = ahead[rows * width + capacity]
            var (row, last, next) = (-1, -1, 0)
            for index in start[service]..<start[service + 1] {
                let pair = seen[index]
                if !node.isAlive[pair] { continue }
                if board.group[pair] != last {
                    last = board.group[pair]
                    // The row of this group, where any of it gains.
                    while next < items.count, items[next].pair < pair { next += 1 }
                    let isRow = next < items.count && board.group[items[next].pair] == last
                    row = isRow ? items[next].row : -1
                }
                let rest = min(capacity, node.room[service] - board.need[pair])
                var others = 0
                if rest < 0 {
                    penalty[pair] = .max / 4
                    continue
                } else if row < 0 {
                    others = ahead[rows * width + rest]
                } else {
                    for place in 0...rest {
                        let value = ahead[row * width + place] + behind[(row + 1) * width + rest - place]
                        if value > others { others = value }
                    }
                }
                penalty[pair] = best - others - (node.price[board.party[pair]] - cost[pair])
            }
        }
    }

    /// Best values with the rows before (`ahead`) and from (`behind`) each row on.
    private mutating func tabulate(_ width: Int) {
        for place in 0..<width { (ahead[place], behind[rows * width + place]) = (0, 0) }
        var row = -1
        for item in items {
            if item.row != row {
                row = item.row
                for place in 0..<width { ahead[(row + 1) * width + place] = ahead[row * width + place] }
            }
            if item.need >= width { continue }
            for place in item.need..<width {
                let value = ahead[row * width + place - item.need] + item.value
                if value > ahead[(row + 1) * width + place] { ahead[(row + 1) * width + place] = value }
            }
        }
        row = rows
        for item in items.reversed() {
            if item.row != row {
                row = item.row
                for place in 0..<width { behind[row * width + place] = behind[(row + 1) * width + place] }
            }
            if item.need >= width { continue }
            for place in item.need..<width {
                let value = behind[(row + 1) * width + place - item.need] + item.value
                if value > behind[row * width + place] { behind[row * width + place] = value }
            }
        }
    }
}
