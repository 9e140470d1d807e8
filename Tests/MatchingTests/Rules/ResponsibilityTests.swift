import Domain
import Matching
import Testing

@Suite("Responsible municipality and risk screening (R1, R2)")
struct ResponsibilityTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        var age = 30
        var residence = ResidenceStatus.dutch
        var registered: MunicipalityCode?
        var found: MunicipalityCode?
        let municipality: MunicipalityCode?
        let basis: ResponsibilityBasis
        let law: String?
        let centre: String?
        var testDescription: String { name }
    }

    @Test(arguments: [
        Example(
            name: "registered", registered: TestMap.zwolle, found: TestMap.breda, municipality: TestMap.zwolle,
            basis: .registered, law: "Wmo 2015", centre: "Zwolle"),
        Example(
            name: "not registered, found", found: TestMap.breda, municipality: TestMap.breda, basis: .found,
            law: "Wmo 2015", centre: "Breda"),
        Example(name: "both unknown", municipality: nil, basis: .unknown, law: nil, centre: nil),
        Example(
            name: "minor", age: 16, registered: TestMap.heerenveen, municipality: TestMap.heerenveen,
            basis: .registered, law: "Jeugdwet", centre: "Leeuwarden"),
        Example(
            name: "unaccompanied minor", age: 16, residence: .unaccompaniedMinor, registered: TestMap.zwolle,
            municipality: nil, basis: .guardian, law: "Nidos", centre: nil),
        Example(
            name: "reflection period", residence: .reflectionPeriod, found: TestMap.breda,
            municipality: TestMap.breda, basis: .state, law: "Rijk via CoMensha", centre: "Breda"),
    ])
    func sixCases(_ example: Example) {
        let profile = Profile.minimal {
            ($0.age, $0.residence) = (example.age, example.residence)
            ($0.registeredMunicipality, $0.foundMunicipality) = (example.registered, example.found)
        }

        let responsibility = TestMap.matcher.search(profile, among: []).responsibility

        #expect(responsibility.municipality == example.municipality)
        #expect(responsibility.basis == example.basis)
        #expect(responsibility.law?.rawValue == example.law)
        #expect(responsibility.centreMunicipality == example.centre)
    }

    @Test(arguments: [(17, "Jeugdwet"), (18, "Wmo 2015")])
    func theLawChangesOnTheBirthday(age: Int, law: String) {
        let profile = Profile.make { ($0.age, $0.registeredMunicipality) = (age, TestMap.zwolle) }

        #expect(TestMap.matcher.search(profile, among: []).responsibility.law?.rawValue == law)
    }

    /// COSM is for adults; a minor falls under the Jeugdwet in the reflection period too.
    @Test func theStatePaysForAdultsOnly() {
        let profile = Profile.make {
            ($0.age, $0.residence, $0.foundMunicipality) = (17, .reflectionPeriod, TestMap.breda)
        }

        let responsibility = TestMap.matcher.search(profile, among: []).responsibility

        #expect(responsibility.basis == .found)
        #expect(responsibility.law?.rawValue == "Jeugdwet")
    }

    @Test func riskIsScreenedWhereThePersonIsNow() {
        let profile = Profile.make {
            ($0.registeredMunicipality, $0.currentMunicipality) = (TestMap.zwolle, TestMap.eindhoven)
        }

        let responsibility = TestMap.matcher.search(profile, among: []).responsibility

        #expect(responsibility.municipality == TestMap.zwolle)
        #expect(responsibility.riskScreeningRegion == "Brabant-Zuidoost")
    }

    @Test(
        arguments: [
            (TestMap.zwolle, [ContactRole.coordinator, .substitute, .nationalBackup]),
            (TestMap.enschede, [.coordinator, .nationalBackup]),
            (TestMap.eindhoven, [.nationalBackup]),
            (TestMap.leiden, [.nationalBackup]),
            (nil, [.nationalBackup]),
        ] as [(MunicipalityCode?, [ContactRole])])
    func thereIsAlwaysSomebodyToCall(municipality: MunicipalityCode?, roles: [ContactRole]) {
        let profile = Profile.minimal { $0.currentMunicipality = municipality }

        let contacts = TestMap.matcher.search(profile, among: []).contacts

        #expect(contacts.map(\.role) == roles)
        #expect(contacts.last?.phone == TestMap.backup.phone)
    }
}
