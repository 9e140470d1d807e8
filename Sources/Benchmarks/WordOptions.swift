/// Options of the form `--name VALUE` on a command line, and the words between them.
struct WordOptions {
    private(set) var words: [String] = []
    private var values: [String: String] = [:]

    /// - Parameter valued: the options there are; each takes a value.
    init(_ words: [String], valued: Set<String>) throws(BenchmarkFailure) {
        var rest = words[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("--") else {
                self.words.append(word)
                continue
            }
            guard valued.contains(word), let value = rest.popFirst() else { throw BenchmarkFailure(Benchmarks.usage) }
            values[word] = value
        }
    }

    func text(_ name: String) -> String? { values[name] }

    func number(_ name: String) throws(BenchmarkFailure) -> Int? {
        guard let text = values[name] else { return nil }
        guard let number = Int(text), number >= 0 else { throw BenchmarkFailure("\(name) needs a number.") }
        return number
    }
}
