import Domain
import Foundation
import Registry
import Testing

@testable import Web

/// Screens S3 and S13: rules of admission as sentences.
@Suite("Admission in sentences")
struct AdmissionSentenceTests {
    private static func sentence(
        _ admission: Admission, _ contraIndications: [ContraIndication] = [], kind: ShelterKind? = .womensShelter,
        languages: [String] = [], interpreter: Bool? = nil, in language: Language = .dutch
    ) throws -> AdmissionSentence {
        AdmissionSentence(
            admission: admission, contraIndications: contraIndications, kind: kind, languages: languages,
            interpreter: interpreter, codes: try Shipped.registry.codeLists, language: language)
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let admission: Admission
        let dutch: String
        let english: String
        var testDescription: String { dutch }
    }

    @Test(arguments: [
        Example(
            admission: Admission(
                genders: [.female], minimumAge: .years(18), households: [.single, .withChildren],
                sonsMaximumAge: .years(12)),
            dutch: "Voor vrouwen vanaf 18 jaar, ook met kinderen. Zonen tot en met 12 jaar.",
            english: "For women aged 18 and over, also with children. Sons up to the age of 12."),
        Example(
            admission: Admission(
                genders: [.female, .male, .nonBinary], minimumAge: .years(12), maximumAge: .years(17),
                households: [.single]),
            dutch: "Voor iedereen van 12 tot en met 17 jaar. Iemand komt hier alleen.",
            english: "For everyone aged 12 to 17. A person comes here alone."),
        Example(
            admission: Admission(genders: [.female], minimumAge: .years(16)),
            dutch: "Voor meisjes en vrouwen vanaf 16 jaar.", english: "For girls and women aged 16 and over."),
        Example(
            admission: Admission(genders: [.male], maximumAge: .years(17)),
            dutch: "Voor jongens tot en met 17 jaar.", english: "For boys aged 17 and under."),
        Example(
            admission: Admission(
                genders: [.male, .nonBinary], welcomesTransgender: true, minimumAge: .years(0), maximumAge: .unlimited),
            dutch: "Voor jongens, mannen en non-binaire mensen van elke leeftijd. Trans mensen zijn welkom.",
            english: "For boys, men and non-binary people of any age. Trans people are welcome."),
        Example(
            admission: Admission(households: [.couple, .family, .withChildren], sonsMaximumAge: .unlimited),
            dutch: "Nog niet opgegeven voor wie dit is. Alleen voor ouders met kinderen, stellen en gezinnen. "
                + "Zonen van elke leeftijd.",
            english: "Not yet stated whom this is for. Only for parents with children, couples and families. "
                + "Sons of any age."),
        Example(
            admission: Admission(
                genders: [.male], households: [.single, .couple, .group], exploitationForms: [.labour, .sexual],
                onlyFor: [.intellectualDisability]),
            dutch: "Voor mannen, ook als stel of als groep. "
                + "Alleen voor mensen met een licht verstandelijke beperking. "
                + "Alleen bij seksuele uitbuiting of arbeidsuitbuiting.",
            english: "For men, also as a couple or as a group. "
                + "Only for people with a mild intellectual disability. "
                + "Only for sexual exploitation or labour exploitation."),
        Example(
            admission: Admission(), dutch: "Nog niet opgegeven voor wie dit is.",
            english: "Not yet stated whom this is for."),
        Example(
            admission: Admission(
                genders: [.female], residence: [.reflectionPeriod: .yes, .undocumented: .conditional]),
            dutch: "Voor vrouwen. Alleen bij dit verblijf: bedenktijd (B8/3). "
                + "In overleg bij dit verblijf: zonder papieren of verblijf.",
            english: "For women. Only with this residence status: reflection period (B8/3). "
                + "After consultation with this residence status: without papers or residence."),
    ])
    func forWhom(_ example: Example) throws {
        #expect(try Self.sentence(example.admission).forWhom.joined(separator: " ") == example.dutch)
        #expect(try Self.sentence(example.admission, in: .english).forWhom.joined(separator: " ") == example.english)
    }

    @Test func whatCannotAndWhatCanInConsultation() throws {
        let sentence = try Self.sentence(
            Admission(),
            [
                ContraIndication(.intellectualDisability, .conditional),
                ContraIndication(.acutePsychiatric, .absolute), ContraIndication(.aggression, .none),
                ContraIndication(.newborn, .conditional, condition: "Kan in kamer 2."),
            ])

        #expect(
            sentence.refusals.map(\.sentence) == [
                "Deze plek kan nu geen mensen opvangen met een acute psychische crisis. Bel eerst de ggz-crisisdienst."
            ])
        #expect(
            sentence.consultations.map(\.sentence) == [
                "In overleg: mensen met een licht verstandelijke beperking. "
                    + "Kan met extra begeleiding; onder IQ 50 niet.",
                "In overleg: mensen met een pasgeboren baby. Kan in kamer 2.",
            ])
    }

    /// The words of a place are not translated.
    @Test func aConditionKeepsItsLanguage() throws {
        let given = [
            ContraIndication(.newborn, .conditional, condition: "Kan in kamer 2."),
            ContraIndication(.latePregnancy, .conditional),
        ]
        let points = try Self.sentence(Admission(), given, in: .english).consultations

        #expect(points.map(\.conditionLanguage) == [.english, .dutch])
        #expect(points.last?.condition == "Kan in kamer 2.")
    }

    @Test func whatWasNotStatedIsTold() throws {
        let nothing = try Self.sentence(Admission(genders: [.female]))
        #expect(
            nothing.notStated == [
                "laagste leeftijd", "hoogste leeftijd", "verblijf", "of er een besluit nodig is",
                "of aangifte nodig is", "talen", "tolk", "of anderen mee kunnen komen", "leeftijd van zonen",
                "huisdier",
                "rolstoel",
            ])
        let help = try Self.sentence(
            Admission(
                genders: [.female], minimumAge: .unlimited, maximumAge: .unlimited, residence: [:],
                requiresPoliceReport: false, accessDecision: AccessDecision.none),
            kind: nil, languages: ["nl"], interpreter: false)
        #expect(help.notStated == [])
    }

    @Test func whatIsPractical() throws {
        let sentence = try Self.sentence(
            Admission(wheelchair: false, pets: .foster, requiresPoliceReport: false, accessDecision: .comensha),
            languages: ["nl", "en", "xx"], interpreter: true)

        #expect(
            sentence.text.hasSuffix(
                "Eerst nodig: plaatsing door CoMensha. Aangifte is niet nodig voor deze plek. "
                    + "Niet geschikt voor een rolstoel. Een huisdier kan tijdelijk naar een gastgezin. "
                    + "Men spreekt hier Nederlands, Engels en xx. Met een tolk kan ook."))
    }

    /// Every service of the registry has sentences, in both languages, and none of them runs on.
    @Test(arguments: Language.allCases)
    func everyServiceReads(_ language: Language) throws {
        let registry = try Shipped.registry
        for service in registry.services {
            let sentence = AdmissionSentence(
                admission: service.admission, contraIndications: service.contraIndications,
                kind: service.shelterKind, languages: service.languages, interpreter: service.interpreter,
                codes: registry.codeLists, language: language)
            #expect(!sentence.forWhom.isEmpty)
            for text in sentence.sentences {
                #expect(!text.contains("  ") && !text.contains(" ,") && text.hasSuffix("."), "\(text)")
            }
        }
    }

    /// Every language that a service speaks has a name.
    @Test func everyLanguageHasAName() throws {
        for code in Set(try Shipped.registry.services.flatMap(\.languages)) {
            #expect(LanguageName.name(code, in: .dutch) != code)
        }
    }
}
