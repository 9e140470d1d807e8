import Testing

private let provinces = "provinces.json"
private let regions = "regions.json"
private let municipalities = "municipalities.json"

/// Faults in the administrative map.
@Suite("Faults in the map")
struct MapFaultTests {
    @Test(arguments: [
        (provinces, "/asOf"), (provinces, "/source"), (provinces, "/provinces"), (provinces, "/provinces/0/name"),
        (provinces, "/provinces/0/capital"), (provinces, "/provinces/0/cbsCode"),
        (provinces, "/provinces/0/population"), (provinces, "/provinces/0/tileColumn"),
        (provinces, "/provinces/0/tileRow"), (regions, "/regions"), (regions, "/regions/2/provinces"),
        (regions, "/source/title"), (municipalities, "/municipalities/1/safetyRegion"),
        (municipalities, "/municipalities/1/name"), (municipalities, "/municipalities/1/province"),
        (municipalities, "/municipalities/1/latitude"), (municipalities, "/municipalities/1/longitude"),
        (municipalities, "/municipalities/1/population"), (municipalities, "/asOf"),
    ])
    func requiredNames(file: String, pointer: String) throws {
        try FaultExample.remove(in: file, pointer).check()
    }

    @Test(arguments: [
        FaultExample.set("date of the map", in: provinces, "/asOf", "2025", gives: "malformed"),
        .set("negative population", in: provinces, "/provinces/0/population", -1, gives: "out_of_range"),
        .set("tile in column 0", in: provinces, "/provinces/0/tileColumn", 0, gives: "out_of_range"),
        .set("tile in row 21", in: provinces, "/provinces/0/tileRow", 21, gives: "out_of_range"),
        .set("seat that is not on the map", in: regions, "/regions/0/seat", "GM9999", gives: "unknown_municipality"),
        .set("seat by name", in: regions, "/regions/0/seat", "Zwolle", gives: "malformed"),
        .set("latitude as text", in: municipalities, "/municipalities/0/latitude", "52.5", gives: "wrong_type"),
        .set(
            "latitude just off the globe", in: municipalities, "/municipalities/0/latitude", -90.1,
            gives: "out_of_range"),
        .set("latitude off the globe", in: municipalities, "/municipalities/0/latitude", 91, gives: "out_of_range"),
        .set("longitude off the globe", in: municipalities, "/municipalities/0/longitude", -181, gives: "out_of_range"),
        .set(
            "population that is a fraction", in: municipalities, "/municipalities/0/population", 0.5,
            gives: "wrong_type"),
        .set(
            "safety region that is not there", in: municipalities, "/municipalities/1/safetyRegion", "Salland",
            gives: "unknown_code"),
        .set(
            "police unit that is not there", in: municipalities, "/municipalities/0/policeUnit", "Midden",
            gives: "unknown_code"),
        .set(
            "Veilig Thuis that is not there", in: municipalities, "/municipalities/0/veiligThuisArea", "Oost",
            gives: "unknown_code"),
        .set(
            "centre municipality that is not there", in: municipalities, "/municipalities/0/centreMunicipality",
            "Deventer", gives: "unknown_code"),
    ])
    func oneFault(_ example: FaultExample) throws { try example.check() }

    @Test func aProvinceThatIsLeftOutIsMissing() throws {
        let change = SmallRegistry.Change(file: provinces, pointer: "/provinces/3", value: nil)

        #expect(try SmallRegistry.folder(changing: [change]).faults == ["provinces.json#/provinces missing_listed"])
    }

    @Test(arguments: [
        (provinces, "/provinces/12", "/provinces/0"), (regions, "/regions/4", "/regions/0"),
        (municipalities, "/municipalities/3", "/municipalities/0"),
    ])
    func whatStandsThereTwiceIsRefused(file: String, new: String, old: String) throws {
        let change = SmallRegistry.Change(file: file, pointer: new, value: SmallRegistry.trees[file]?[old])

        let faults = try SmallRegistry.folder(changing: [change]).faults

        #expect(faults.count == 1)
        #expect(faults.first?.hasPrefix("\(file)#\(new)") == true, "\(faults)")
        #expect(faults.first?.hasSuffix(" duplicate_id") == true, "\(faults)")
    }

    /// The municipality is there, however badly it is written: what refers to it is not at fault.
    @Test func aFaultInAMunicipalityIsOneFault() throws {
        try FaultExample.set("", in: municipalities, "/municipalities/0/population", -1, gives: "out_of_range").check()
    }

    /// The region is there, however badly it is written: municipalities that name it are not at fault.
    @Test(arguments: ["name", "kind"])
    func aFaultInARegionIsOneFault(name: String) throws {
        try FaultExample.set("", in: regions, "/regions/0/\(name)", 7, gives: "wrong_type").check()
    }

    /// Which province it was to be cannot be read.
    @Test func aFaultInACodeIsNoMissingProvince() throws {
        try FaultExample.set("", in: provinces, "/provinces/3/code", 7, gives: "wrong_type").check()
        try FaultExample.remove(in: provinces, "/provinces/3/code").check()
        try FaultExample.set("", in: provinces, "/provinces/3", 7, gives: "wrong_type").check()
    }

    /// A missing or broken map says nothing about the files that refer to it.
    @Test(arguments: [provinces, regions, municipalities])
    func aBrokenMapIsOneFault(file: String) throws {
        let folder = try SmallRegistry.folder()

        try folder.write(Array("{".utf8), to: file)
        #expect(folder.faults == ["\(file):1:2 unexpected_end"])

        try folder.remove(file)
        #expect(folder.faults == ["\(file) missing_file"])
    }
}
