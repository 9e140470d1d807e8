import HTTP
import Testing

/// The pages of a search beside its form and its answer: changed, kept, compared, and told to the person.
struct SampleSearches {
    let program: TestProgram

    /// Every question of the form answered.
    static let everything: KeyValuePairs<String, String> = [
        "age": "17", "turns18Within6Months": "true", "gender": "female", "household": "with_children",
        "childAge1": "1", "childGender1": "male", "threat": "red", "dangerAreas": "NL-OV", "dangerAreas": "abroad",
        "dangerMunicipality": "Eindhoven", "currentMunicipality": "Utrecht", "housing": "street", "urgency": "days",
        "prefers": "open", "mustNot": "NL-ZH", "pet": "yes", "residence": "eu_eea", "exploitationForms": "sexual",
        "circumstances": "acute_suicidality", "circumstances": "newborn", "othersRuledOut": "true",
        "wheelchair": "yes", "transgender": "yes", "languages": "pl", "needs": "legal_assistance",
        "needs": "income_support", "victimStatusUnclear": "true", "registeredMunicipality": "Zwolle",
        "foundMunicipality": "Zwolle",
    ]
    /// Nothing fits so many.
    static let crowd: KeyValuePairs<String, String> = [
        "age": "30", "gender": "male", "household": "group", "persons": "500", "threat": "red", "urgency": "now",
    ]

    func response(_ page: SamplePages) throws -> Response {
        switch page {
        case .searchChange: try ask("/zoeken/wijzigen", Self.everything)
        case .searchKept: try program.post("/zoeken", Self.everything, cookie: "opvangkaart=0")
        case .searchLeftOut: try ask("/zoeken", SamplePages.good, ["pastNiet": "alle"])
        case .searchEverything: try ask("/zoeken", Self.everything)
        case .compare:
            try ask("/vergelijken", SamplePages.good, ["vergelijk": Village.secret, "vergelijk": Village.other])
        case .compareFault: try ask("/vergelijken", SamplePages.good)
        case .overview: try ask("/overzicht", SamplePages.good)
        case .overviewNothing: try ask("/overzicht", Self.crowd)
        case .serviceFromList: try ask("/diensten/\(Village.secret)/uit-lijst", SamplePages.good)
        case .holdFromList:
            try ask("/vasthouden/\(Village.visible)/uit-lijst", SamplePages.good, ["vergelijk": Village.secret])
        default: throw NoSearch()
        }
    }

    private struct NoSearch: Error {}

    private func ask(
        _ path: String, _ values: KeyValuePairs<String, String>, _ more: KeyValuePairs<String, String> = [:]
    ) throws -> Response {
        let all = (Array(values) + Array(more)).map { (key: $0.key, value: $0.value) }
        return try program.post(path, all, cookie: program.signIn(.coordinator))
    }
}
