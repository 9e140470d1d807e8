/// Figures in the text format of Prometheus, version 0.0.4.
struct MetricsText: Sendable {
    enum Kind: String, Sendable { case counter, gauge, histogram }

    private(set) var text = ""

    /// Begins the figures of one name.
    mutating func family(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    /// - Parameter value: whole, or with a point.
    mutating func sample(_ name: String, _ value: some Numeric, _ labels: KeyValuePairs<String, String> = [:]) {
        let list = labels.map { "\($0.key)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
        text += list.isEmpty ? "\(name) \(value)\n" : "\(name){\(list)} \(value)\n"
    }

    /// A name that has one figure.
    mutating func single(_ name: String, _ kind: Kind, _ help: String, _ value: some Numeric) {
        family(name, kind, help)
        sample(name, value)
    }

    /// A name that has one figure for each value of a label.
    mutating func list(
        _ name: String, _ kind: Kind, _ help: String, by label: String, _ values: [(name: String, count: Int)]
    ) {
        family(name, kind, help)
        for value in values { sample(name, value.count, [label: value.name]) }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
