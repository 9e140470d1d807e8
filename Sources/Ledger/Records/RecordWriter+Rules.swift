import Domain
import Foundation

/// The rules of a service, by the names that the files of the registry have for them: `after` and `was` can be put into
/// such a file as they are.
extension RecordWriter {
    mutating func write(_ change: RulesChange) {
        open()
        if let sets = change.sets { key("after"); write(sets.after) }
        key("reviewedOn"); write(plain: change.reviewedOn.text)
        key("service"); write(plain: change.service.rawValue)
        key("version"); write(change.version)
        if let sets = change.sets { key("was"); write(sets.before) }
        close()
    }

    mutating func write(_ rules: AdmissionRules) {
        open()
        key("admission"); write(rules.admission)
        if let aftercare = rules.aftercare { key("aftercare"); write(plain: aftercare.rawValue) }
        if !rules.contraIndications.isEmpty {
            key("contraIndications")
            list(rules.contraIndications) { writer, one in writer.write(one) }
        }
        if let interpreter = rules.interpreter { key("interpreter"); write(interpreter) }
        if !rules.languages.isEmpty {
            key("languages")
            list(rules.languages) { writer, language in writer.write(plain: language) }
        }
        if let level = rules.securityLevel { key("securityLevel"); write(plain: level.rawValue) }
        if let stay = rules.stay { key("stay"); write(stay) }
        close()
    }

    private mutating func write(_ admission: Admission) {
        open()
        if let decision = admission.accessDecision { key("accessDecision"); write(plain: decision.rawValue) }
        if !admission.exploitationForms.isEmpty { key("exploitationForms"); write(codes: admission.exploitationForms) }
        if let genders = admission.genders { key("genders"); write(codes: genders) }
        if let households = admission.households { key("households"); write(codes: households) }
        if admission.maximumAge != .notStated { key("maximumAge"); write(admission.maximumAge) }
        if admission.minimumAge != .notStated { key("minimumAge"); write(admission.minimumAge) }
        if !admission.onlyFor.isEmpty { key("onlyFor"); write(codes: admission.onlyFor) }
        if let pets = admission.pets { key("pets"); write(plain: pets.rawValue) }
        if let isAsked = admission.requiresPoliceReport { key("requiresPoliceReport"); write(isAsked) }
        if let residence = admission.residence { key("residence"); write(residence) }
        if !admission.residenceReasons.isEmpty { key("residenceReasons"); write(admission.residenceReasons) }
        if admission.sonsMaximumAge != .notStated { key("sonsMaximumAge"); write(admission.sonsMaximumAge) }
        if let isWelcome = admission.welcomesTransgender { key("welcomesTransgender"); write(isWelcome) }
        if let wheelchair = admission.wheelchair { key("wheelchair"); write(wheelchair) }
        close()
    }

    private mutating func write(_ one: ContraIndication) {
        open()
        key("code"); write(plain: one.circumstance.rawValue)
        if let condition = one.condition { key("condition"); write(text: condition) }
        if let editor = one.editedBy { key("editedBy"); write(text: editor) }
        key("hardness"); write(plain: one.hardness.rawValue)
        if let since = one.since { key("since"); write(plain: since.text) }
        close()
    }

    private mutating func write(_ stay: Stay) {
        open()
        if let extensible = stay.extensible { key("extensible"); write(extensible) }
        if let days = stay.maximumDays { key("maximumDays"); write(days) }
        if let days = stay.minimumDays { key("minimumDays"); write(days) }
        if let days = stay.usualDays { key("usualDays"); write(days) }
        close()
    }

    private mutating func write(codes: [some Code]) {
        list(codes) { writer, code in writer.write(plain: code.rawValue) }
    }

    private mutating func write<Key: Code, Value: Code>(_ answers: [Key: Value]) {
        open()
        for (code, answer) in answers.sorted(by: { $0.key < $1.key }) {
            key(code.rawValue); write(plain: answer.rawValue)
        }
        close()
    }

    /// `null` says that there is no bound, as in the files.
    private mutating func write(_ limit: Admission.Limit) {
        if let years = limit.years { write(years) } else { writeNull() }
    }
}
