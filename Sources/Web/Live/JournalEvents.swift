import Dispatch
import Domain
import Foundation
import Ledger
import Registry
import Synchronization

/// Events of the past, read from the journal in blocks, on a queue of its own, and shared by all who are at the same
/// place: after a restart everybody comes back to the same one.
final class JournalEvents: Sendable {
    /// The events of some records that follow each other.
    final class Block: Sendable {
        /// The last record it holds the events of.
        let last: Int
        private let events: [ChangeEvent]

        init(last: Int, events: [ChangeEvent]) { (self.last, self.events) = (last, events) }

        /// Whether somebody who has everything up to `id` gets further with it.
        func follows(_ id: EventID) -> Bool { id.nextSequence <= last }

        /// At most `count` of the events after `id`.
        func events(after id: EventID, atMost count: Int) -> ArraySlice<ChangeEvent> {
            (events.firstIndex { $0.id > id }).map { events[$0...].prefix(count) } ?? []
        }
    }

    private struct Shelf {
        var blocks: [Int: Block] = [:]
        /// Their numbers, the one that was wanted last at the end.
        var order: [Int] = []
        /// Who waits for a block that is being read.
        var waiting: [Int: [@Sendable (Block?) -> Void]] = [:]
    }

    private let ledger: Ledger
    private let registry: Registry
    private let now: @Sendable () -> Date
    private let shelf = Mutex(Shelf())
    private let queue = DispatchQueue(label: "changes.journal", qos: .userInitiated)

    /// Records in a block.
    static let length = 64
    /// Blocks that are kept.
    static let mostBlocks = 64

    init(of ledger: Ledger, registry: Registry, now: @escaping @Sendable () -> Date) {
        (self.ledger, self.registry, self.now) = (ledger, registry, now)
    }

    /// The block that follows `id`, where it has been read.
    func block(after id: EventID) -> Block? {
        let number = Self.number(after: id)
        return shelf.withLock { shelf in
            guard let block = shelf.blocks[number], block.follows(id) else { return nil }
            shelf.order.removeAll { $0 == number }
            shelf.order.append(number)
            return block
        }
    }

    /// Reads the block that follows `id`.
    ///
    /// - Parameter then: called once, on another thread, with the block; with `nil` where it cannot be read.
    func read(after id: EventID, then: @escaping @Sendable (Block?) -> Void) {
        let number = Self.number(after: id)
        let isFirst = shelf.withLock { shelf in
            shelf.waiting[number, default: []].append(then)
            return shelf.waiting[number]?.count == 1
        }
        guard isFirst else { return }
        queue.async {
            let block = try? self.make(number)
            let waiting = self.shelf.withLock { shelf in
                if let block { Self.put(block, number, on: &shelf) }
                return shelf.waiting.removeValue(forKey: number) ?? []
            }
            for then in waiting { then(block) }
        }
    }

    private static func number(after id: EventID) -> Int { (id.nextSequence - 1) / length }

    private static func put(_ block: Block, _ number: Int, on shelf: inout Shelf) {
        shelf.blocks[number] = block
        shelf.order.removeAll { $0 == number }
        shelf.order.append(number)
        if shelf.order.count > mostBlocks { shelf.blocks[shelf.order.removeFirst()] = nil }
    }

    private func make(_ number: Int) throws(LedgerError) -> Block {
        let state = ledger.state
        let first = number * Self.length + 1
        let last = min(first + Self.length - 1, state.sequence)
        guard first <= last else { return Block(last: last, events: []) }
        let records = try ledger.records(from: first, atMost: last - first + 1)
        let reader = ChangeReader(registry)
        let moment = now()
        return Block(last: last, events: records.flatMap { reader.events(of: $0.record, at: moment) })
    }
}
