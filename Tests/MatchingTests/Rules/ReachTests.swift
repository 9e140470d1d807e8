import Domain
import Matching
import Testing

@Suite("Reach (R14)")
struct ReachTests {
    /// Every province has a municipality here, so that the rule is seen in all twelve.
    static let country = Geography(
        provinces: ProvinceCode.allCases.map { TestMap.province($0, $0.rawValue) },
        municipalities: ProvinceCode.allCases.enumerated().map { index, province in
            Municipality(
                code: TestMap.municipality("GM\(1_000 + index)"), name: "Gemeente", province: province, safetyRegion: ""
            )
        }, regions: [])

    @Test(arguments: ProvinceCode.allCases, Reach.allCases)
    func overTwelveProvinces(here: ProvinceCode, reach: Reach) throws {
        let municipality = try #require(Self.country.municipalities.first { $0.province == here })
        let profile = Profile.make { $0.currentMunicipality = municipality.code }
        let places = ProvinceCode.allCases.map { province in
            PlaceDraft.make {
                ($0.id, $0.province, $0.reach) = ("plek-\(province.rawValue.lowercased())", province, reach)
            }
        }

        let result = TestMap.matcher(on: Self.country).search(profile, among: places)

        #expect(result.placements.count == (reach == .national ? 12 : 1))
        #expect(result.placements.contains { $0.service.site.province == here })
        #expect(result.excluded.allSatisfy { $0.exclusions == [.outOfArea] })
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let area: [Area]?
        var municipality: MunicipalityCode?
        var province: ProvinceCode?
        var excluded = false
        var asked = false
        var testDescription: String { name }
    }

    @Test(arguments: [
        Example(name: "in a listed municipality", area: [.municipality(TestMap.zwolle)], municipality: TestMap.zwolle),
        Example(
            name: "in another of the province", area: [.municipality(TestMap.zwolle)], municipality: TestMap.enschede,
            excluded: true),
        Example(name: "in a listed province", area: [.province(.fryslan)], municipality: TestMap.leeuwarden),
        Example(name: "own province where no area is stated", area: nil, municipality: TestMap.enschede),
        Example(name: "elsewhere where no area is stated", area: nil, municipality: TestMap.breda, excluded: true),
        Example(
            name: "own province where another is stated", area: [.province(.fryslan)], municipality: TestMap.zwolle,
            excluded: true),
        Example(name: "only a province, listed", area: [.province(.fryslan)], province: .fryslan),
        Example(
            name: "only a province, not listed", area: [.province(.fryslan)], province: .zuidHolland, excluded: true),
        Example(
            name: "only a province, a municipality of it listed", area: [.municipality(TestMap.leiden)],
            province: .zuidHolland, asked: true),
        Example(
            name: "only a province, a municipality elsewhere listed", area: [.municipality(TestMap.leiden)],
            province: .fryslan, excluded: true),
        Example(name: "no location", area: [.municipality(TestMap.leiden)], asked: true),
        Example(
            name: "the municipality goes before the province", area: [.municipality(TestMap.leiden)],
            municipality: TestMap.rotterdam, province: .zuidHolland, excluded: true),
        // Over HTTP these two are refused before.
        Example(
            name: "the municipality goes before another province", area: [.province(.fryslan)],
            municipality: TestMap.rotterdam, province: .fryslan, excluded: true),
        Example(
            name: "a municipality that is not on the map", area: [.province(.overijssel)],
            municipality: TestMap.municipality("GM9999"), excluded: true),
    ])
    func regionalAndLocal(_ example: Example) {
        let profile = Profile.make {
            ($0.currentMunicipality, $0.currentProvince) = (example.municipality, example.province)
        }
        for reach in [Reach.regional, .local] {
            let verdict = PlaceDraft.make { ($0.reach, $0.serviceArea) = (reach, example.area) }.verdict(for: profile)

            #expect(verdict.exclusions == (example.excluded ? ["out_of_area"] : []))
            #expect(verdict.asks == (example.asked ? ["unknown:currentMunicipality"] : []))
        }
    }

    @Test func notStatedCountsAsNationalAndIsAsked() {
        let place = PlaceDraft.make { $0.reach = nil }

        let far = place.verdict(for: .make { $0.currentMunicipality = TestMap.breda })
        let near = place.verdict(for: .make { $0.currentMunicipality = TestMap.enschede })

        #expect(far.section == .fitsNow)
        #expect(far.asks == ["not_stated:reach"])
        #expect(near.section == .fitsNow)
        #expect(near.asks == ["not_stated:reach"])
    }
}
