/// Chance with a fixed seed: the same samples on every machine (SplitMix64).
struct SampleRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// True in so many cases out of a hundred.
    mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// - Parameter list: not empty.
    mutating func one<Element>(of list: [Element]) -> Element { list[number(0...list.count - 1)] }

    /// So many of them at most, each once, in the order of the list.
    mutating func some<Element>(of list: [Element], atMost count: Int) -> [Element] {
        let chosen = Set((0..<count).map { _ in number(0...max(0, list.count - 1)) })
        return list.indices.filter(chosen.contains).map { list[$0] }
    }
}
