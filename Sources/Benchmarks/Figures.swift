import Foundation

/// Prints figures, one a line, as soon as they are known.
enum Figures {
    static func title(_ text: String) { write("\n\(text)") }

    /// - Parameters:
    ///   - below: what the figure has to stay below, in the same unit.
    ///   - atMost: what it may just reach.
    ///   - atLeast: what it has to reach.
    ///   - note: what helps to read it.
    static func line(
        _ name: String, _ value: Double, _ unit: String, below: Double? = nil, atMost: Double? = nil,
        atLeast: Double? = nil, note: String = ""
    ) {
        let goals = [
            below.map { ("<", $0, value < $0) }, atMost.map { ("≤", $0, value <= $0) },
            atLeast.map { ("≥", $0, value >= $0) },
        ]
        let goal = goals.compactMap { $0 }.map { sign, target, isMet in
            "   target \(sign) \(text(target)) \(unit): \(isMet ? "met" : "MISSED")"
        }
        let figure = text(value)
        let padding = String(repeating: " ", count: max(1, 58 - name.count - figure.count))
        write("  \(name)\(padding)\(figure) \(unit)\(goal.joined())\(note.isEmpty ? "" : "   (\(note))")")
    }

    /// Three significant digits, more only where the whole part has them.
    static func text(_ value: Double) -> String {
        let digits = value <= 0 ? 0 : max(0, 2 - Int(log10(value).rounded(.down)))
        return String(format: "%.\(min(digits, 4))f", value)
    }

    private static func write(_ text: String) {
        FileHandle.standardOutput.write(Data("\(text)\n".utf8))
    }
}
