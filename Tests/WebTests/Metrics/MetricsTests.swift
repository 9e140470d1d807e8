import Foundation
import HTTP
import TestTools
import Testing

@testable import Web

@Suite("What was answered, counted")
struct MetricsTests {
    private static func entry(
        _ label: String?, _ method: HTTP.Method?, _ status: Int, microseconds: Int = 0, refusal: RefusalReason? = nil,
        isComplete: Bool = true
    ) -> LogEntry {
        LogEntry(
            id: UUID(), method: method, label: label, status: Status(status), bytes: 0, microseconds: microseconds,
            refusal: refusal, refusalOffset: nil, isComplete: isComplete)
    }

    /// Against the obvious sums over all entries.
    @Test(arguments: 0..<10 as Range<UInt64>)
    func agreesWithSums(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let methods = ["GET", "POST", "BREW", "OPTIONS"].map { HTTP.Method(rawValue: $0) } + [nil]
        let entries = (0..<500).map { _ in
            Self.entry(
                ["/v1/health", "/v1/services/{id}", nil].randomElement(using: &random) ?? nil,
                methods.randomElement(using: &random) ?? nil, .random(in: 200...599, using: &random),
                microseconds: Int(pow(10, Double.random(in: 0...7, using: &random))),
                refusal: Bool.random(using: &random) ? nil : RefusalReason.allCases.randomElement(using: &random),
                isComplete: .random(using: &random))
        }
        let metrics = Metrics()
        for start in stride(from: 0, to: 500, by: 50) { metrics.count(Array(entries[start..<start + 50])) }

        let counts = metrics.current
        #expect(counts.broken == entries.count { !$0.isComplete })
        for reason in RefusalReason.allCases {
            #expect(counts.refusals[reason] ?? 0 == entries.count { $0.refusal == reason })
        }
        for (name, own) in Dictionary(grouping: entries, by: { $0.label ?? "none" }) {
            let answers = try #require(counts.answers[name])
            #expect(answers.microseconds == own.reduce(0) { $0 + $1.microseconds })
            for (place, bound) in Metrics.bounds.enumerated() {
                let upTo = answers.durations[...place].reduce(0, +)
                #expect(upTo == own.count { $0.microseconds <= bound }, "seed \(seed), \(name), \(bound)")
            }
            for (row, method) in Metrics.methods.enumerated() {
                for (column, hundred) in Metrics.classes.enumerated() {
                    let expected = own.count { entry in
                        let word = entry.method?.rawValue ?? "other"
                        return (Metrics.methods.contains(word) ? word : "other") == method
                            && "\(entry.status.code / 100)xx" == hundred
                    }
                    #expect(answers.counts[row * Metrics.classes.count + column] == expected)
                }
            }
        }
    }

    @Test func namesAreBounded() {
        let metrics = Metrics()
        metrics.count((0..<5_000).map { Self.entry("/verzonnen/\($0)", .get, 404) })
        let answers = metrics.current.answers
        var all = 0
        for answer in answers.values { all += answer.counts.reduce(0, +) }

        #expect(answers.count <= 1_001)
        #expect(all == 5_000)
    }
}
