import Domain
import Foundation

/// One thing that the rules of a service say, by its name in the files of the registry.
struct RulesField: Hashable, Sendable {
    /// Such as `minimumAge`, `residence.undocumented` or `contraIndications.aggression`.
    let name: String
    /// `null` where nothing is stated; a bound that is none is `unlimited`.
    let value: JSONTree

    struct Difference: Hashable, Sendable {
        let name: String
        let old: JSONTree
        let new: JSONTree
    }

    /// What differs between two sets, in the order of the page that shows them. When and by whom a contra-indication
    /// was stated is no rule.
    static func differences(from old: AdmissionRules, to new: AdmissionRules) -> [Difference] {
        zip(all(in: old), all(in: new)).compactMap { before, after in
            before.value == after.value ? nil : Difference(name: after.name, old: before.value, new: after.value)
        }
    }

    /// Every field there is, in a fixed order.
    static func all(in rules: AdmissionRules) -> [RulesField] {
        who(rules.admission) + residence(rules.admission) + contraIndications(rules)
            + [
                RulesField("minimumDays", .orNull(rules.stay?.minimumDays)),
                RulesField("usualDays", .orNull(rules.stay?.usualDays)),
                RulesField("maximumDays", .orNull(rules.stay?.maximumDays)),
                RulesField("extensible", .orNull(rules.stay?.extensible)),
                RulesField("aftercare", .orNull(rules.aftercare)), RulesField("languages", words(rules.languages)),
                RulesField("interpreter", .orNull(rules.interpreter)),
                RulesField("securityLevel", .orNull(rules.securityLevel)),
            ]
    }

    private static func who(_ admission: Admission) -> [RulesField] {
        [
            RulesField("genders", admission.genders.map(codes) ?? .null),
            RulesField("welcomesTransgender", .orNull(admission.welcomesTransgender)),
            RulesField("minimumAge", limit(admission.minimumAge)),
            RulesField("maximumAge", limit(admission.maximumAge)),
            RulesField("households", admission.households.map(codes) ?? .null),
            RulesField("sonsMaximumAge", limit(admission.sonsMaximumAge)),
            RulesField("exploitationForms", codes(admission.exploitationForms)),
            RulesField("onlyFor", codes(admission.onlyFor)), RulesField("wheelchair", .orNull(admission.wheelchair)),
            RulesField("pets", .orNull(admission.pets)),
            RulesField("requiresPoliceReport", .orNull(admission.requiresPoliceReport)),
            RulesField("accessDecision", .orNull(admission.accessDecision)),
        ]
    }

    private static func residence(_ admission: Admission) -> [RulesField] {
        ResidenceStatus.stated.flatMap { status in
            let answer = admission.residence.map { $0[status] ?? .no }
            return [
                RulesField("residence.\(status.rawValue)", .orNull(answer)),
                RulesField("residenceReasons.\(status.rawValue)", .orNull(admission.residenceReasons[status])),
            ]
        }
    }

    private static func contraIndications(_ rules: AdmissionRules) -> [RulesField] {
        Circumstance.allCases.flatMap { circumstance in
            let stated = rules.contraIndication(circumstance)
            let name = "contraIndications.\(circumstance.rawValue)"
            return [
                RulesField(name, .orNull(stated?.hardness)),
                RulesField("\(name).condition", stated?.condition.map(JSONTree.string) ?? .null),
            ]
        }
    }

    private init(_ name: String, _ value: JSONTree) { (self.name, self.value) = (name, value) }

    private static func limit(_ limit: Admission.Limit) -> JSONTree {
        switch limit {
        case .notStated: .null
        case .unlimited: "unlimited"
        case .years(let years): .integer(years)
        }
    }

    /// As one text: in what order they stand says nothing.
    private static func codes(_ codes: [some Code]) -> JSONTree { words(codes.map(\.rawValue)) }

    private static func words(_ words: [String]) -> JSONTree {
        words.isEmpty ? .null : .string(words.sorted().joined(separator: " "))
    }
}

extension JSONTree {
    fileprivate static func orNull(_ value: Int?) -> JSONTree { value.map(JSONTree.integer) ?? .null }

    fileprivate static func orNull(_ value: Bool?) -> JSONTree { value.map(JSONTree.boolean) ?? .null }

    fileprivate static func orNull(_ value: (some Code)?) -> JSONTree {
        value.map { .string($0.rawValue) } ?? .null
    }
}
