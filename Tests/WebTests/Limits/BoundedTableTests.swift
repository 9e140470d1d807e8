import TestTools
import Testing

@testable import Web

@Suite("A table that forgets")
struct BoundedTableTests {
    private struct Load: Perishable, Sendable, Equatable {
        var weight: Int64
        func weight(at now: Int64) -> Int64 { weight - now }
    }

    /// Nothing that weighs is lost while there is room, whatever is cleared away beside it.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func keepsWhatWeighs(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var table = BoundedTable<Int, Load>(most: 64)
        var model: [Int: Load] = [:]
        for now in 0..<1_500 as Range<Int64> {
            let (key, more) = (Int.random(in: 0..<60, using: &random), Int64.random(in: 0...40, using: &random))
            model[key, default: Load(weight: now)].weight += more
            table.update(key, fresh: Load(weight: now), at: now) { $0.weight += more }
            model = model.filter { $0.value.weight(at: now) > 0 || table[$0.key] != nil }

            for (key, load) in model { #expect(table[key] == load, "seed \(seed) at \(now)") }
            #expect(table.count == model.count)
        }
    }

    @Test(arguments: [1, 2, 7, 8, 9, 1_000])
    func neverMoreThanItMay(_ most: Int) {
        var table = BoundedTable<Int, Load>(most: most)
        for key in 0..<3_000 {
            table.update(key, fresh: Load(weight: 1_000_000), at: 0) { $0.weight += 1 }
            #expect(table[key] == Load(weight: 1_000_001))
            #expect(table.count == min(most, key + 1))
        }
    }

    /// As many new ones as there were old ones leave none of those.
    @Test func isClearedAsNewOnesCome() {
        var table = BoundedTable<Int, Load>(most: 40_000)
        for key in 0..<10_000 { table.update(key, fresh: Load(weight: 10), at: 0) { _ in } }
        #expect(table.count == 10_000)

        for key in 10_000..<20_000 { table.update(key, fresh: Load(weight: 20), at: 10) { _ in } }

        #expect((0..<10_000).allSatisfy { table[$0] == nil })
        #expect(table.count == 10_000)
    }

    @Test func theHeaviestStay() {
        var table = BoundedTable<Int, Load>(most: 512)
        for key in 0..<512 { table.update(key, fresh: Load(weight: key % 16 == 0 ? 1_000 : 1), at: 0) { _ in } }

        for key in 512..<20_000 { table.update(key, fresh: Load(weight: 1), at: 0) { _ in } }

        #expect(stride(from: 0, to: 512, by: 16).allSatisfy { table[$0] != nil })
    }
}
