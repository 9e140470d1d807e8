import Foundation

/// What is wrong with an English text that people read: the habits of ``DutchText``, and nothing left in Dutch.
struct EnglishText {
    let text: String
    /// Parts that are Dutch in every language: what a place wrote itself.
    var quoted: [String] = []

    /// Words of every Dutch sentence that are no English words.
    static let dutch: Set<String> = [
        "aan", "als", "bij", "dat", "de", "deze", "een", "geen", "het", "hier", "iemand", "jaar", "kan", "lager",
        "mensen", "met", "niet", "nu", "ook", "op", "opvang", "over", "plek", "plekken", "te", "van", "voor", "vraag",
        "waar", "wat", "zonder",
    ]
    static let english: Set<String> = ["over"]
    /// Words that blame, or make a label of a person (domain rule R20).
    static let forbidden = ["unmotivated", "refuses", "illegal", "loverboy", "difficult", "non-compliant"]

    /// Empty when there is nothing to say about it.
    var faults: [String] {
        if text.isEmpty { return ["is empty"] }
        var faults: [String] = []
        if !text.hasSuffix(".") { faults.append("does not end with a full stop") }
        if text.contains("_") { faults.append("shows a code") }
        if text.contains("  ") || text.contains(" .") || text.contains("..") { faults.append("has a hole") }
        if let first = text.first, first.isLowercase { faults.append("starts without a capital") }
        let own = quoted.reduce(text) { $0.replacing($1, with: "") }
        let words = words(own.lowercased())
        faults += Self.dutch.subtracting(Self.english).intersection(words).sorted().map { "says '\($0)'" }
        faults += Self.forbidden.filter(words.contains).map { "says '\($0)'" }
        faults += sentences(own).filter { self.words($0).count > DutchText.mostWords }.map { "is long: \($0)" }
        return faults
    }

    private func sentences(_ text: String) -> [String] {
        text.replacing("? ", with: ". ").replacing(". ", with: "\n").split(separator: "\n").map(String.init)
    }

    private func words(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "’" }.map(String.init)
    }
}
