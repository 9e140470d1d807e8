/// Random numbers from a seed: the same seed gives the same case on every machine.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension SplitMix64 {
    /// True in `percent` of a hundred cases.
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// One of `values`, which may not be empty.
    mutating func one<Value>(of values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &self)] }

    /// Each of `values` in `percent` of a hundred cases.
    mutating func some<Value>(of values: [Value], _ percent: Int) -> [Value] {
        var chosen: [Value] = []
        for value in values where chance(percent) { chosen.append(value) }
        return chosen
    }

    /// As ``some(of:_:)``, but never nothing.
    mutating func several<Value>(of values: [Value], _ percent: Int) -> [Value] {
        let chosen = some(of: values, percent)
        return chosen.isEmpty ? [one(of: values)] : chosen
    }
}
