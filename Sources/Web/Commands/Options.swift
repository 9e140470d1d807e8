import Foundation

/// The words after a command: options with a value, flags, and what stands by itself.
struct Options: Sendable {
    private var values: [String: String] = [:]
    private var flags: Set<String> = []
    private(set) var operands: [String] = []

    /// - Throws: ``CommandFailure`` for an unknown option, one given twice, one without its value.
    init(_ words: [String], valued: Set<String>, flags known: Set<String> = [], operands most: Int = 0)
        throws(CommandFailure)
    {
        var rest = words[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("--") else {
                guard operands.count < most else { throw .usage("‘\(word)’ hoort hier niet.") }
                operands.append(word)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            try take(parts[0], parts.count > 1 ? parts[1] : nil, &rest, valued: valued, flags: known)
        }
    }

    private mutating func take(
        _ name: String, _ joined: String?, _ rest: inout ArraySlice<String>, valued: Set<String>,
        flags known: Set<String>
    ) throws(CommandFailure) {
        if known.contains(name) {
            guard joined == nil else { throw .usage("\(name) heeft geen waarde.") }
            flags.insert(name)
            return
        }
        guard valued.contains(name) else { throw .usage("De optie \(name) bestaat niet.") }
        guard values[name] == nil else { throw .usage("\(name) staat er twee keer.") }
        guard let value = joined ?? rest.popFirst(), !value.isEmpty else { throw .usage("\(name) mist een waarde.") }
        values[name] = value
    }

    subscript(_ name: String) -> String? { values[name] }

    func has(_ flag: String) -> Bool { flags.contains(flag) }

    /// A folder, by default `standard` in the folder where the program was started.
    func folder(_ name: String, standard: String) -> URL {
        URL(filePath: values[name] ?? standard, directoryHint: .isDirectory)
    }
}
