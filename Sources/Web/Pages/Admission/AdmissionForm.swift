import Domain
import Foundation
import HTTP

/// The form in which a shelter writes whom one of its services takes in (screen S13): its fields by name, what stands
/// in them for given rules, and the rules that were filled in.
///
/// What is left empty is not stated, which is neither a yes nor a no.
struct AdmissionForm: Sendable {
    /// As it stands, with what was saved before.
    let service: Service
    /// As the files alone have it.
    let file: Service
    let organization: Organization
    let map: Geography
    /// What was filled in.
    let values: FormValues
    let say: Words
    /// The day it is in the Netherlands, from which a changed contra-indication counts.
    let day: CalendarDate
    /// The function of who edits, never a name.
    let editor: String

    /// The most characters of a condition that somebody types.
    static let mostConditionCharacters = 300

    /// What a choice says where nothing is stated.
    static let unstated = "unstated"

    // MARK: Names

    static func hardness(_ circumstance: Circumstance) -> String { "ci-\(circumstance.rawValue)" }
    static func condition(_ circumstance: Circumstance) -> String { "condition-\(circumstance.rawValue)" }
    static func residence(_ status: ResidenceStatus) -> String { "residence-\(status.rawValue)" }
    static func reason(_ status: ResidenceStatus) -> String { "reason-\(status.rawValue)" }
    static func noLimit(_ name: String) -> String { "\(name)-none" }

    // MARK: Filling in

    /// What stands in the fields for `rules`.
    static func values(of rules: AdmissionRules) -> FormValues {
        var fields = Fields()
        let admission = rules.admission
        fields.add("gender", admission.genders ?? [])
        fields.add("trans", admission.welcomesTransgender)
        fields.add("minimumAge", admission.minimumAge)
        fields.add("maximumAge", admission.maximumAge)
        fields.add("household", admission.households ?? [])
        fields.add("sonsMaximumAge", admission.sonsMaximumAge)
        for status in ResidenceStatus.stated {
            fields.add(residence(status), code: admission.answer(for: status))
            fields.add(reason(status), code: admission.residenceReasons[status])
        }
        fields.add("form", admission.exploitationForms)
        fields.add("onlyFor", admission.onlyFor)
        fields.add("wheelchair", admission.wheelchair)
        fields.add("pets", code: admission.pets)
        fields.add("policeReport", admission.requiresPoliceReport)
        fields.add("decision", code: admission.accessDecision)
        for stated in rules.contraIndications {
            fields.add(hardness(stated.circumstance), stated.hardness.rawValue)
            fields.add(condition(stated.circumstance), stated.condition)
        }
        fields.add("minimumDays", rules.stay?.minimumDays)
        fields.add("usualDays", rules.stay?.usualDays)
        fields.add("maximumDays", rules.stay?.maximumDays)
        fields.add("extensible", rules.stay?.extensible)
        fields.add("aftercare", code: rules.aftercare)
        for language in rules.languages { fields.add("language", language) }
        fields.add("interpreter", rules.interpreter)
        fields.add("security", code: rules.securityLevel)
        return FormValues(items: fields.items)
    }

    private struct Fields {
        var items: [QueryItem] = []

        mutating func add(_ name: String, _ value: String?) {
            if let value { items.append(QueryItem(name: name, value: value)) }
        }

        mutating func add(_ name: String, _ value: Int?) { add(name, value.map(String.init)) }

        mutating func add(_ name: String, _ value: Bool?) {
            add(name, value.map { $0 ? "yes" : "no" } ?? AdmissionForm.unstated)
        }

        mutating func add(_ name: String, code: (some Code)?) { add(name, code?.rawValue ?? AdmissionForm.unstated) }

        mutating func add(_ name: String, _ codes: [some Code]) { for code in codes { add(name, code.rawValue) } }

        mutating func add(_ name: String, _ limit: Admission.Limit) {
            switch limit {
            case .notStated: break
            case .unlimited: add(AdmissionForm.noLimit(name), "yes")
            case .years(let years): add(name, years)
            }
        }
    }

    /// How well the address may be kept: as the files say, or better.
    var securityLevels: [SecurityLevel] {
        guard let level = file.securityLevel, !file.isAmbulatory else { return [] }
        return SecurityLevel.allCases.filter { $0.strength >= level.strength }
    }

    /// An OMP place has none (rule R8).
    var hasContraIndications: Bool { file.shelterKind != .omp }
}

extension AdmissionForm {
    /// The same form with other answers.
    func with(_ values: FormValues) -> AdmissionForm {
        AdmissionForm(
            service: service, file: file, organization: organization, map: map, values: values, say: say, day: day,
            editor: editor)
    }
}
