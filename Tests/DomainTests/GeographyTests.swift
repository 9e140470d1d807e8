import Domain
import Testing

@Suite("Geography")
struct GeographyTests {
    private static let map = Geography(
        provinces: [.overijssel, .noordBrabant].map {
            Province(
                code: $0, cbsCode: "PV", name: $0.rawValue, capital: "Stad", population: 1, tileColumn: 1, tileRow: 1)
        },
        municipalities: [
            Municipality(code: .zwolle, name: "Zwolle", province: .overijssel, safetyRegion: "IJsselland"),
            Municipality(code: .deventer, name: "Deventer", province: .overijssel, safetyRegion: "IJsselland"),
            Municipality(
                code: .eindhoven, name: "Eindhoven", province: .noordBrabant, safetyRegion: "Brabant-Zuidoost"),
        ],
        regions: [])

    @Test(arguments: [
        ("NL-OV", "NL-OV", true), ("NL-OV", "NL-NB", false), ("NL-OV", "GM0193", true), ("NL-NB", "GM0193", false),
        ("GM0193", "GM0193", true), ("GM0193", "GM0150", false), ("GM0193", "GM0772", false),
        ("NL-OV", "GM9999", false), ("GM9999", "GM9999", true), ("GM0193", "GM9999", false),
        ("NL-FR", "NL-FR", true),
    ])
    func areasOverlapInBothDirections(one: String, other: String, overlap: Bool) throws {
        let (one, other) = (try #require(Area(code: one)), try #require(Area(code: other)))

        #expect(Self.map.overlap(one, other) == overlap)
        #expect(Self.map.overlap(other, one) == overlap)
    }

    @Test(arguments: [
        ("NL-OV", ProvinceCode.overijssel), ("GM0193", .overijssel), ("GM0772", .noordBrabant), ("GM9999", nil),
    ])
    func provinceOfAnArea(area: String, province: ProvinceCode?) throws {
        #expect(Self.map.province(of: try #require(Area(code: area))) == province)
    }

    @Test func findsByCode() {
        #expect(Self.map.municipality(.zwolle)?.name == "Zwolle")
        #expect(Self.map.municipality(.nowhere) == nil)
        #expect(Self.map.province(.noordBrabant)?.name == "NL-NB")
        #expect(Self.map.province(.zeeland) == nil)
    }
}
