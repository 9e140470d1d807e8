import Dispatch
import Synchronization

/// Writes the lines of the log on a queue of its own: a disk or a reader that stands still holds up no answer.
///
/// What waits is bounded; lines beyond that are dropped and counted, and the count is written when there is room again.
final class LogWriter: Sendable {
    private struct Waiting {
        var lines: [String] = []
        var bytes = 0
        var lost = 0
        var isWriting = false
    }

    private let limit: Int
    private let output: @Sendable (String) -> Void
    private let queue = DispatchQueue(label: "log")
    private let waiting = Mutex(Waiting())

    /// - Parameters:
    ///   - limit: bytes that may wait.
    ///   - output: writes one or more whole lines, the last without its line end; may take its time.
    init(limit: Int = 1 << 20, output: @escaping @Sendable (String) -> Void) {
        (self.limit, self.output) = (limit, output)
    }

    /// From any thread; never waits for the output.
    func write(_ lines: [String]) {
        let mustStart = waiting.withLock { waiting in
            for line in lines {
                if waiting.bytes + line.utf8.count <= limit {
                    waiting.lines.append(line)
                    waiting.bytes += line.utf8.count
                } else {
                    waiting.lost += 1
                }
            }
            defer { waiting.isWriting = true }
            return !waiting.isWriting
        }
        if mustStart { queue.async { self.drain() } }
    }

    /// Waits until all is written, at most so long.
    func finish(within seconds: Double) {
        let done = DispatchSemaphore(value: 0)
        queue.async { done.signal() }
        _ = done.wait(timeout: .now() + seconds)
    }

    private func drain() {
        while let text = next() { output(text) }
    }

    /// `nil` when nothing waits; the next line then starts the writing again.
    private func next() -> String? {
        waiting.withLock { waiting in
            var lines = waiting.lines
            if waiting.lost > 0 { lines.append("\(waiting.lost) regels van het logboek vielen weg: schrijven stokte.") }
            waiting = Waiting(isWriting: !lines.isEmpty)
            return lines.isEmpty ? nil : lines.joined(separator: "\n")
        }
    }
}
