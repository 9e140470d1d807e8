import Domain
import Foundation

extension AdmissionSentence {
    /// What somebody's right to stay means here; only the place's own rule can exclude (feature F11). Empty where
    /// nothing was stated.
    var residenceSentences: [String] {
        guard admission.residence != nil else { return [] }
        guard admission.restrictsResidence else {
            return [say("Het verblijf maakt niet uit.", "Residence status makes no difference.")]
        }
        let (yes, no) = (statuses(.yes), statuses(.no))
        let consulted = statuses(.conditional)
        // The shorter list says it best.
        let first: String? =
            yes.count < no.count
            ? sentence(yes, say("Alleen bij dit verblijf:", "Only with this residence status:"))
            : sentence(no, say("Kan niet bij dit verblijf:", "Not possible with this residence status:"))
        let second = sentence(
            consulted, say("In overleg bij dit verblijf:", "After consultation with this residence status:"))
        return [first, second].compactMap { $0 }
    }

    /// The statuses that get `answer`, in the order of the vocabulary.
    func statuses(_ answer: ResidenceAnswer) -> [ResidenceStatus] {
        ResidenceStatus.stated.filter { admission.answer(for: $0) == answer }
    }

    private func sentence(_ statuses: [ResidenceStatus], _ start: String) -> String? {
        statuses.isEmpty ? nil : "\(start) \(say.listing(statuses.map(inline)))."
    }

    /// What must be there first: a decision, a report to the police. Empty where nothing was stated.
    var needed: [String] {
        let decision: String? = admission.accessDecision.map { decision in
            decision == .none
                ? say("Er is geen besluit nodig.", "No decision is needed.")
                : say("Eerst nodig: \(inline(decision)).", "Needed first: \(inline(decision)).")
        }
        let report: String? = admission.requiresPoliceReport.map { isRequired in
            isRequired
                ? say("Deze plek vraagt om aangifte.", "This place asks for a report to the police.")
                : say("Aangifte is niet nodig voor deze plek.", "No report to the police is needed for this place.")
        }
        return [decision, report].compactMap { $0 }
    }

    /// Wheelchair, pets and languages. Empty where nothing was stated.
    var practical: [String] { [wheelchairSentence, petSentence, languageSentence].compactMap { $0 } }

    private var wheelchairSentence: String? {
        admission.wheelchair.map { fits in
            fits
                ? say("Geschikt voor een rolstoel.", "Suitable for a wheelchair.")
                : say("Niet geschikt voor een rolstoel.", "Not suitable for a wheelchair.")
        }
    }

    private var petSentence: String? {
        switch admission.pets {
        case .yes: say("Een huisdier kan mee.", "A pet can come along.")
        case .foster:
            say("Een huisdier kan tijdelijk naar een gastgezin.", "A pet can go to a host family for a while.")
        case .no: say("Een huisdier kan niet mee.", "A pet cannot come along.")
        case nil: nil
        }
    }

    /// What is spoken, and whether an interpreter can come; `nil` where neither was stated.
    var languageSentence: String? {
        let names = languages.map { LanguageName.name($0, in: language) }
        let spoken: String? =
            names.isEmpty ? nil : say("Men spreekt hier \(say.listing(names)).", "Spoken here: \(say.listing(names)).")
        let helped: String? = interpreter.map { comes in
            comes
                ? say("Met een tolk kan ook.", "With an interpreter is possible too.")
                : say("Er is geen tolk.", "There is no interpreter.")
        }
        let parts = [spoken, helped].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// What the place has not told, in words: to be asked, never read as a no.
    var notStated: [String] {
        var missing: [(Bool, String, String)] = [
            (admission.genders == nil, "voor welk gender", "for which gender"),
            (admission.minimumAge == .notStated, "laagste leeftijd", "lowest age"),
            (admission.maximumAge == .notStated, "hoogste leeftijd", "highest age"),
            (admission.residence == nil, "verblijf", "residence status"),
            (admission.accessDecision == nil, "of er een besluit nodig is", "whether a decision is needed"),
            (admission.requiresPoliceReport == nil, "of aangifte nodig is", "whether a police report is needed"),
            (languages.isEmpty, "talen", "languages"), (interpreter == nil, "tolk", "interpreter"),
        ]
        if kind != nil {
            missing += [
                (admission.households == nil, "of anderen mee kunnen komen", "whether others can come along"),
                (asksAboutSons, "leeftijd van zonen", "age of sons"), (admission.pets == nil, "huisdier", "pet"),
                (admission.wheelchair == nil, "rolstoel", "wheelchair"),
            ]
        }
        return missing.filter(\.0).map { say($0.1, $0.2) }
    }

    /// A bound on sons is of houses for one sex; elsewhere there is nothing to ask.
    private var asksAboutSons: Bool {
        admission.isSingleSex && takesChildren != false && admission.sonsMaximumAge == .notStated
    }
}
