import Dispatch
import Foundation
import Synchronization

/// Runs the same work on many things over all cores; the results stand in the order of the things.
enum SideBySide {
    static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], _ work: @Sendable (Item) -> Result
    ) -> [Result] {
        let results = Mutex<[(index: Int, result: Result)]>([])
        DispatchQueue.concurrentPerform(iterations: items.count) { index in
            let result = work(items[index])
            results.withLock { $0.append((index, result)) }
        }
        return results.withLock { $0 }.sorted { $0.index < $1.index }.map(\.result)
    }
}
