import Domain
import Foundation

/// The languages that people can be helped in, by ISO 639 code, with their names.
enum SpokenLanguage {
    /// Those of victims in the Netherlands and of the shipped registry; `nil` for a code that is not listed.
    static func name(_ code: String, in language: Language) -> String? { names[code]?[language] }

    /// The codes, by their Dutch names.
    static let all: [String] = names.sorted { $0.value.dutch < $1.value.dutch }.map(\.key)

    private static let names: [String: Bilingual] = [
        "am": Bilingual(dutch: "Amhaars", english: "Amharic"), "ar": Bilingual(dutch: "Arabisch", english: "Arabic"),
        "bg": Bilingual(dutch: "Bulgaars", english: "Bulgarian"),
        "de": Bilingual(dutch: "Duits", english: "German"), "en": Bilingual(dutch: "Engels", english: "English"),
        "es": Bilingual(dutch: "Spaans", english: "Spanish"), "fa": Bilingual(dutch: "Farsi", english: "Farsi"),
        "fr": Bilingual(dutch: "Frans", english: "French"), "hu": Bilingual(dutch: "Hongaars", english: "Hungarian"),
        "nl": Bilingual(dutch: "Nederlands", english: "Dutch"), "pl": Bilingual(dutch: "Pools", english: "Polish"),
        "pt": Bilingual(dutch: "Portugees", english: "Portuguese"),
        "ro": Bilingual(dutch: "Roemeens", english: "Romanian"),
        "ru": Bilingual(dutch: "Russisch", english: "Russian"), "so": Bilingual(dutch: "Somalisch", english: "Somali"),
        "sq": Bilingual(dutch: "Albanees", english: "Albanian"), "th": Bilingual(dutch: "Thais", english: "Thai"),
        "ti": Bilingual(dutch: "Tigrinya", english: "Tigrinya"),
        "tl": Bilingual(dutch: "Tagalog", english: "Tagalog"), "tr": Bilingual(dutch: "Turks", english: "Turkish"),
        "uk": Bilingual(dutch: "Oekraïens", english: "Ukrainian"),
        "vi": Bilingual(dutch: "Vietnamees", english: "Vietnamese"),
        "zh": Bilingual(dutch: "Chinees", english: "Chinese"),
    ]
}
