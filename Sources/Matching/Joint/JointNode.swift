import Foundation

/// A point in the search: what is decided, and what can still be.
struct JointNode {
    /// The pair that was decided on, for each party.
    var choice: [Int?]
    /// Which pairs can still be.
    var isAlive: [Bool]
    /// What is left in each service; the last is for who is left.
    var room: [Int]
    /// A price for each party, for the bound.
    var price: [Int]
    /// What the decided pairs cost together.
    var spent = 0
    var open: Int

    /// - Parameter leaving: how many people may be left.
    init(_ board: JointBoard, leaving: Int, price: [Int]) {
        choice = [Int?](repeating: nil, count: board.people.count)
        room = board.free + [leaving]
        let room = room
        isAlive = board.party.indices.map { board.need[$0] <= room[board.service[$0]] }
        self.price = price
        open = board.people.count
    }

    /// Decides on `pair`, and drops what it rules out.
    mutating func take(_ pair: Int, on board: JointBoard, cost: [Int]) {
        let (party, service) = (board.party[pair], board.service[pair])
        choice[party] = pair
        spent += cost[pair]
        open -= 1
        room[service] -= board.need[pair]
        for other in board.options[party] { isAlive[other] = false }
        let rivals = service == board.outside ? [] : board.rivals[party]
        for other in board.start[service]..<board.start[service + 1] where isAlive[other] {
            if board.need[other] > room[service] || rivals.contains(board.party[other]) { isAlive[other] = false }
        }
    }

    /// Takes what has become the only way; `false` when some party has none.
    mutating func settle(on board: JointBoard, cost: [Int]) -> Bool {
        while true {
            var isChanged = false
            for party in choice.indices where choice[party] == nil {
                if let twin = board.twin[party] { follow(twin, by: party, on: board) }
                var (first, count) = (-1, 0)
                for pair in board.options[party] where isAlive[pair] {
                    if count == 0 { first = pair }
                    count += 1
                    if count > 1 { break }
                }
                if count == 0 { return false }
                if count == 1 {
                    take(first, on: board, cost: cost)
                    isChanged = true
                }
            }
            if !isChanged { return true }
        }
    }

    /// Of two that are the same in everything the first takes the better place: any other way is that one, turned round.
    private mutating func follow(_ twin: Int, by party: Int, on board: JointBoard) {
        let first = choice[twin] ?? board.options[twin].first { isAlive[$0] }
        guard let first else { return }
        for pair in board.options[party].prefix(board.position[first]) { isAlive[pair] = false }
    }
}
