import Coverage
import Domain
import Foundation
import Matching
import Testing

@Suite("From where somebody finds a place, features F01, F16 and F27")
struct TownCoverageTests {
    private static let towns = ["GM0001", "GM0002", "GM0003"].compactMap(MunicipalityCode.init(rawValue:))
    private static let provinces: [ProvinceCode] = [.overijssel, .overijssel, .fryslan]
    private static let map = Geography(
        provinces: [],
        municipalities: zip(towns, provinces).map { code, province in
            Municipality(code: code, name: code.rawValue, province: province, safetyRegion: "Regio")
        }, regions: [])
    private static let now = Timestamp.date("2026-11-20T12:00:00Z") ?? .distantPast

    private static let woman: Profile = {
        var profile = Profile(age: 30, gender: .female, urgency: .now, threat: .green)
        profile.household = .single
        return profile
    }()

    private func coverage(
        _ services: [Service], of profile: Profile = woman, capacity: ((ServiceID) -> Capacity?)? = nil
    ) -> [TownCoverage.Answer?] {
        let backup = NationalBackup(organization: .make("comensha"), name: "CoMensha", phone: "033-448 11 86")
        let finder = TownCoverageFinder(
            services, coordination: Coordination(coordinators: [], uncovered: [:], backup: backup), on: Self.map)
        let answers = finder.coverage(of: profile, capacity: capacity, at: Self.now).answers
        return Self.towns.map { answers[$0] }
    }

    private func place(
        _ id: String, _ reach: Reach, area: [Area]? = nil, level: SecurityLevel = .openVisible,
        admission: Admission = Admission(), municipality: MunicipalityCode? = nil
    ) -> Service {
        Service(
            id: .make(id), organization: .make("huis"), organizationName: "Huis", name: "Kamers",
            shelterKind: .crisisShelter, site: Site(province: .overijssel, municipality: municipality), reach: reach,
            serviceArea: area, securityLevel: level, restriction: .open, admission: admission)
    }

    @Test func nothingIsNothing() {
        #expect(coverage([]) == [.nothing, .nothing, .nothing])
        let men = place("mannen", .national, admission: Admission(genders: [.male]))
        #expect(coverage([men]) == [.nothing, .nothing, .nothing])
    }

    @Test func aRegionIsNearerThanTheCountry() {
        let (regional, national) = (place("regio", .regional), place("land", .national))

        #expect(coverage([regional]) == [.ownRegion, .ownRegion, .nothing])
        #expect(coverage([national]) == [.nationalOnly, .nationalOnly, .nationalOnly])
        #expect(coverage([regional, national]) == [.ownRegion, .ownRegion, .nationalOnly])
    }

    @Test func anOpenPlaceMayServeOneMunicipality() {
        let local = place("stad", .local, area: [.municipality(Self.towns[0])])

        #expect(coverage([local]) == [.ownRegion, .nothing, .nothing])
    }

    /// The one municipality of a sheltered place is not for everybody to see.
    @Test func aShelteredPlaceServesItsProvince() {
        let pictures = Self.towns.prefix(2).map { town in
            coverage([place("schuil", .local, area: [.municipality(town)], level: .sheltered, municipality: town)])
        }

        #expect(pictures == [[.ownRegion, .ownRegion, .nothing], [.ownRegion, .ownRegion, .nothing]])
    }

    /// Without live counts it is the rules alone that decide; with them what is taken is no place.
    @Test func onlyLiveCountsTellWhatIsFree() {
        let service = place("land", .national)
        func live(_ free: Int, _ hours: Double) -> (ServiceID) -> Capacity? {
            { _ in
                Capacity(total: 4, free: free, confirmedAt: Self.now.addingTimeInterval(-hours * 3_600))
            }
        }

        #expect(coverage([service]) == [.nationalOnly, .nationalOnly, .nationalOnly])
        #expect(coverage([service], capacity: live(1, 1)) == [.nationalOnly, .nationalOnly, .nationalOnly])
        #expect(coverage([service], capacity: live(0, 1)) == [.nothing, .nothing, .nothing])
        #expect(coverage([service], capacity: live(1, 30)) == [.nothing, .nothing, .nothing])
    }

    /// Each town has the answer of a search there by the rules, one by one.
    @Test(arguments: [Answer.yes, .no])
    func isWhatASearchFindsThere(_ wheelchair: Answer) {
        let services = [
            place("a", .regional, admission: Admission(wheelchair: true)),
            place("b", .national, admission: Admission(wheelchair: false)),
            place("c", .local, area: [.municipality(Self.towns[2])], admission: Admission(genders: [.female])),
        ]
        var profile = Self.woman
        profile.wheelchair = wheelchair == .yes
        let expected = Self.towns.map { town -> TownCoverage.Answer in
            var person = profile
            person.currentMunicipality = town
            let taken = services.filter {
                Assessment(of: Place(service: $0), for: person, on: Self.map, at: Self.now).exclusions.isEmpty
            }
            return taken.contains { $0.reach != .national } ? .ownRegion : taken.isEmpty ? .nothing : .nationalOnly
        }

        #expect(coverage(services, of: profile).map { $0 ?? .nothing } == expected)
    }
}
