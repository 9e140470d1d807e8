import Testing

private let sheltered = SmallRegistry.sheltered
private let help = SmallRegistry.help
private let secret = SmallRegistry.secret
private let omp = SmallRegistry.omp
private let visible = SmallRegistry.visible

/// Faults in a service (contract sections 2, 8 and 9).
@Suite("Faults in a service")
struct ServiceFaultTests {
    @Test(arguments: [
        "id", "name", "status", "province", "securityLevel", "restriction", "contraIndications/0/code",
        "contraIndications/1/hardness", "waiting/days",
    ])
    func requiredNames(name: String) throws {
        try FaultExample.remove("\(sheltered)/\(name)").check()
    }

    @Test func helpWithoutABedNeedsNoLevel() throws {
        let changes = [
            SmallRegistry.Change(file: SmallRegistry.overijssel, pointer: "\(help)/securityLevel", value: "none"),
            SmallRegistry.Change(file: SmallRegistry.overijssel, pointer: "\(help)/restriction", value: "ambulatory"),
        ]
        #expect(try SmallRegistry.folder(changing: changes).faults == [])
        #expect(try SmallRegistry.folder().faults == [])
    }

    @Test(arguments: [
        FaultExample.set(
            "no kind of shelter and no help", "\(help)/helpKinds", [], gives: "nothing_offered",
            at: "\(help)/shelterKind"),
        .set(
            "unknown help and no shelter", "\(help)/helpKinds", ["praten"], gives: "unknown_code",
            at: "\(help)/helpKinds/0"),
        .set("id with an underscore", "\(sheltered)/id", "de_linde", gives: "malformed"),
        .set("id that is a kind", "\(sheltered)/id", "omp", gives: "id_is_a_code"),
        .set("id that is a restriction", "\(help)/id", "closed", gives: "id_is_a_code"),
        .set("id that is a security level", "\(help)/id", "secret", gives: "id_is_a_code"),
        .set("id twice in a file", "\(visible)/id", "voorbeeld-de-linde-hulp", gives: "duplicate_id"),
        .set("municipality of a secret place", "\(secret)/municipality", "GM0193", gives: "secret_with_municipality"),
        .set(
            "area of a secret place below the province", "\(secret)/serviceArea/1", "GM0193",
            gives: "secret_area_below_province"),
        .set(
            "municipality outside the province", "\(sheltered)/municipality", "GM0772",
            gives: "municipality_outside_province"),
        .set("municipality that is not on the map", "\(help)/municipality", "GM9999", gives: "unknown_municipality"),
        .set("municipality by name", "\(help)/municipality", "Zwolle", gives: "malformed"),
        .set("area outside the Netherlands", "\(sheltered)/serviceArea/0", "BE-VAN", gives: "malformed"),
        .set("area that is not on the map", "\(sheltered)/serviceArea/1", "GM9999", gives: "unknown_municipality"),
        .set(
            "unsafe area that is not on the map", "\(secret)/unsafeForAreas/0", "GM9999",
            gives: "unknown_municipality"),
        .set(
            "OMP that refuses", "\(omp)/contraIndications/0", ["code": "aggression", "hardness": "absolute"],
            gives: "omp_without_contra_indications", at: "\(omp)/contraIndications"),
        .set(
            "OMP with a condition", "\(omp)/contraIndications/0",
            ["code": "newborn", "hardness": "conditional", "condition": "Kan soms."],
            gives: "omp_without_contra_indications", at: "\(omp)/contraIndications"),
        .set(
            "contra-indication twice", "\(sheltered)/contraIndications/1/code", "active_addiction",
            gives: "duplicate_contra_indication", at: "\(sheltered)/contraIndications"),
        .set(
            "condition beside absolute", "\(sheltered)/contraIndications/1/condition", "Kan soms.",
            gives: "condition_without_consultation"),
        .set("since a bad date", "\(sheltered)/contraIndications/0/since", "2026-13-01", gives: "malformed"),
        .set("language in full", "\(sheltered)/languages/0", "Nederlands", gives: "malformed"),
        .set("language in capitals", "\(sheltered)/languages/0", "NL", gives: "malformed"),
        .set("funding ends on a bad date", "\(sheltered)/fundingEndsOn", "2027", gives: "malformed"),
        .set("interpreter as text", "\(sheltered)/interpreter", "ja", gives: "wrong_type"),
        .set("steps as text", "\(sheltered)/referral/steps", "Bel ons.", gives: "wrong_type"),
        .set("step as number", "\(sheltered)/referral/steps/0", 1, gives: "wrong_type"),
        .set("hours as text", "\(sheltered)/referral/decisionWithinHours", "4", gives: "wrong_type"),
        .set("negative stay", "\(sheltered)/stay/usualDays", -1, gives: "out_of_range"),
        .set("half a day", "\(sheltered)/stay/maximumDays", 1.5, gives: "wrong_type"),
        .set("negative waiting time", "\(sheltered)/waiting/days", -1, gives: "out_of_range"),
        .set("waiting time of a bad date", "\(sheltered)/waiting/statedOn", "gisteren", gives: "malformed"),
        .set("admission as array", "\(sheltered)/admission", [], gives: "wrong_type"),
        .set(
            "lowest age above the highest", "\(sheltered)/admission/maximumAge", 17,
            gives: "ages_the_wrong_way_round", at: "\(sheltered)/admission/minimumAge"),
        .set("age above 120", "\(sheltered)/admission/maximumAge", 121, gives: "out_of_range"),
        .set("negative age", "\(sheltered)/admission/minimumAge", -1, gives: "out_of_range"),
        .set("age as text", "\(sheltered)/admission/minimumAge", "18", gives: "wrong_type"),
        .set("status that does not exist", "\(sheltered)/admission/residence/toerist", "yes", gives: "unknown_code"),
        .set("residence as list", "\(sheltered)/admission/residence", ["dutch"], gives: "wrong_type"),
        .set("help without a bed with places", "\(help)/capacity", ["total": 3], gives: "capacity_without_shelter"),
    ])
    func oneFault(_ example: FaultExample) throws { try example.check() }

    @Test func anIDIsGivenOnceOverAllFiles() throws {
        let again = SmallRegistry.Change(
            file: SmallRegistry.brabant, pointer: sheltered + "/id", value: "voorbeeld-de-linde-kamers")

        let faults = try SmallRegistry.folder(changing: [again]).faults

        #expect(faults.count == 1)
        #expect(faults.first?.hasSuffix("#\(sheltered)/id duplicate_id") == true, "\(faults)")
    }

    @Test(arguments: [
        FaultExample.fine("province of another file", "\(help)/province", "NL-OV"),
        .fine("no highest age", "\(sheltered)/admission/maximumAge", .null),
        .fine("youngest and oldest the same", "\(sheltered)/admission/maximumAge", 18),
        .fine("area of a sheltered place with a municipality", "\(sheltered)/serviceArea", ["GM0772"]),
        .fine("places without a count", "\(sheltered)/capacity", nil),
    ])
    func noFault(_ example: FaultExample) throws { try example.check() }
}
