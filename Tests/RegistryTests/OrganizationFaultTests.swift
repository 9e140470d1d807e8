import Testing

private let house = SmallRegistry.house

/// Faults in an organisation (contract section 2).
@Suite("Faults in an organisation")
struct OrganizationFaultTests {
    @Test(arguments: ["id", "name", "kind", "phones/0/number", "sources/0/title"].map { "\(house)/\($0)" })
    func requiredNames(pointer: String) throws {
        try FaultExample.remove(pointer).check()
    }

    @Test(arguments: [
        FaultExample.set("id with capitals", "\(house)/id", "De-Linde", gives: "malformed"),
        .set("id with a space", "\(house)/id", "de linde", gives: "malformed"),
        .set("name too long", "\(house)/name", .string(String(repeating: "a", count: 201)), gives: "too_long"),
        .set("name of spaces", "\(house)/name", "  ", gives: "malformed"),
        .set("website without host", "\(house)/website", "https://", gives: "malformed"),
        .set("website with another scheme", "\(house)/website", "javascript:alert(1)", gives: "malformed"),
        .set("website without scheme", "\(house)/website", "voorbeeld.example", gives: "malformed"),
        .set("email without domain", "\(house)/email", "linde@", gives: "malformed"),
        .set("email without at", "\(house)/email", "linde.example", gives: "malformed"),
        .set("example as text", "\(house)/example", "yes", gives: "wrong_type"),
        .set("number as a number", "\(house)/phones/0/number", 112, gives: "wrong_type"),
        .set("municipality by name", "\(house)/municipality", "Zwolle", gives: "malformed"),
        .set("municipality that is not on the map", "\(house)/municipality", "GM9999", gives: "unknown_municipality"),
        .set("source with a bad date", "\(house)/sources/0/date", "2019-04-31", gives: "malformed"),
        .set("source with a bad address", "\(house)/sources/0/url", "bron", gives: "malformed"),
        .set("checked on a bad date", "\(house)/checkedOn", "1 november 2026", gives: "malformed"),
        .set("address", "\(house)/address", "Dorpsstraat 1", gives: "address_not_held"),
        .set("postcode", "\(house)/postcode", "8011 AB", gives: "address_not_held"),
        .set("coordinates", "\(house)/coordinates", [52.512, 6.093], gives: "address_not_held"),
        .set("services as object", "\(house)/services", [:], gives: "wrong_type"),
        .set("organisation as text", "/organizations/1", "de-eik", gives: "wrong_type"),
        .set("organizations as object", "/organizations", [:], gives: "wrong_type"),
        .set("province of another file", "/province", "NL-DR", gives: "province_of_another_file"),
        .set("province that does not exist", "/province", "NL-XX", gives: "unknown_code"),
        .set("document as array", "", [], gives: "wrong_type"),
    ])
    func oneFault(_ example: FaultExample) throws { try example.check() }

    @Test(arguments: ["/province", "/organizations"])
    func requiredNamesOfTheFile(pointer: String) throws {
        try FaultExample.remove(pointer).check()
    }

    @Test func anIDIsGivenOnceOverAllFiles() throws {
        let again = SmallRegistry.Change(file: SmallRegistry.brabant, pointer: "\(house)/id", value: "de-eik")

        let faults = try SmallRegistry.folder(changing: [again]).faults

        #expect(faults.count == 1)
        #expect(faults.first?.hasSuffix("#\(house)/id duplicate_id") == true, "\(faults)")
    }

    /// `null` counts as absent where nothing else is said.
    @Test(arguments: ["description", "website", "email", "municipality", "confidence", "checkedOn", "status"])
    func nullIsAbsent(name: String) throws {
        let change = SmallRegistry.Change(file: SmallRegistry.overijssel, pointer: "\(house)/\(name)", value: .null)
        #expect(try SmallRegistry.folder(changing: [change]).faults == [])
    }

    @Test func aMissingOptionalListIsFine() throws {
        let changes = ["phones", "sources", "services", "chainRoles"].map {
            SmallRegistry.Change(file: SmallRegistry.overijssel, pointer: "/organizations/1/\($0)", value: nil)
        }
        #expect(try SmallRegistry.folder(changing: changes).faults == [])
    }
}
