import Domain

/// Which bit of a mask in the function stands for which code of an answer.
enum SearchCodes {
    typealias Table = (name: String, codes: [(bit: Int, code: String)])

    static let tables: [Table] = [
        ("reason", numbered(reasons) + circumstances), ("condition", numbered(conditions) + circumstances),
        ("question", numbered(questions) + circumstances),
    ]

    private static let reasons = [
        "age", "gender", "household", "sons_age", "capacity_too_small", "residence", "form_not_served",
        "not_target_group", "pet", "accessibility", "security_insufficient", "danger_region",
        "closed_needs_court_order", "out_of_area", "wish_must_not", "no_safe_home", "phase", "paused",
    ]

    private static let conditions = [
        "residence", "gender_check", "danger_region", "pet", "unknown:residence", "unknown:gender",
    ]

    private static let questions = [
        "not_stated:genders", "not_stated:minimumAge", "not_stated:maximumAge", "not_stated:households",
        "not_stated:sonsMaximumAge", "not_stated:residence", "not_stated:wheelchair", "not_stated:pets",
        "not_stated:reach", "not_stated:municipality", "unknown:residence", "unknown:household", "unknown:children",
        "unknown:exploitationForms", "unknown:wheelchair", "unknown:pet", "unknown:dangerAreas",
        "unknown:currentMunicipality",
    ]

    /// From bit 20.
    private static let circumstances = Circumstance.allCases.map { circumstance in
        (bit: 20 + CodeMask.number(circumstance), code: "contra_indication:\(circumstance.rawValue)")
    }

    private static func numbered(_ codes: [String]) -> [(bit: Int, code: String)] {
        codes.enumerated().map { (bit: $0, code: $1) }
    }
}
