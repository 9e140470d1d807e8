import Foundation

/// What is wrong with a text that people read (domain rule R20; the habits of plain Dutch).
struct DutchText {
    let text: String

    static let forbidden = [
        "ongemotiveerd", "weigert", "illegaal", "zorgmijder", "probleemgeval", "loverboyslachtoffer",
        "middels", "teneinde", "derhalve", "alsmede", "dienen te", "conform", "inzake", "te allen tijde",
        "betreffende", "voornoemd", "indien", "tevens", "met betrekking tot", "casus",
    ]
    static let mostWords = 20

    /// Empty when there is nothing to say about it.
    var faults: [String] {
        if text.isEmpty { return ["is empty"] }
        var faults: [String] = []
        if !text.hasSuffix(".") { faults.append("does not end with a full stop") }
        if text.contains("_") { faults.append("shows a code") }
        if text.contains("  ") || text.contains(" .") || text.contains("..") { faults.append("has a hole") }
        if let first = text.first, first.isLowercase { faults.append("starts without a capital") }
        let padded = " " + words(text.lowercased()).joined(separator: " ") + " "
        faults += Self.forbidden.filter { padded.contains(" \($0) ") }.map { "says '\($0)'" }
        faults += sentences.filter { words($0).count > Self.mostWords }.map { "is long: \($0)" }
        return faults
    }

    var sentences: [String] {
        text.replacing("? ", with: ". ").replacing(". ", with: "\n").split(separator: "\n").map(String.init)
    }

    private func words(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "’" }.map(String.init)
    }
}
