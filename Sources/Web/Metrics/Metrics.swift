import Foundation
import HTTP
import Synchronization

/// What was answered since the program began, counted for whoever watches over it.
///
/// It is made of what the log is made of: the template of a route or the name of a file, the method, the status. No
/// address, no key, no organisation, nothing that somebody typed.
final class Metrics: Sendable {
    /// How long the making of answers took; microseconds, each with its end.
    static let bounds = [
        100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000,
    ]

    /// What was answered under one name.
    struct Answers: Sendable {
        /// By method and hundred of the status.
        var counts = [Int](repeating: 0, count: Metrics.methods.count * Metrics.classes.count)
        /// How many took as long as each of ``Metrics/bounds``, but longer than the one before; last, longer than all.
        var durations = [Int](repeating: 0, count: Metrics.bounds.count + 1)
        var microseconds = 0
    }

    struct Counts: Sendable {
        var answers: [String: Answers] = [:]
        var refusals: [RefusalReason: Int] = [:]
        /// Whose client did not take all of the answer.
        var broken = 0
    }

    static let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "other"]
    static let classes = ["1xx", "2xx", "3xx", "4xx", "5xx"]
    /// What has no name of ours.
    static let noName = "none"
    /// Names are the templates of routes and the files there are; should there ever be more, they have none.
    private static let mostNames = 1_000

    private let counts = Mutex(Counts())

    var current: Counts { counts.withLock { $0 } }

    /// Counts all answers of one turn of a worker.
    func count(_ entries: [LogEntry]) {
        counts.withLock { counts in
            for entry in entries { Self.count(entry, in: &counts) }
        }
    }

    private static func count(_ entry: LogEntry, in counts: inout Counts) {
        var name = entry.label ?? noName
        if counts.answers.count >= mostNames, counts.answers[name] == nil { name = noName }
        counts.answers[name, default: Answers()].add(entry)
        if let refusal = entry.refusal { counts.refusals[refusal, default: 0] += 1 }
        if !entry.isComplete { counts.broken += 1 }
    }
}

extension Metrics.Answers {
    fileprivate mutating func add(_ entry: LogEntry) {
        let method = Self.place(of: entry.method)
        let hundred = min(max(entry.status.code / 100, 1), Metrics.classes.count) - 1
        counts[method * Metrics.classes.count + hundred] += 1
        let bound = Metrics.bounds.firstIndex { entry.microseconds <= $0 } ?? Metrics.bounds.count
        durations[bound] += 1
        microseconds += entry.microseconds
    }

    private static func place(of method: HTTP.Method?) -> Int {
        guard let method else { return 7 }
        return switch method {
        case .get: 0
        case .head: 1
        case .post: 2
        case .put: 3
        case .patch: 4
        case .delete: 5
        case .options: 6
        default: 7
        }
    }
}
