import Foundation

/// Prints figures, one a line, as soon as they are known.
enum Figures {
    static func title(_ text: String) { write("\n\(text)") }

    /// - Parameters:
    ///   - target: what the figure has to stay below, in the same unit.
    ///   - note: what helps to read it.
    static func line(_ name: String, _ value: Double, _ unit: String, below target: Double? = nil, note: String = "") {
        let figure = text(value)
        let padding = String(repeating: " ", count: max(1, 58 - name.count - figure.count))
        let goal = target.map { "   target < \(text($0)) \(unit): \(value < $0 ? "met" : "MISSED")" } ?? ""
        write("  \(name)\(padding)\(figure) \(unit)\(goal)\(note.isEmpty ? "" : "   (\(note))")")
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
