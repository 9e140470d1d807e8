/// SplitMix64: the same numbers for the same seed, on every machine.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }
}

extension SeededGenerator {
    /// True in `percent` of a hundred cases.
    package mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    package mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// One of `values`, which may not be empty.
    package mutating func one<Value>(of values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &self)]
    }

    /// Each of `values` in `percent` of a hundred cases.
    package mutating func some<Value>(of values: [Value], _ percent: Int) -> [Value] {
        var chosen: [Value] = []
        for value in values where chance(percent) { chosen.append(value) }
        return chosen
    }

    /// As ``some(of:_:)``, but never nothing.
    package mutating func several<Value>(of values: [Value], _ percent: Int) -> [Value] {
        let chosen = some(of: values, percent)
        return chosen.isEmpty ? [one(of: values)] : chosen
    }
}
