import Domain
import Foundation
import Registry
import Testing

@testable import Web

/// The form, field by field, against the profile that the API would read (contract section 3).
@Suite("Reading the search form, screen S6")
struct SearchFormTests {
    private static let finder = Result { MunicipalityFinder(try Shipped.registry.geography) }

    private static let least: KeyValuePairs<String, String> = [
        "age": "30", "gender": "female", "threat": "orange", "urgency": "now",
    ]

    private func read(
        _ more: KeyValuePairs<String, String>, without left: Set<String> = [], in language: Language = .dutch
    ) throws -> (asked: Asked?, faults: [FormFault]) {
        let values = FormValues(Self.least).without(left).items + FormValues(more).items
        return SearchForm(
            registry: try Shipped.registry, municipalities: try Self.finder.get(), values: FormValues(items: values),
            say: Words(language: language)
        ).read()
    }

    private func asked(_ more: KeyValuePairs<String, String>, without left: Set<String> = []) throws -> Asked {
        let (asked, faults) = try read(more, without: left)
        #expect(faults == [])
        return try #require(asked)
    }

    @Test func theLeastIsEnough() throws {
        let profile = try asked([:]).profile

        #expect((profile.age, profile.gender) == (30, .female))
        #expect((profile.threat, profile.urgency) == (.orange, .now))
        #expect(profile.household == nil && profile.children == nil && profile.persons == nil)
        #expect(profile.residence == nil && profile.exploitationForms == nil && profile.dangerAreas == nil)
        #expect(profile.housing == nil && profile.wheelchair == nil && profile.pet == nil)
        #expect(profile.circumstances.isEmpty && profile.circumstancesRuledOut.isEmpty)
    }

    @Test func whatIsNotKnownIsMetWithCareAndTold() throws {
        let asked = try asked(["threat": "unknown", "urgency": "unknown"], without: ["threat", "urgency"])

        #expect((asked.profile.threat, asked.profile.urgency) == (.orange, .now))
        #expect(asked.isThreatGuessed && asked.isUrgencyGuessed)
    }

    /// Every question may be answered with "Weet ik niet", and then says nothing.
    @Test(arguments: ["household", "dangerAreas", "wheelchair", "transgender", "pet"])
    func unknownSaysNothing(_ field: String) throws {
        let values = FormValues(items: FormValues(Self.least).items + FormValues([field: "unknown"]).items)
        let (asked, faults) = SearchForm(
            registry: try Shipped.registry, municipalities: try Self.finder.get(), values: values,
            say: Words(language: .dutch)
        ).read()
        let profile = try #require(asked).profile

        #expect(faults == [])
        #expect(profile.household == nil && profile.dangerAreas == nil && profile.wheelchair == nil)
        #expect(profile.transgender == nil && profile.pet == nil)
    }

    @Test func peopleWhoComeAlong() throws {
        let parent = try asked([
            "household": "with_children", "childAge1": "8", "childGender1": "male", "childAge3": "0",
        ]).profile
        #expect(parent.children == [Child(age: 8, gender: .male), Child(age: 0, gender: .unknown)])

        let group = try asked(["household": "group", "persons": "8"])
        #expect(group.profile.persons == 8 && group.persons == 8)

        // What was filled in before somebody chose otherwise does not count.
        let single = try asked(["household": "single", "childAge1": "8", "persons": "8"]).profile
        #expect(single.children == nil && single.persons == nil)
    }

    @Test func whereItIsDangerous() throws {
        let asked = try asked([
            "dangerAreas": "NL-OV", "dangerMunicipality": "eindhoven", "currentMunicipality": "Zwolle",
        ])
        #expect(asked.profile.dangerAreas == [.province(.overijssel), .municipality(.eindhoven)])
        #expect(asked.profile.currentMunicipality == .zwolle)

        let nowhere = try self.asked(["dangerAreas": "nowhere"]).profile
        #expect(nowhere.dangerAreas == [])
        let abroad = try self.asked(["dangerAreas": "abroad"])
        #expect(abroad.profile.dangerAreas == nil && abroad.isInDangerAbroad)
    }

    @Test func wishesAreHeldAgainstPlaces() throws {
        let profile = try asked(["prefers": "open", "mustNot": "NL-ZH", "pet": "yes"]).profile

        #expect(profile.prefers == [.restriction(.open)])
        #expect(profile.mustNot == [.province(.zuidHolland)])
        #expect(profile.pet == true)
    }

    @Test func theSituation() throws {
        let profile = try asked([
            "residence": "b8_permit", "exploitationForms": "labour", "circumstances": "newborn",
            "othersRuledOut": "true", "wheelchair": "no", "transgender": "yes", "languages": "pl",
            "needs": "legal_assistance", "victimStatusUnclear": "true", "foundByInspectorate": "true",
            "courtAuthorisation": "true", "onwardPlaceWanted": "true", "registeredMunicipality": "Zwolle",
            "foundMunicipality": "GM0772",
        ]).profile

        #expect(profile.residence == .b8Permit && profile.exploitationForms == [.labour])
        #expect(profile.circumstances == [.newborn])
        #expect(profile.circumstancesRuledOut == Set(Circumstance.allCases).subtracting([.newborn]))
        #expect(profile.wheelchair == false && profile.transgender == true && profile.languages == ["pl"])
        #expect(profile.needs == [.legalAssistance])
        #expect(profile.victimStatusUnclear && profile.foundByInspectorate)
        #expect(profile.courtAuthorisation && profile.onwardPlaceWanted)
        #expect(profile.registeredMunicipality == .zwolle && profile.foundMunicipality == .eindhoven)
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let field: String
        let values: [String: String]
        var testDescription: String { "\(field) \(values)" }
    }

    @Test(arguments: [
        Fault(field: "turns18Within6Months", values: ["turns18Within6Months": "true"]),
        Fault(field: "dangerAreas", values: ["dangerAreas": "nowhere", "dangerMunicipality": "Zwolle"]),
        Fault(field: "dangerAreas", values: ["dangerAreas": "NL-XX"]),
        Fault(field: "mustNot", values: ["mustNot": "open", "prefers": "open"]),
        Fault(field: "mustNot", values: ["mustNot": "geen-plek"]),
        Fault(field: "prefers", values: ["prefers": "<b>"]),
        Fault(field: "residence", values: ["residence": "unaccompanied_minor"]),
        Fault(field: "circumstances", values: ["circumstances": "zz"]),
        Fault(field: "languages", values: ["languages": "nederlands"]),
        Fault(field: "needs", values: ["needs": "zz"]),
        Fault(field: "wheelchair", values: ["wheelchair": "misschien"]),
        Fault(field: "persons", values: ["household": "group", "persons": "2"]),
        Fault(field: "registeredMunicipality", values: ["registeredMunicipality": "Nergens"]),
    ])
    func faults(_ fault: Fault) throws {
        let items =
            FormValues(Self.least).items
            + fault.values.sorted { $0.key < $1.key }.flatMap {
                FormValues(items: FormValues([$0.key: $0.value]).items).items
            }
        for language in Language.allCases {
            let (asked, faults) = SearchForm(
                registry: try Shipped.registry, municipalities: try Self.finder.get(), values: FormValues(items: items),
                say: Words(language: language)
            ).read()

            #expect(asked == nil)
            #expect(faults.map(\.field) == [fault.field])
            #expect(faults.allSatisfy { $0.text.hasSuffix(".") || $0.text.hasSuffix("?") })
        }
    }

    @Test(arguments: ["Den Haag", "den haag", "'s-Gravenhage", "The Hague", "GM0518", "gemeente Den Haag"])
    func aMunicipalityAsPeopleCallIt(_ name: String) throws {
        let profile = try asked(["dangerMunicipality": name, "currentMunicipality": name]).profile

        #expect(profile.currentMunicipality?.rawValue == "GM0518")
        #expect(profile.dangerAreas?.count == 1)
    }

    @Test(arguments: [
        ("Zwole", "Deze gemeente kennen we niet. Bedoelde u Zwolle?"),
        ("Bergen", "Deze gemeente kennen we niet. Bedoelde u "),
        ("Overijssel", "Overijssel is een provincie. Vul de naam van een gemeente in."),
        ("qqqqqq", "Deze gemeente kennen we niet. Vul een naam in, bijvoorbeeld Zwolle."),
    ])
    func anUnknownMunicipalityIsAskedAbout(_ name: String, text: String) throws {
        let (asked, faults) = try read(["currentMunicipality": name])

        #expect(asked == nil)
        #expect(faults.map(\.field) == ["currentMunicipality"])
        #expect(faults.first?.text.hasPrefix(text) == true, "\(faults)")
    }

    @Test func everyCircumstanceIsAskedOnce() {
        let all = CircumstanceGroup.allCases.flatMap(\.circumstances)

        #expect(all.count == Circumstance.allCases.count)
        #expect(Set(all) == Set(Circumstance.allCases))
    }

    @Test func everyLanguageOfTheRegistryHasAName() throws {
        for code in Set(try Shipped.registry.services.flatMap(\.languages)) {
            #expect(SpokenLanguage.name(code, in: .dutch) != nil, "\(code)")
        }
    }

    /// Rule R12: whoever has no safe place is told of help at home beside the place.
    @Test func helpAtHomeIsExtraWithoutASafePlace() throws {
        #expect(try asked([:]).needs == [.ambulatorySupport])
        #expect(try asked(["housing": "safe_own_place", "needs": "income_support"]).needs == [.incomeSupport])
        #expect(try asked(["needs": "ambulatory_support"]).needs == [.ambulatorySupport])
    }
}
