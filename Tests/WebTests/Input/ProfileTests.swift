import Domain
import HTTP
import Testing

@Suite("Profile: what is taken")
struct ProfileTests {
    private func status(_ changes: [String: String]) throws -> Int {
        try TestProgram.reading.get().send(
            .post, "/v1/placements/_search", as: .coordinator, json: Body.profile(changes)
        ).status.code
    }

    @Test(arguments: Body.names.filter { !["age", "gender", "urgency", "threat"].contains($0) })
    func nullIsAsAbsent(_ name: String) throws {
        #expect(try status([name: "null"]) == 200)
    }

    static let codes: [(key: String, code: String)] =
        Gender.allCases.map { ("gender", $0.rawValue) } + Urgency.allCases.map { ("urgency", $0.rawValue) }
        + ThreatLevel.allCases.map { ("threat", $0.rawValue) } + Household.allCases.map { ("household", $0.rawValue) }
        + HousingSituation.allCases.map { ("housing", $0.rawValue) }
        + ProvinceCode.allCases.map { ("currentProvince", $0.rawValue) }
        + ResidenceStatus.allCases.filter { $0 != .unaccompaniedMinor }.map { ("residence", $0.rawValue) }

    @Test(arguments: codes)
    func everyCode(_ key: String, _ code: String) throws {
        #expect(try status([key: "\"\(code)\""]) == 200)
    }

    static let wishes =
        ProvinceCode.allCases.map(\.rawValue) + ShelterKind.allCases.map(\.rawValue)
        + Restriction.allCases.map(\.rawValue) + SecurityLevel.allCases.map(\.rawValue) + [Village.secret]

    static let lists: [(key: String, codes: [String])] = [
        ("exploitationForms", ExploitationForm.allCases.map(\.rawValue)),
        ("circumstances", Circumstance.allCases.map(\.rawValue)),
        ("circumstancesRuledOut", Circumstance.allCases.map(\.rawValue)), ("needs", HelpKind.allCases.map(\.rawValue)),
        ("dangerAreas", ProvinceCode.allCases.map(\.rawValue) + ["GM0193", "GM0772"]), ("prefers", wishes),
        ("mustNot", wishes), ("languages", ["nl", "en", "ti", "tig"]),
    ]

    @Test(arguments: lists)
    func everyCodeOfEveryList(_ key: String, _ codes: [String]) throws {
        let all = codes.map { "\"\($0)\"" }.joined(separator: ", ")

        #expect(try status([key: "[\(all)]"]) == 200)
        #expect(try status([key: "[]"]) == 200)
        for code in codes { #expect(try status([key: "[\"\(code)\"]"]) == 200, "\(code)") }
    }

    @Test(arguments: [
        ["age": "0"], ["age": "120"], ["age": "17", "turns18Within6Months": "true"],
        ["age": "16", "turns18Within6Months": "false"], ["age": "17", "residence": #""unaccompanied_minor""#],
        ["household": #""single""#, "persons": "1"], ["household": #""couple""#, "persons": "3"],
        ["household": #""group""#, "persons": "1000"], ["persons": "5"], ["children": "[]"],
        ["household": #""single""#, "children": #"[{"age": 3, "gender": "unknown"}]"#],
        ["currentMunicipality": #""GM0193""#, "currentProvince": #""NL-OV""#],
        ["registeredMunicipality": #""GM0772""#, "currentProvince": #""NL-OV""#],
        ["gender": #""male""#, "circumstances": #"["late_pregnancy"]"#], ["circumstances": #"["newborn", "newborn"]"#],
        ["prefers": #"["NL-OV"]"#, "mustNot": #"["NL-OV"]"#],
    ])
    func nothingElseIsImpossible(_ changes: [String: String]) throws {
        #expect(try status(changes) == 200)
    }
}
