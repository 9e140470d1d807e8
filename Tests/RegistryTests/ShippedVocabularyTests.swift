import Domain
import Registry
import Testing

/// Every code of the vocabulary occurs in the data (domain section 3).
@Suite("Shipped data, vocabulary")
struct ShippedVocabularyTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let list: String
        /// Codes that need not occur in a file.
        let except: Set<String>
        let found: @Sendable (Registry) -> [String]
        var testDescription: String { list }

        init<Kind: Code>(
            _ kind: Kind.Type, except: Set<Kind> = [], in found: @escaping @Sendable (Registry) -> [Kind]
        ) {
            list = kind.listName
            self.except = Set(except.map(\.rawValue))
            self.found = { found($0).map(\.rawValue) }
        }
    }

    @Test(arguments: [
        Example(ShelterKind.self) { $0.services.compactMap(\.shelterKind) },
        Example(HelpKind.self) { $0.services.flatMap(\.helpKinds) },
        Example(Circumstance.self) { $0.services.flatMap(\.contraIndications).map(\.circumstance) },
        Example(Hardness.self) { $0.services.flatMap(\.contraIndications).map(\.hardness) },
        Example(SpecialTarget.self) { registry in
            registry.services.flatMap(\.specialFor).compactMap { SpecialTarget(rawValue: $0.code) }
        },
        Example(ReferralRoute.self) { $0.services.flatMap { $0.referral?.routes ?? [] } },
        Example(FundingSource.self) { $0.services.flatMap(\.funding) },
        Example(FundingTerm.self) { $0.services.compactMap(\.fundingTerm) },
        Example(Reach.self) { $0.services.compactMap(\.reach) },
        Example(SecurityLevel.self) { $0.services.compactMap(\.securityLevel) },
        Example(Restriction.self) { $0.services.compactMap(\.restriction) },
        Example(Phase.self) { $0.services.flatMap(\.phases) },
        Example(PetPolicy.self) { $0.services.compactMap(\.admission.pets) },
        Example(AccessDecision.self) { $0.services.compactMap(\.admission.accessDecision) },
        Example(ExpertiseLevel.self) { $0.services.compactMap(\.expertiseLevel) },
        Example(Answer.self) { $0.services.compactMap(\.aftercare) },
        Example(ServiceStatus.self) { $0.services.map(\.status) },
        Example(CapacityUnit.self) { $0.services.compactMap { $0.startingCapacity?.unit } },
        Example(Gender.self, except: [.unknown]) { $0.services.flatMap { $0.admission.genders ?? [] } },
        Example(Household.self) { $0.services.flatMap { $0.admission.households ?? [] } },
        Example(ExploitationForm.self, except: [.unknown]) { $0.services.flatMap(\.admission.exploitationForms) },
        Example(ResidenceStatus.self, except: [.unknown]) {
            $0.services.flatMap { $0.admission.residence.map { Array($0.keys) } ?? [] }
        },
        Example(ResidenceAnswer.self) { $0.services.flatMap { $0.admission.residence.map { Array($0.values) } ?? [] } },
        Example(ResidenceReason.self) { $0.services.flatMap { Array($0.admission.residenceReasons.values) } },
        Example(Confidence.self) { $0.organizations.compactMap(\.confidence) },
        Example(OrganizationKind.self) { $0.organizations.map(\.kind) },
        Example(ChainRole.self) { $0.organizations.flatMap(\.chainRoles) },
        Example(NetworkKind.self) { $0.networks.map(\.kind) },
        Example(FigureKind.self) { $0.figures.map(\.kind) },
        Example(RegionKind.self) { $0.geography.regions.map(\.kind) },
        Example(CoordinationStatus.self) { registry in
            registry.geography.municipalities.map { registry.coordination.status(of: $0.code) }
        },
    ])
    func everyCodeOccurs(_ example: Example) throws {
        let list = try #require(Vocabulary.lists.first { $0.name == example.list })
        let found = Set(example.found(try ShippedData.registry))

        #expect(list.codes.filter { !found.contains($0) && !example.except.contains($0) } == [])
    }

    /// Both hardnesses where domain section 3.3 gives both as usual, and the one it gives elsewhere.
    @Test(arguments: Circumstance.allCases)
    func contraIndicationsAreAsHardAsUsual(circumstance: Circumstance) throws {
        let both: Set<Circumstance> = [
            .activeAddiction, .acuteSuicidality, .aggression, .highSomaticCare, .riskToResidents,
        ]
        let absolute: Set<Circumstance> = [
            .acutePsychiatric, .arsonHistory, .sexualOffenceHistory, .knownLocationRisk, .extremeThreat,
            .compulsoryCare,
        ]
        let usual: Set<Hardness> =
            if both.contains(circumstance) {
                [.absolute, .conditional]
            } else {
                absolute.contains(circumstance) ? [.absolute] : [.conditional]
            }
        let found = try ShippedData.registry.services.flatMap(\.contraIndications)
            .filter { $0.circumstance == circumstance }.map(\.hardness)

        #expect(usual.subtracting(found).isEmpty)
    }

    @Test func everyCircumstanceIsSomebodysSpeciality() throws {
        let marks = try ShippedData.registry.services.flatMap(\.specialFor).map(\.code)

        #expect(SpecialTarget.allCases.filter { !marks.contains($0.rawValue) }.isEmpty)
        #expect(marks.contains { Circumstance(rawValue: $0) != nil })
    }

    /// Feature F24.
    @Test(arguments: Vocabulary.lists.map(\.name))
    func everyCodeHasLabelAndDefinitionInBothLanguages(name: String) throws {
        let list = try #require(try ShippedData.registry.codeLists.list(named: name))
        let codes = try #require(Vocabulary.lists.first { $0.name == name }).codes

        #expect(list.entries.map(\.code) == codes, "in the order of the vocabulary")
        for entry in list.entries {
            for language in Language.allCases {
                #expect(!entry.label[language].isEmpty, "\(entry.code)")
                #expect(entry.definition[language].count > 3, "\(entry.code)")
                #expect(entry.label[language] != entry.code, "\(entry.code)")
            }
        }
        #expect(Set(list.entries.map(\.label.dutch)).count == codes.count, "labels tell codes apart")
    }
}
