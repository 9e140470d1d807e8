import TestTools
import Testing

@testable import Web

@Suite("Keys that do not count, tried too often")
struct WrongKeysTests {
    private static let second: Int64 = 1_000_000_000
    private static let start: Int64 = 1_795_161_600 * second

    /// The obvious way: every try with its moment, for good.
    private struct Naive {
        var byAddress: [AddressBlock: [Int64]] = [:]
        var byBeginning: [Int: [Int64]] = [:]

        static func wait(_ tries: [Int64]?, at now: Int64) -> Int64 {
            let recent = (tries ?? []).filter { now - $0 < 60 * second }
            return recent.count < 6 ? 0 : recent[recent.count - 6] + 60 * second - now
        }

        mutating func note(_ beginning: Int, from address: AddressBlock, at now: Int64) -> Int64 {
            if Self.wait(byAddress[address], at: now) == 0 { byAddress[address, default: []].append(now) }
            let own = Self.wait(byAddress[address], at: now)
            if own == 0, Self.wait(byBeginning[beginning], at: now) == 0 {
                byBeginning[beginning, default: []].append(now)
            }
            return max(own, Self.wait(byBeginning[beginning], at: now))
        }
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func agreesWithAListOfTries(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var (table, naive) = (WrongKeys(most: 100), Naive())
        var now = Self.start
        for turn in 0..<1_000 {
            now += Int64.random(in: 0...(12 * Self.second), using: &random)
            let address = AddressBlock.four(UInt32.random(in: 0..<4, using: &random))
            let beginning = Int.random(in: 0..<4, using: &random)
            let expected = naive.note(beginning, from: address, at: now)

            #expect(table.note(beginning, from: address, at: now) == expected, "seed \(seed), turn \(turn)")
            #expect(table.wait(of: address, at: now) == Naive.wait(naive.byAddress[address], at: now))
        }
    }

    @Test func theSixthInAMinuteIsOneTooMany() {
        var table = WrongKeys(most: 10)
        let (here, there) = (AddressBlock.four(1), AddressBlock.four(2))
        for number in 0..<5 { #expect(table.note(number, from: here, at: Self.start) == 0) }
        #expect(table.wait(of: here, at: Self.start) == 0)

        #expect(table.note(5, from: here, at: Self.start + Self.second) == 59 * Self.second)
        #expect(table.wait(of: here, at: Self.start + 2 * Self.second) == 58 * Self.second)
        #expect(table.wait(of: there, at: Self.start + 2 * Self.second) == 0)
        #expect(table.note(6, from: here, at: Self.start + 60 * Self.second) == 0)
    }

    @Test func oneBeginningFromManyAddresses() {
        var table = WrongKeys(most: 100)
        let beginning = WrongKeys.beginning(of: "okt_abcdEFGH")
        for number in 0..<5 as Range<UInt32> {
            #expect(table.note(beginning, from: .four(number), at: Self.start) == 0)
        }

        #expect(table.note(beginning, from: .four(5), at: Self.start) == 60 * Self.second)
        #expect(table.note(WrongKeys.beginning(of: "okt_abceEFGH"), from: .four(6), at: Self.start) == 0)
        // Whoever tried keeps the right to try another.
        #expect(table.wait(of: .four(5), at: Self.start) == 0)
    }

    @Test(
        arguments: [
            ("okt_abcdefgh", "okt_abcdxyz", true), ("okt_abcd", "okt_abcd", true), ("okt_abc", "okt_abcd", false),
            ("", "o", false), ("okt_abcd", "okt_abcD", false),
        ])
    func beginnings(_ one: String, _ other: String, _ areSame: Bool) {
        #expect((WrongKeys.beginning(of: one) == WrongKeys.beginning(of: other)) == areSame)
    }

    @Test(arguments: [1, 1_000_000_000] as [Int64])
    func anEarlierMomentForgetsNoTry(_ earlier: Int64) {
        var table = WrongKeys(most: 10)
        for _ in 0..<5 { _ = table.note(nil, from: .unknown, at: Self.start) }

        #expect(table.note(nil, from: .unknown, at: Self.start - earlier) == 60 * Self.second + earlier)
        #expect(table.wait(of: .unknown, at: Self.start) == 60 * Self.second)
    }
}
