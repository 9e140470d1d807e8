import Domain
import Testing

/// The parts of an organisation in the chain: stated, or following from its kind and services (feature F01).
@Suite("Chain roles")
struct ChainRoleTests {
    private static func make(
        kind: OrganizationKind = .ngo, stated: [ChainRole] = [], services: [Service] = []
    ) -> Organization {
        Organization(
            id: .make("voorbeeld-huis"), name: "Huis (voorbeeld)", kind: kind, statedChainRoles: stated,
            services: services)
    }

    @Test func anOrganisationWithoutServicesHasWhatItStates() {
        #expect(Self.make().chainRoles.isEmpty)
        #expect(Self.make(stated: [.signalling]).chainRoles == [.signalling])
    }

    @Test func rolesComeOnceAndInTheOrderOfTheVocabulary() {
        let help = Service.make(shelterKind: nil, helpKinds: [.aftercare, .ambulatorySupport, .outreach])
        let organization = Self.make(stated: [.aftercare, .prevention], services: [help, help])

        #expect(organization.chainRoles == [.prevention, .signalling, .ambulatoryHelp, .aftercare])
    }

    @Test(arguments: [
        (ShelterKind.womensShelter, Reach.regional, ChainRole.shelterLocalRegional),
        (.womensShelter, .local, .shelterLocalRegional), (.womensShelter, .national, .shelterNationalSpecialist),
        (.cosm, .national, .shelterNationalSpecialist), (.omp, .national, .shelterNationalSpecialist),
        (.lvbTreatment, .national, .treatment), (.youthResidential, .regional, .treatment),
        (.supportedHousing, .local, .aftercare),
    ])
    func shelterStandsForARole(kind: ShelterKind, reach: Reach, role: ChainRole) {
        let place = Service.make(shelterKind: kind, reach: reach)

        #expect(Self.make(kind: .shelterProvider, services: [place]).chainRoles == [role])
    }

    /// Every kind of shelter is somewhere on the map of the chain.
    @Test(arguments: ShelterKind.allCases)
    func everyShelterHasARole(kind: ShelterKind) {
        #expect(!Service.make(shelterKind: kind).chainRoles.isEmpty)
    }

    @Test(arguments: [
        (HelpKind.careCoordination, ChainRole.careCoordination), (.perpetratorHelp, .perpetratorHelp),
        (.aftercare, .aftercare), (.ambulatorySupport, .ambulatoryHelp), (.traumaTreatment, .treatment),
        (.preventionEducation, .prevention),
    ])
    func helpStandsForARole(kind: HelpKind, role: ChainRole) {
        #expect(Service.make(shelterKind: nil, helpKinds: [kind]).chainRoles == [role])
    }

    @Test(arguments: [
        (OrganizationKind.veiligThuis, ChainRole.reportingPoint), (.careCoordinationBody, .careCoordination),
        (.policeAvim, .investigationProsecution), (.publicProsecution, .investigationProsecution),
        (.labourInspectorate, .inspectionControl),
    ])
    func kindStandsForARole(kind: OrganizationKind, role: ChainRole) {
        #expect(Self.make(kind: kind).chainRoles == [role])
    }

    @Test func whatEndedCountsNoMore() {
        let ended = Service.make(shelterKind: .womensShelter, status: .ended)
        let paused = Service.make(shelterKind: nil, helpKinds: [.aftercare], status: .paused)

        #expect(Self.make(services: [ended, paused]).chainRoles == [.aftercare])
    }
}
