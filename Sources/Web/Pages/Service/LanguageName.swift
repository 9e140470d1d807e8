import Domain
import Foundation

/// Languages by their ISO 639-1 code, in words (feature F39). One that is not in the table keeps its code.
enum LanguageName {
    static func name(_ code: String, in language: Language) -> String { table[code]?[language] ?? code }

    /// The codes with a name, in the order of their names.
    static func known(in language: Language) -> [String] {
        table.keys.sorted { name($0, in: language) < name($1, in: language) }
    }

    private static let table: [String: Bilingual] = Dictionary(
        rows.map { ($0.0, Bilingual(dutch: $0.1, english: $0.2)) }, uniquingKeysWith: { first, _ in first })

    private static let rows: [(String, String, String)] = [
        ("am", "Amhaars", "Amharic"), ("ar", "Arabisch", "Arabic"), ("bg", "Bulgaars", "Bulgarian"),
        ("cs", "Tsjechisch", "Czech"), ("de", "Duits", "German"), ("en", "Engels", "English"),
        ("es", "Spaans", "Spanish"), ("fa", "Farsi", "Farsi"), ("fr", "Frans", "French"), ("hi", "Hindi", "Hindi"),
        ("hu", "Hongaars", "Hungarian"), ("id", "Indonesisch", "Indonesian"), ("it", "Italiaans", "Italian"),
        ("ku", "Koerdisch", "Kurdish"), ("nl", "Nederlands", "Dutch"), ("pl", "Pools", "Polish"),
        ("ps", "Pasjtoe", "Pashto"), ("pt", "Portugees", "Portuguese"), ("ro", "Roemeens", "Romanian"),
        ("ru", "Russisch", "Russian"), ("so", "Somalisch", "Somali"), ("sq", "Albanees", "Albanian"),
        ("sw", "Swahili", "Swahili"), ("th", "Thai", "Thai"), ("ti", "Tigrinya", "Tigrinya"),
        ("tl", "Tagalog", "Tagalog"), ("tr", "Turks", "Turkish"), ("uk", "Oekraïens", "Ukrainian"),
        ("ur", "Urdu", "Urdu"), ("vi", "Vietnamees", "Vietnamese"), ("zh", "Chinees", "Chinese"),
    ]
}
