import Domain
import Foundation
import Hashing

/// The holds that are known: those that keep places, and those that ended in the last days, so that both sides can
/// look back and a request that is sent again is recognised. Older ones stand in the journal.
struct HoldBoard: Sendable, Equatable {
    private(set) var active = SharedTable<HoldReference, Hold>()
    private var closed = SharedTable<HoldReference, Hold>()
    /// The closed ones in the order of their closing.
    private var closings = SharedTable<Int, HoldReference>()
    private var firstClosing = 0
    private var nextClosing = 0
    private var requests = SharedTable<SHA256Digest, HoldReference>()
    private var activeCounts = SharedTable<String, Int>()
    /// ``nextEnd``, unless the hold with that end has ended meanwhile.
    private var knownEnd: RecordTime?
    private var isEndKnown = true

    /// How long a hold is known after its end.
    static let memory: TimeInterval = 7 * 24 * 3_600
    /// How many closed ones are known at most: with more, the oldest go before their time.
    static let mostClosed = 20_000

    subscript(reference: HoldReference) -> Hold? { active[reference] ?? closed[reference] }

    var all: [Hold] { Array(active.values) + Array(closed.values) }

    var count: Int { active.count + closed.count }

    /// The closed ones in the order of their closing.
    var inOrderOfClosing: [Hold] {
        (firstClosing..<nextClosing).compactMap { closings[$0].flatMap { closed[$0] } }
    }

    /// The hold that this request has made before.
    func hold(for request: SHA256Digest) -> Hold? { requests[request].flatMap { self[$0] } }

    func activeCount(of keyID: String) -> Int { activeCounts[keyID] ?? 0 }

    /// When the first of the active ones ends.
    var nextEnd: RecordTime? { isEndKnown ? knownEnd : active.values.lazy.map(\.end).min() }

    /// Looks for the next end once, where it is not known: many holds that end together do so one by one.
    mutating func findNextEnd() { (knownEnd, isEndKnown) = (nextEnd, true) }

    /// Those that end at `time` or before it, in the order of their ends.
    func due(at time: RecordTime) -> [Hold] {
        guard let nextEnd, nextEnd <= time else { return [] }
        return active.values.filter { $0.end <= time }
            .sorted { ($0.end, $0.reference.rawValue) < ($1.end, $1.reference.rawValue) }
    }

    /// Takes in a hold as it stands now.
    mutating func take(_ hold: Hold) {
        let before = active[hold.reference]
        if before == nil, closed[hold.reference] != nil { return }
        if before == nil, let request = hold.idempotency { requests[request] = hold.reference }
        let keyID = hold.holder.keyID
        if hold.state.isActive {
            active[hold.reference] = hold
            if before == nil { activeCounts[keyID] = activeCount(of: keyID) + 1 }
            if let before, before.end == knownEnd { isEndKnown = false }
            knownEnd = min(knownEnd ?? hold.end, hold.end)
        } else {
            active[hold.reference] = nil
            if before != nil {
                let count = activeCount(of: keyID) - 1
                activeCounts[keyID] = count > 0 ? count : nil
            }
            closed[hold.reference] = hold
            closings[nextClosing] = hold.reference
            nextClosing += 1
            if let before, before.end == knownEnd { isEndKnown = false }
        }
    }

    /// Lets go of what ended so long before `time` that nobody asks for it.
    mutating func forget(before time: RecordTime) {
        while let reference = closings[firstClosing], let hold = closed[reference] {
            let isOld = (hold.closing ?? hold.end).adding(Self.memory) < time
            guard isOld || closed.count > Self.mostClosed else { return }
            closings[firstClosing] = nil
            closed[reference] = nil
            if let request = hold.idempotency, requests[request] == reference { requests[request] = nil }
            firstClosing += 1
        }
    }
}
