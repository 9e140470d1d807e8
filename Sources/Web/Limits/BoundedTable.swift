/// What may be forgotten, sooner or later.
protocol Perishable {
    /// How much is lost when it is forgotten at `now` (nanoseconds); nothing where it is 0 or less.
    func weight(at now: Int64) -> Int64
}

/// One value for each key, for at most so many keys.
///
/// A new key always finds a place. Values that have no weight any more are cleared away as new ones come; where all
/// places are taken, one of the lightest goes, looked for among a few neighbours. So nobody is turned away because
/// others fill the table, those who weigh most are forgotten last, and no call looks at more than ten places.
struct BoundedTable<Key: Hashable & Sendable, Value: Perishable & Sendable>: Sendable {
    private struct Slot {
        var key: Key
        var value: Value
    }

    private let most: Int
    private var places: [Key: Int] = [:]
    private var slots: [Slot] = []
    /// The place before which the next look is taken.
    private var hand = 0

    private static var cleared: Int { 2 }
    private static var compared: Int { 8 }

    /// - Parameter most: keys at a time; at least 1.
    init(most: Int) { self.most = max(1, most) }

    var count: Int { slots.count }

    subscript(_ key: Key) -> Value? { places[key].map { slots[$0].value } }

    /// Changes the value of `key`, which is `fresh` where there is none.
    mutating func update<Result>(
        _ key: Key, fresh: @autoclosure () -> Value, at now: Int64, _ change: (inout Value) -> Result
    ) -> Result {
        if let place = places[key] { return change(&slots[place].value) }
        for _ in 0..<Self.cleared { clear(at: now) }
        var slot = Slot(key: key, value: fresh())
        let result = change(&slot.value)
        place(slot, at: now)
        return result
    }

    /// Looks at the next place, and clears it where nothing is lost.
    ///
    /// Downwards: the last one, which fills the gap, was looked at before.
    private mutating func clear(at now: Int64) {
        guard let place = nextPlace(), slots[place].value.weight(at: now) <= 0 else { return }
        places[slots[place].key] = nil
        let last = slots.removeLast()
        guard place < slots.count else { return }
        slots[place] = last
        places[last.key] = place
    }

    private mutating func place(_ slot: Slot, at now: Int64) {
        guard slots.count >= most else {
            places[slot.key] = slots.count
            slots.append(slot)
            return
        }
        let seen = (0..<Self.compared).compactMap { _ in nextPlace() }
        guard let lightest = seen.min(by: { slots[$0].value.weight(at: now) < slots[$1].value.weight(at: now) })
        else { return }
        places[slots[lightest].key] = nil
        slots[lightest] = slot
        places[slot.key] = lightest
    }

    private mutating func nextPlace() -> Int? {
        if hand == 0 || hand > slots.count { hand = slots.count }
        guard hand > 0 else { return nil }
        hand -= 1
        return hand
    }
}
