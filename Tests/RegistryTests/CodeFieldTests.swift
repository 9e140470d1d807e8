import Testing

/// An unknown code is a fault wherever a code may stand, and so is anything that is no text (contract section 2).
@Suite("Every field with a code")
struct CodeFieldTests {
    private static let service = SmallRegistry.sheltered

    /// File and place of a code, once for every list.
    private static let fields: [(file: String, pointer: String)] =
        [
            "/organizations/0/kind", "/organizations/0/status", "/organizations/0/chainRoles/0",
            "/organizations/0/confidence", "\(service)/shelterKind", "\(service)/helpKinds/0", "\(service)/status",
            "\(service)/phase/0", "\(service)/province", "\(service)/reach", "\(service)/securityLevel",
            "\(service)/restriction", "\(service)/admission/genders/0", "\(service)/admission/households/0",
            "\(service)/admission/residence/dutch", "\(service)/admission/residenceReasons/undocumented",
            "\(service)/admission/exploitationForms/0", "\(service)/admission/onlyFor/0", "\(service)/admission/pets",
            "\(service)/admission/accessDecision", "\(service)/contraIndications/0/code",
            "\(service)/contraIndications/1/hardness", "\(service)/specialFor/0", "\(service)/expertiseLevel",
            "\(service)/referral/routes/0", "\(service)/aftercare", "\(service)/funding/0", "\(service)/fundingTerm",
            "\(service)/capacity/unit", "/province",
        ].map { (SmallRegistry.overijssel, $0) } + [
            ("provinces.json", "/provinces/0/code"), ("regions.json", "/regions/0/provinces/0"),
            ("municipalities.json", "/municipalities/1/province"),
            ("care-coordinators.json", "/coordinators/0/status"),
            ("care-coordinators.json", "/coordinators/0/followsGuideline"),
            ("care-coordinators.json", "/coordinators/0/fundedBy"),
            ("care-coordinators.json", "/uncovered/0/status"), ("networks.json", "/networks/0/kind"),
            ("networks.json", "/networks/0/province"), ("figures.json", "/figures/0/kind"),
            ("figures.json", "/figures/1/province"), ("reference-profiles.json", "/profiles/0/profile/gender"),
            ("reference-profiles.json", "/profiles/0/profile/children/0/gender"),
            ("reference-profiles.json", "/profiles/0/profile/circumstances/0"),
            ("reference-profiles.json", "/profiles/1/profile/urgency"),
        ]

    @Test(arguments: fields.map { ($0.file, $0.pointer) })
    func unknownCode(file: String, pointer: String) throws {
        let change = SmallRegistry.Change(file: file, pointer: pointer, value: "bestaat_niet")

        let faults = try SmallRegistry.folder(changing: [change]).faults

        #expect(faults.filter { $0 == "\(file)#\(pointer) unknown_code" }.count == 1, "\(faults)")
        #expect(faults.count == (pointer == "/provinces/0/code" ? 2 : 1), "\(faults)")
    }

    /// All fields at once.
    @Test(
        arguments: [
            ("Yes", "unknown_code"), ("", "unknown_code"), ("yes ", "unknown_code"), (1, "wrong_type"),
            (["a"], "wrong_type"),
        ] as [(JSONTree, String)])
    func whatIsNoCode(value: JSONTree, code: String) throws {
        let changes = Self.fields.map { SmallRegistry.Change(file: $0.file, pointer: $0.pointer, value: value) }

        let faults = try SmallRegistry.folder(changing: changes).faults

        let expected = Set(Self.fields.map { "\($0.file)#\($0.pointer) \(code)" })
        #expect(expected.subtracting(faults).sorted() == [], "so and not told")
    }
}
