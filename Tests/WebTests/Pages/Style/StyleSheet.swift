import Foundation

/// The style sheet, read as far as the tests need.
struct StyleSheet: Sendable {
    struct Rule: Sendable {
        /// The conditions around it, such as `@media print`, the outermost first.
        let conditions: [String]
        let selector: String
        let declarations: [Declaration]

        subscript(_ property: String) -> String? { declarations.last { $0.property == property }?.value }

        var isPrint: Bool { conditions.contains { $0.contains("print") } }
        var isForced: Bool { conditions.contains { $0.contains("forced-colors") } }
        var isDark: Bool { conditions.contains { $0.contains("prefers-color-scheme: dark") } }
    }

    struct Declaration: Sendable {
        let property: String
        let value: String

        var isToken: Bool { property.hasPrefix("--") }
    }

    let rules: [Rule]
    /// Lines that begin with `@` and have no block, such as `@import`.
    let statements: [String]

    static let shipped = Result {
        StyleSheet(try String(contentsOf: Shipped.publicFolder.appending(path: "opvangkaart.css"), encoding: .utf8))
    }

    init(_ text: String) {
        var reader = Reader(rest: text.replacing(/\/\*[^*]*\*+(?:[^\/*][^*]*\*+)*\//, with: " ")[...])
        reader.read([])
        (rules, statements) = (reader.rules, reader.statements)
    }

    private struct Reader {
        var rest: Substring
        var rules: [Rule] = []
        var statements: [String] = []

        mutating func read(_ conditions: [String]) {
            while let stop = rest.firstIndex(where: { "{};".contains($0) }) {
                let head = rest[..<stop].split(whereSeparator: \.isWhitespace).joined(separator: " ")
                let sign = rest[stop]
                rest = rest[rest.index(after: stop)...]
                switch sign {
                case "}": return
                case ";": statements.append(head)
                default: block(head, conditions)
                }
            }
        }

        private mutating func block(_ head: String, _ conditions: [String]) {
            let holdsRules = ["@media", "@supports", "@layer", "@container"].contains { head.hasPrefix($0) }
            if holdsRules { return read(conditions + [head]) }
            let end = rest.firstIndex(of: "}") ?? rest.endIndex
            let declarations = rest[..<end].split(separator: ";").compactMap { line -> Declaration? in
                guard let colon = line.firstIndex(of: ":") else { return nil }
                func trimmed(_ text: Substring) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
                return Declaration(
                    property: trimmed(line[..<colon]), value: trimmed(line[line.index(after: colon)...]))
            }
            rules.append(Rule(conditions: conditions, selector: head, declarations: declarations))
            rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
        }
    }

    // MARK: Tokens

    enum Scheme: String, CaseIterable, Sendable { case light, dark }

    /// The value of every token there, the later rule before the earlier.
    func tokens(_ scheme: Scheme) -> [String: String] {
        var tokens: [String: String] = [:]
        for rule in rules where rule.selector.contains(":root") && !rule.isPrint && !rule.isForced {
            let isForAll = rule.conditions.isEmpty
            guard isForAll || (scheme == .dark && rule.isDark) else { continue }
            for declaration in rule.declarations where declaration.isToken {
                tokens[declaration.property] = declaration.value
            }
        }
        return tokens
    }

    /// What a value comes to: tokens replaced by what they stand for, as often as needed.
    func resolved(_ value: String, _ scheme: Scheme) -> String {
        let tokens = tokens(scheme)
        var value = value
        for _ in 0..<8 {
            guard let match = value.firstMatch(of: /var\((--[a-z0-9-]+)\)/) else { break }
            value.replaceSubrange(match.range, with: tokens[String(match.1)] ?? "?")
        }
        if let both = value.wholeMatch(of: /light-dark\((.+),\s*(.+)\)/) {
            value = String(scheme == .light ? both.1 : both.2)
        }
        return value
    }

    func color(_ value: String, _ scheme: Scheme) -> StyleColor? { StyleColor(resolved(value, scheme)) }

    /// A length in `rem`.
    func rem(_ value: String) -> Double? {
        resolved(value, .light).wholeMatch(of: /([0-9.]+)rem/).flatMap { Double($0.1) }
    }
}

/// A colour, and how far it stands out from another (WCAG 2.2, relative luminance).
struct StyleColor: Hashable, Sendable {
    let red: Double
    let green: Double
    let blue: Double

    /// `#abc` or `#aabbcc`; `nil` for anything else.
    init?(_ text: String) {
        guard let match = text.wholeMatch(of: /#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})/) else { return nil }
        let digits = match.1.count == 3 ? match.1.flatMap { [$0, $0] } : Array(match.1)
        let parts = stride(from: 0, to: 6, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
        guard parts.count == 3 else { return nil }
        (red, green, blue) = (Double(parts[0]) / 255, Double(parts[1]) / 255, Double(parts[2]) / 255)
    }

    private var luminance: Double {
        func linear(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    func contrast(with other: StyleColor) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }
}
