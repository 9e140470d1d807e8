import Foundation

/// The same problem with parties that may be cut in pieces: a flow of people to services, as cheap as it can be.
///
/// Where every party takes one place and none must be apart nothing is ever cut, and the flow is the answer. Elsewhere
/// its prices are where the search for a bound begins. Successive cheapest ways (Jonker and Volgenant), in whole numbers.
struct JointFlow {
    private let board: JointBoard
    /// Pieces of each party.
    private let supply: [Int]
    private let cost: [Int]
    private var room: [Int]
    /// Pieces on each pair.
    private(set) var flow: [Int]
    private var partyPrice: [Int]
    private var servicePrice: [Int]

    /// - Parameters:
    ///   - cost: of a whole party, for each pair; that of being left included.
    ///   - scale: what a cost is counted in, so that pieces have whole costs.
    init(_ board: JointBoard, cost: [Int], scale: Int = 1) {
        self.board = board
        let supply = board.options.map { pairs in
            pairs.lazy.filter { board.service[$0] != board.outside }.map { board.need[$0] }.min() ?? 1
        }
        self.supply = supply
        self.cost = cost.indices.map { cost[$0] * scale / supply[board.party[$0]] }
        room = board.free + [.max]
        flow = [Int](repeating: 0, count: cost.count)
        partyPrice = [Int](repeating: 0, count: supply.count)
        servicePrice = [Int](repeating: 0, count: room.count)
    }

    /// - Returns: whether it was done before the limit.
    mutating func run(within limit: JointLimit) -> Bool {
        for party in supply.indices {
            var rest = supply[party]
            while rest > 0 {
                guard limit.spend(board.cost.count) else { return false }
                rest -= send(rest, from: party)
            }
        }
        return true
    }

    /// The price of each party as a whole, in the scale of the costs.
    var prices: [Int] { partyPrice.indices.map { partyPrice[$0] * supply[$0] } }

    /// Sends as many of `most` pieces as one way takes.
    private mutating func send(_ most: Int, from source: Int) -> Int {
        var distance = [Int](repeating: .max, count: room.count)
        var origin = [Int](repeating: -1, count: room.count)
        var isDone = [Bool](repeating: false, count: room.count)
        var reached: [(party: Int, distance: Int, pair: Int)] = [(source, 0, -1)]
        var isReached = [Bool](repeating: false, count: supply.count)
        isReached[source] = true
        var touched: [Int] = []
        var next = 0
        var done: [Int] = []
        var end = -1
        while end < 0 {
            while next < reached.count {
                let (party, length, _) = reached[next]
                for pair in board.options[party] {
                    let service = board.service[pair]
                    let along = length + cost[pair] - partyPrice[party] - servicePrice[service]
                    if !isDone[service], along < distance[service] {
                        if distance[service] == .max { touched.append(service) }
                        (distance[service], origin[service]) = (along, pair)
                    }
                }
                next += 1
            }
            var nearest = -1
            for service in touched where !isDone[service] {
                if nearest < 0 || (distance[service], service) < (distance[nearest], nearest) { nearest = service }
            }
            isDone[nearest] = true
            if room[nearest] > 0 {
                end = nearest
            } else {
                done.append(nearest)
                for pair in board.start[nearest]..<board.start[nearest + 1]
                where flow[pair] > 0 && !isReached[board.party[pair]] {
                    isReached[board.party[pair]] = true
                    reached.append((board.party[pair], distance[nearest], pair))
                }
            }
        }
        let length = distance[end]
        for (party, near, _) in reached { partyPrice[party] += length - near }
        for service in done { servicePrice[service] -= length - distance[service] }
        let entries = Dictionary(uniqueKeysWithValues: reached.map { ($0.party, $0.pair) })
        var amount = min(most, room[end])
        var way: [(pair: Int, sign: Int)] = []
        var service = end
        while true {
            let pair = origin[service]
            way.append((pair, 1))
            let entry = entries[board.party[pair]] ?? -1
            if entry < 0 { break }
            amount = min(amount, flow[entry])
            way.append((entry, -1))
            service = board.service[entry]
        }
        for (pair, sign) in way { flow[pair] += sign * amount }
        if end != board.outside { room[end] -= amount }
        return amount
    }
}
