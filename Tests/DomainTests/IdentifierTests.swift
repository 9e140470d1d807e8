import Domain
import Testing

@Suite("Identifiers")
struct IdentifierTests {
    @Test(arguments: [
        "a", "0", "de-linde", "voorbeeld-de-linde-2", "24-7", String(repeating: "a", count: 100),
    ])
    func wellFormedIDs(text: String) {
        #expect(ServiceID(rawValue: text)?.rawValue == text)
        #expect(OrganizationID(rawValue: text)?.rawValue == text)
    }

    @Test(arguments: [
        "", "-", "-a", "a-", "a--b", "A", "De-Linde", "de_linde", "de linde", "de.linde", "de/linde", "fryslân", "é",
        "a\n", " a", "a ", "a\u{0}", "e\u{301}", "ａ", "%20", "..", String(repeating: "a", count: 101),
    ])
    func malformedIDs(text: String) {
        #expect(ServiceID(rawValue: text) == nil)
        #expect(OrganizationID(rawValue: text) == nil)
    }

    /// Byte order is the last ranking key (contract section 4).
    @Test func orderIsByBytes() {
        let ids = ["b", "a-b", "a", "a0", "aa", "10", "2", "a-"].compactMap(ServiceID.init(rawValue:))

        #expect(ids.sorted().map(\.rawValue) == ["10", "2", "a", "a-b", "a0", "aa", "b"])
    }

    @Test(arguments: ["GM0193", "GM0014", "GM9999", "GM0000"])
    func municipalityCodes(text: String) {
        #expect(MunicipalityCode(rawValue: text)?.rawValue == text)
        #expect(Area(code: text)?.code == text)
    }

    @Test(arguments: ["", "GM", "GM193", "GM01930", "gm0193", "0193", "GM 193", "GM019x", "PV23", "GM+193", "GM０１"])
    func malformedMunicipalityCodes(text: String) {
        #expect(MunicipalityCode(rawValue: text) == nil)
        #expect(Area(code: text) == nil)
    }

    @Test(arguments: ProvinceCode.allCases)
    func provincesAreAreas(province: ProvinceCode) {
        #expect(Area(code: province.rawValue) == .province(province))
        #expect(Area.province(province).code == province.rawValue)
    }

    @Test(arguments: ["NL-XX", "nl-ov", "NL", "OV", "BE-VAN", "NL-OV "])
    func areasThatAreNotThere(text: String) {
        #expect(Area(code: text) == nil)
    }
}
