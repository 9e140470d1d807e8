import Domain
import Foundation
import HTTP
import Registry
import TestTools
import Testing

@testable import Web

@Suite("Form of the admission rules")
struct AdmissionFormTests {
    static let day = CalendarDate(daysSinceEpoch: 20_777)

    /// A form for `service` with `values` in it; those of its own rules where none are given.
    static func make(
        _ service: Service, _ values: FormValues? = nil, _ language: Language = .dutch, file: Service? = nil
    ) throws -> AdmissionForm {
        let registry = try Shipped.registry
        let organization =
            registry.organization(of: service)
            ?? Organization(
                id: service.organization, name: "Huis (voorbeeld)", kind: .shelterProvider, services: [service])
        return AdmissionForm(
            service: service, file: file ?? service, organization: organization, map: registry.geography,
            values: values ?? AdmissionForm.values(of: service.rules), say: Words(language: language), day: day,
            editor: "opvang")
    }

    static func place(
        _ level: SecurityLevel = .openVisible, _ kind: ShelterKind? = .womensShelter,
        rules: AdmissionRules = AdmissionRules(), description: String? = nil
    ) throws -> Service {
        Service(
            id: .make("voorbeeld-plek"), organization: .make("voorbeeld-een"), organizationName: "Huis",
            name: "Kamers", description: description, shelterKind: kind,
            site: Site(province: .overijssel, municipality: level == .secret ? nil : .zwolle),
            securityLevel: kind == nil ? nil : level, admission: rules.admission,
            contraIndications: rules.contraIndications, languages: rules.languages, interpreter: rules.interpreter,
            stay: rules.stay, aftercare: rules.aftercare)
    }

    static func read(_ values: KeyValuePairs<String, String>, of service: Service? = nil) throws -> (
        rules: AdmissionRules?, faults: [FormFault]
    ) {
        try make(service ?? place(), FormValues(values)).read()
    }

    // MARK: What stands in the form

    /// Who opens the form and saves it has changed nothing.
    @Test(arguments: Language.allCases)
    func whatStandsIsReadBack(language: Language) throws {
        for service in try Shipped.registry.services {
            let (rules, faults) = try Self.make(service, nil, language).read()

            #expect(faults.isEmpty && rules == service.rules, "\(service.id.rawValue): \(faults)")
        }
    }

    @Test func nothingFilledInStatesNothing() throws {
        #expect(try Self.read([:]).rules == AdmissionRules(securityLevel: .openVisible))
    }

    @Test func everythingIsRead() throws {
        let (rules, faults) = try Self.read([
            "gender": "female", "gender": "non_binary", "trans": "yes", "minimumAge": "16", "maximumAge-none": "yes",
            "household": "single", "sonsMaximumAge": "12", "form": "labour", "onlyFor": "newborn", "wheelchair": "no",
            "pets": "foster", "policeReport": "no", "decision": "comensha", "ci-aggression": "conditional",
            "condition-aggression": " Alleen met afspraken. ", "ci-newborn": "none", "condition-newborn": "Telt niet.",
            "minimumDays": "1", "usualDays": "90", "maximumDays": "180", "extensible": "yes", "aftercare": "yes",
            "language": "nl", "otherLanguages": "ti, vi", "interpreter": "yes", "security": "secret",
        ])

        #expect(faults.isEmpty)
        let admission = try #require(rules).admission
        #expect(admission.genders == [.female, .nonBinary] && admission.welcomesTransgender == true)
        #expect(admission.minimumAge == .years(16) && admission.maximumAge == .unlimited)
        #expect(admission.sonsMaximumAge == .years(12) && admission.households == [.single])
        #expect(admission.exploitationForms == [.labour] && admission.onlyFor == [.newborn])
        #expect(admission.wheelchair == false && admission.pets == .foster && admission.residence == nil)
        #expect(admission.requiresPoliceReport == false && admission.accessDecision == .comensha)
        #expect(
            rules?.contraIndications == [
                ContraIndication(
                    .aggression, .conditional, condition: "Alleen met afspraken.", since: Self.day, editedBy: "opvang"),
                ContraIndication(.newborn, .none, since: Self.day, editedBy: "opvang"),
            ])
        #expect(rules?.stay == Stay(minimumDays: 1, usualDays: 90, maximumDays: 180, extensible: true))
        #expect(rules?.languages == ["nl", "ti", "vi"] && rules?.interpreter == true && rules?.aftercare == .yes)
        #expect(rules?.securityLevel == .secret)
    }

    /// Only what changes gets a new day and a new hand.
    @Test func whatStaysKeepsItsDay() throws {
        let old = CalendarDate(daysSinceEpoch: 20_000)
        let before = [
            ContraIndication(.newborn, .absolute, since: old, editedBy: "teamleider"),
            ContraIndication(.aggression, .conditional, condition: "Kan.", since: old, editedBy: "teamleider"),
        ]
        let service = try Self.place(rules: AdmissionRules(contraIndications: before))

        let rules = try Self.read(
            ["ci-newborn": "absolute", "ci-aggression": "conditional", "condition-aggression": "Kan soms."],
            of: service
        ).rules

        #expect(rules?.contraIndications.first == before[0])
        #expect(rules?.contraIndications.last?.since == Self.day && rules?.contraIndications.last?.editedBy == "opvang")
    }

    /// The field has more than one line, and a condition one.
    @Test(
        arguments: [
            ("Na overleg.\r\nMet een tolk. ", "Na overleg. Met een tolk."), ("\r\n Kan.\r\n\r\n", "Kan."),
            ("\r\n", nil),
            (" ", nil),
        ] as [(String, String?)])
    func aConditionIsOneLine(typed: String, read: String?) throws {
        let rules = try Self.read(["ci-newborn": "conditional", "condition-newborn": typed]).rules

        #expect(rules?.contraIndications.map(\.condition) == [read])
    }

    /// A browser sends the end of a line as two characters; who changed nothing has changed nothing.
    @Test func aConditionOfMoreLinesInTheFilesStays() throws {
        let old = ContraIndication(
            .newborn, .conditional, condition: "Na overleg.\nMet een tolk.", since: CalendarDate(daysSinceEpoch: 20_000)
        )
        let service = try Self.place(rules: AdmissionRules(contraIndications: [old]))

        let sent = "Na overleg.\r\nMet een tolk."
        let rules = try Self.read(["ci-newborn": "conditional", "condition-newborn": sent], of: service).rules

        #expect(rules?.contraIndications == [old])
    }

    // MARK: What is wrong

    @Test(
        arguments: [
            (["minimumAge": "oud"], "minimumAge"), (["maximumAge": "121"], "maximumAge"),
            (["minimumAge": "-1"], "minimumAge"),
            (["sonsMaximumAge": "9999999999999999999999"], "sonsMaximumAge"),
            (["minimumAge": "20", "maximumAge": "18"], "minimumAge"),
            (["minimumAge": "20", "minimumAge-none": "yes"], "minimumAge"), (["usualDays": "36501"], "usualDays"),
            (["minimumDays": "9", "maximumDays": "8"], "minimumDays"),
            (["otherLanguages": "Tigrinya"], "otherLanguages"),
            (["residence-dutch": "yes"], "residence-eu_eea"), (["security": "none"], "security"),
            (
                ["ci-newborn": "conditional", "condition-newborn": String(repeating: "é", count: 301)],
                "condition-newborn"
            ),
        ] as [(KeyValuePairs<String, String>, String)])
    func faultIsAtItsField(values: KeyValuePairs<String, String>, field: String) throws {
        let (rules, faults) = try Self.read(values)

        #expect(rules == nil && faults.map(\.field) == [field])
        for fault in faults {
            #expect(fault.text.hasSuffix("."))
            for pair in values { #expect(pair.value.count < 4 || !fault.text.contains(pair.value)) }
        }
    }

    @Test func allFaultsAreToldAtOnce() throws {
        #expect(try Self.read(["minimumAge": "x", "usualDays": "y", "otherLanguages": "z"]).faults.count == 3)
    }

    /// Screen S13.
    @Test(arguments: [SecurityLevel.sheltered, .secret])
    func anAddressOnAHiddenPlaceIsRefused(level: SecurityLevel) throws {
        let values: KeyValuePairs = [
            "ci-newborn": "conditional", "condition-newborn": "Kom naar Dorpsstraat 1, 1234 AB Dorp.",
        ]

        let hidden = try Self.read(values, of: Self.place(level))

        #expect(
            hidden.faults == [
                FormFault(
                    field: "condition-newborn",
                    text: "Bij een geheime plek slaan we geen adres op. Haal het adres weg.")
            ])
        #expect(try Self.read(values).faults.isEmpty)
    }

    @Test func aPlaceWithAnAddressInItsTextsCannotBecomeSecret() throws {
        let service = try Self.place(description: "Aan de Dorpsstraat 1, 1234 AB.")

        #expect(try Self.read(["security": "secret"], of: service).faults.map(\.field) == ["security"])
        #expect(try Self.read(["security": "open_visible"], of: service).faults.isEmpty)
    }

    @Test func noPlaceIsMadeLessSecret() throws {
        for level in SecurityLevel.allCases {
            let form = try Self.make(Self.place(level))

            #expect(form.securityLevels == SecurityLevel.allCases.filter { $0.strength >= level.strength })
        }
        #expect(try Self.make(Self.place(.none, nil)).securityLevels.isEmpty)
    }

    @Test func anOMPPlaceGetsNoContraIndications() throws {
        let service = try Self.place(.secret, .omp)

        #expect(try Self.read(["ci-newborn": "absolute"], of: service).rules?.contraIndications == [])
    }
}

@Suite("Two editors of the same rules")
struct RulesMergeTests {
    private static let names = ["a", "b", "c", "d"]

    private static func draw(_ random: inout SeededGenerator, from base: [String: Set<String>]) -> [String: Set<String>]
    {
        var fields = base
        for name in names where Bool.random(using: &random) {
            let values = ["1", "2", "3"].filter { _ in Bool.random(using: &random) }
            fields[name] = values.isEmpty ? nil : Set(values)
        }
        return fields
    }

    private static func values(_ fields: [String: Set<String>]) -> FormValues {
        FormValues(
            items: fields.sorted { $0.key < $1.key }.flatMap { name, values in
                values.sorted().map { QueryItem(name: name, value: $0) }
            })
    }

    private static func fields(_ values: FormValues) -> [String: Set<String>] {
        Dictionary(grouping: values.items, by: \.name).mapValues { Set($0.map(\.value)) }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func nobodysWorkIsLost(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let base = Self.draw(&random, from: [:])
        let (mine, theirs) = (Self.draw(&random, from: base), Self.draw(&random, from: base))

        let merge = RulesMerge(base: Self.values(base), theirs: Self.values(theirs), mine: Self.values(mine))

        let merged = Self.fields(merge.values)
        for name in Self.names {
            // Whoever changed it has it; where both did, this one has it, and that is told.
            let isMine = mine[name] != base[name]
            #expect(merged[name] == (isMine ? mine[name] : theirs[name]))
            let isDisputed = isMine && theirs[name] != base[name] && theirs[name] != mine[name]
            #expect(merge.disputed.contains(name) == isDisputed)
        }
    }

    /// On real rules: one changes an age, the other a contra-indication.
    @Test func twoChangesOfOneServiceStandTogether() throws {
        for service in try Shipped.registry.services where service.shelterKind != nil && service.shelterKind != .omp {
            let base = AdmissionForm.values(of: service.rules)
            let mine = FormValues(
                items: base.without(["maximumAge", "maximumAge-none"]).items + [
                    QueryItem(name: "maximumAge", value: "77")
                ])
            let theirs = FormValues(
                items: base.without(["ci-newborn"]).items + [QueryItem(name: "ci-newborn", value: "none")])

            let merge = RulesMerge(base: base, theirs: theirs, mine: mine)
            let rules = try AdmissionFormTests.make(service, merge.values).read().rules

            #expect(merge.disputed.isEmpty && rules?.admission.maximumAge == .years(77))
            #expect(rules?.contraIndication(.newborn)?.hardness == Hardness.none)
        }
    }
}
