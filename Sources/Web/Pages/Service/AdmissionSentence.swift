import Domain
import Foundation

/// Whom a place takes in, in sentences made from codes (screens S3 and S13): what a colleague elsewhere reads, and what
/// the shelter sees while it writes its rules. They speak of the place, never of a person (rule R20).
///
/// What was not stated is told apart, in ``notStated``: it is neither a yes nor a no.
struct AdmissionSentence: Sendable {
    let admission: Admission
    let contraIndications: [ContraIndication]
    /// `nil` for help without a bed.
    let kind: ShelterKind?
    /// ISO 639-1 codes.
    let languages: [String]
    let interpreter: Bool?
    let codes: CodeLists
    let language: Language

    init(
        admission: Admission, contraIndications: [ContraIndication], kind: ShelterKind?, languages: [String] = [],
        interpreter: Bool? = nil, codes: CodeLists, language: Language
    ) {
        (self.admission, self.contraIndications, self.kind) = (admission, contraIndications, kind)
        (self.languages, self.interpreter, self.codes, self.language) = (languages, interpreter, codes, language)
    }

    init(of view: ServiceView, codes: CodeLists, language: Language) {
        self.init(
            admission: view.admission, contraIndications: view.contraIndications, kind: view.shelterKind,
            languages: view.languages, interpreter: view.interpreter, codes: codes, language: language)
    }

    /// Everything in the order of reading: for whom, what is needed, what cannot be here, what can in consultation.
    var sentences: [String] {
        forWhom + needed + practical + refusals.map(\.sentence) + consultations.map(\.sentence)
    }

    /// All sentences in one text: "Zo lezen anderen dit".
    var text: String { sentences.joined(separator: " ") }

    /// One circumstance that a place cannot take in, or only in consultation.
    struct Point: Sendable {
        let circumstance: Circumstance
        /// Who is meant, as the end of a sentence about people: "met een acute psychische crisis".
        let people: String
        /// Under which condition it can be, as a sentence of its own.
        let condition: String?
        /// The language of ``condition``: the words of a place stay as they are.
        let conditionLanguage: Language
        /// The whole as one or two sentences.
        let sentence: String
    }

    /// What cannot be here; in the order of the vocabulary.
    var refusals: [Point] {
        listed(.absolute).map { item in
            let people = CircumstanceWords.people(item.circumstance, in: language)
            let first = say("Deze plek kan nu geen mensen opvangen", "This place cannot now take people in")
            // Who is in an acute crisis needs care before a bed (domain section 5, banners).
            let advice: String? =
                item.circumstance == .acutePsychiatric
                ? say("Bel eerst de ggz-crisisdienst.", "Call the mental health crisis service first.") : nil
            return Point(
                circumstance: item.circumstance, people: people, condition: advice, conditionLanguage: language,
                sentence: joined("\(first) \(people).", advice))
        }
    }

    /// What can be here in consultation, with the condition: the words of the place, else what is usual.
    var consultations: [Point] {
        listed(.conditional).map { item in
            let people = CircumstanceWords.people(item.circumstance, in: language)
            let usual = codes.entry(item.circumstance)?.usualCondition?[language]
            let first = say("In overleg: mensen", "After consultation: people")
            return Point(
                circumstance: item.circumstance, people: people, condition: item.condition ?? usual,
                conditionLanguage: item.condition == nil ? language : .dutch,
                sentence: joined("\(first) \(people).", item.condition ?? usual))
        }
    }

    private func listed(_ hardness: Hardness) -> [ContraIndication] {
        contraIndications.filter { $0.hardness == hardness }
            .sorted { $0.circumstance.number < $1.circumstance.number }
    }

    private func joined(_ first: String, _ second: String?) -> String {
        second.map { "\(first) \($0)" } ?? first
    }

    var say: Words { Words(language: language) }

    /// A label inside a sentence: without its capital, unless the word is an abbreviation or, in English, a name.
    func inline<Kind: Code>(_ code: Kind) -> String {
        let label = codes.label(code, in: language)
        let isName = language == .english && Self.namesInEnglish.contains { label.hasPrefix($0) }
        guard let first = label.first, !(label.dropFirst().first?.isUppercase ?? false), !isName else { return label }
        return first.lowercased() + label.dropFirst()
    }

    private static let namesInEnglish = ["Dutch", "Veilig Thuis", "Netherlands", "Nidos"]
}
