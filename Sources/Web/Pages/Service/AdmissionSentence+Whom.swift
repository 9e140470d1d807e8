import Domain
import Foundation

extension AdmissionSentence {
    /// "Voor vrouwen vanaf 18 jaar, ook met kinderen." and what follows from it; never empty.
    var forWhom: [String] {
        var sentences = [
            firstSentence ?? say("Nog niet opgegeven voor wie dit is.", "Not yet stated whom this is for.")
        ]
        sentences += [householdSentence, sonsSentence, transgenderSentence, targetSentence, formSentence].compactMap {
            $0
        }
        return sentences + residenceSentences
    }

    /// `nil` where neither gender, age nor household was stated.
    private var firstSentence: String? {
        let (ages, company) = (ageWords, companyWords)
        guard admission.genders != nil || ages != nil || company != nil else { return nil }
        let people = [say("Voor", "For"), subject, ages].compactMap { $0 }.joined(separator: " ")
        return people + (company.map { ", \($0)" } ?? "") + "."
    }

    // MARK: Gender and age

    private var subject: String {
        guard let genders = admission.genders else { return say("mensen", "people") }
        guard admission.restrictsGender else { return say("iedereen", "everyone") }
        let words = Gender.allCases.filter(genders.contains).flatMap(words)
        return words.isEmpty ? say("mensen", "people") : say.listing(words)
    }

    private func words(_ gender: Gender) -> [String] {
        switch gender {
        case .female: byAge(young: say("meisjes", "girls"), adult: say("vrouwen", "women"))
        case .male: byAge(young: say("jongens", "boys"), adult: say("mannen", "men"))
        case .nonBinary: [say("non-binaire mensen", "non-binary people")]
        case .unknown: []
        }
    }

    private func byAge(young: String, adult: String) -> [String] {
        if let maximum = admission.maximumAge.years, maximum < 18 { return [young] }
        if let minimum = admission.minimumAge.years, minimum < 18 { return [young, adult] }
        return [adult]
    }

    private var ageWords: String? {
        switch (admission.minimumAge.years, admission.maximumAge.years) {
        case (let minimum?, let maximum?) where minimum == maximum: say("van \(minimum) jaar", "aged \(minimum)")
        case (let minimum?, let maximum?) where minimum > 0:
            say("van \(minimum) tot en met \(maximum) jaar", "aged \(minimum) to \(maximum)")
        case (_, let maximum?): say("tot en met \(maximum) jaar", "aged \(maximum) and under")
        case (let minimum?, nil) where minimum > 0: say("vanaf \(minimum) jaar", "aged \(minimum) and over")
        default: hasNoAgeLimits ? say("van elke leeftijd", "of any age") : nil
        }
    }

    private var hasNoAgeLimits: Bool {
        let starts = admission.minimumAge == .unlimited || admission.minimumAge == .years(0)
        return starts && admission.maximumAge == .unlimited
    }

    // MARK: Who comes along

    /// Who may come along beside somebody who comes alone.
    private var companyWords: String? {
        guard let households = admission.households, households.contains(.single) else { return nil }
        let words = Household.allCases.filter { $0 != .single && households.contains($0) }.map(company)
        return words.isEmpty ? nil : say("ook ", "also ") + say.listing(words, or: true)
    }

    private func company(_ household: Household) -> String {
        switch household {
        case .single: say("alleen", "alone")
        case .withChildren: say("met kinderen", "with children")
        case .couple: say("als stel", "as a couple")
        case .family: say("als gezin", "as a family")
        case .group: say("als groep", "as a group")
        }
    }

    private var householdSentence: String? {
        guard let households = admission.households, !households.isEmpty else { return nil }
        if households == [.single] { return say("Iemand komt hier alleen.", "A person comes here alone.") }
        guard !households.contains(.single) else { return nil }
        let words = Household.allCases.filter(households.contains).map { household in
            switch household {
            case .single: say("mensen alleen", "people alone")
            case .withChildren: say("ouders met kinderen", "parents with children")
            case .couple: say("stellen", "couples")
            case .family: say("gezinnen", "families")
            case .group: say("groepen", "groups")
            }
        }
        return say("Alleen voor \(say.listing(words)).", "Only for \(say.listing(words)).")
    }

    private var sonsSentence: String? {
        guard takesChildren != false else { return nil }
        switch admission.sonsMaximumAge {
        case .years(0): return say("Zonen tot 1 jaar.", "Sons under the age of 1.")
        case .years(let years): return say("Zonen tot en met \(years) jaar.", "Sons up to the age of \(years).")
        case .unlimited: return say("Zonen van elke leeftijd.", "Sons of any age.")
        case .notStated: return nil
        }
    }

    /// `nil` where it was not stated.
    var takesChildren: Bool? {
        admission.households.map { $0.contains(.withChildren) || $0.contains(.family) }
    }

    private var transgenderSentence: String? {
        switch admission.welcomesTransgender {
        case true: say("Trans mensen zijn welkom.", "Trans people are welcome.")
        case false: say("Voor trans mensen: overleg eerst.", "For trans people: consult first.")
        default: nil
        }
    }

    // MARK: Circumstances and forms

    private var targetSentence: String? {
        guard !admission.onlyFor.isEmpty else { return nil }
        let people = admission.onlyFor.map { CircumstanceWords.people($0, in: language) }
        return say(
            "Alleen voor mensen \(say.listing(people, or: true)).", "Only for people \(say.listing(people, or: true)).")
    }

    private var formSentence: String? {
        let forms = ExploitationForm.allCases.filter(admission.exploitationForms.contains)
        guard !forms.isEmpty else { return nil }
        return say(
            "Alleen bij \(say.listing(forms.map(inline), or: true)).",
            "Only for \(say.listing(forms.map(inline), or: true)).")
    }
}
