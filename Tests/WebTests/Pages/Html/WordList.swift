import Foundation

/// Words that no text of ours has (conventions section 5; domain rule R20).
enum WordList {
    static let dutch = [
        "middels", "teneinde", "derhalve", "alsmede", "dienen te", "dient te", "conform", "inzake", "te allen tijde",
        "betreffende", "voornoemd", "indien", "tevens", "met betrekking tot", "casus", "ongemotiveerd", "weigert",
        "illegaal", "illegale", "illegalen", "zorgmijder", "probleemgeval", "loverboyslachtoffer",
        "je", "jij", "jouw", "jullie",
    ]

    /// The same in English: no blame, no lawyers' words.
    static let english = [
        "illegal", "illegals", "unmotivated", "refuses", "problem case", "care avoider", "herein", "aforementioned",
        "pursuant", "hereby", "shall", "in order to", "with regard to", "utilise", "please",
    ]

    /// The words of a list that stand in a text.
    static func found(in text: String, _ words: [String]) -> [String] {
        let padded = " " + text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
        return words.filter { padded.contains(" \($0) ") }
    }
}
