import HTTP
import Testing

@Suite("Profile: what is refused, contract sections 3 and 8")
struct ProfileFaultTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let changes: [String: String]
        let expected: [String]
        var testDescription: String { name }

        init(_ name: String, _ changes: [String: String], _ expected: String...) {
            (self.name, self.changes, self.expected) = (name, changes, expected)
        }
    }

    @Test(arguments: required + types + codes + numbers + places + wishes + combinations + several)
    func fault(_ example: Example) throws {
        let response = try TestProgram.reading.get().send(
            .post, "/v1/placements/_search", as: .coordinator, json: Body.profile(example.changes))

        #expect(response.status == .badRequest)
        #expect(try response.faults.sorted() == example.expected.sorted())
    }

    static let required = ["age", "gender", "urgency", "threat"].flatMap { name in
        [
            Example("\(name) is missing", [name: ""], "/\(name) missing"),
            Example("\(name) is null", [name: "null"], "/\(name) missing"),
        ]
    }

    static let types: [Example] = {
        let flags = [
            "transgender", "turns18Within6Months", "wheelchair", "pet", "victimStatusUnclear", "foundByInspectorate",
            "courtAuthorisation", "onwardPlaceWanted",
        ]
        let lists = [
            "children", "exploitationForms", "circumstances", "circumstancesRuledOut", "dangerAreas", "prefers",
            "mustNot", "languages", "needs",
        ]
        let texts = [
            "gender", "urgency", "threat", "household", "residence", "housing", "currentMunicipality",
            "currentProvince", "registeredMunicipality", "foundMunicipality",
        ]
        return flags.map { Example("\($0) is text", [$0: #""true""#], "/\($0) wrong_type") }
            + lists.map { Example("\($0) is text", [$0: #""nl""#], "/\($0) wrong_type") }
            + lists.map { Example("\($0) holds a number", [$0: "[7]"], "/\($0)/0 wrong_type") }
            + texts.map { Example("\($0) is a number", [$0: "7"], "/\($0) wrong_type") }
            + [
                Example("age is text", ["age": #""24""#], "/age wrong_type"),
                Example("age has a fraction", ["age": "24.5"], "/age wrong_type"),
                Example("persons is text", ["persons": #""2""#], "/persons wrong_type"),
            ]
    }()

    static let codes: [Example] = {
        let single = ["gender", "urgency", "threat", "household", "residence", "housing", "currentProvince"]
        let lists = ["exploitationForms", "circumstances", "circumstancesRuledOut", "needs"]
        return single.map { Example("\($0) has an unknown code", [$0: #""zz""#], "/\($0) unknown_code") }
            + lists.map { Example("\($0) holds an unknown code", [$0: #"["zz"]"#], "/\($0)/0 unknown_code") }
            + [
                Example("threat is not unknown", ["threat": #""unknown""#], "/threat unknown_code"),
                Example("codes have a case", ["gender": #""Female""#], "/gender unknown_code"),
            ]
    }()

    static let numbers: [Example] = [
        Example("age below 0", ["age": "-1"], "/age out_of_range"),
        Example("age above 120", ["age": "121"], "/age out_of_range"),
        Example("no persons", ["persons": "0"], "/persons out_of_range"),
        Example("more than 1000 persons", ["persons": "1001"], "/persons out_of_range"),
        Example(
            "child of 121", ["children": #"[{"age": 121, "gender": "male"}]"#], "/children/0/age out_of_range"),
        Example(
            "child without anything", ["children": "[{}]"], "/children/0/age missing", "/children/0/gender missing"),
        Example(
            "child with a name", ["children": #"[{"age": 1, "gender": "male", "name": "x"}]"#],
            "/children/0/name unknown_key"),
    ]

    static let places: [Example] = [
        Example("danger area of nothing", ["dangerAreas": #"["NL-XX"]"#], "/dangerAreas/0 malformed_area"),
        Example("danger area by name", ["dangerAreas": #"["Zwolle"]"#], "/dangerAreas/0 malformed_area"),
        Example(
            "second danger area is on no map", ["dangerAreas": #"["NL-OV", "GM9999"]"#],
            "/dangerAreas/1 unknown_municipality"),
        Example(
            "municipality by name", ["currentMunicipality": #""Zwolle""#], "/currentMunicipality malformed_municipality"
        ),
        Example(
            "registered nowhere", ["registeredMunicipality": #""GM9999""#],
            "/registeredMunicipality unknown_municipality"),
        Example("found nowhere", ["foundMunicipality": #""GM9999""#], "/foundMunicipality unknown_municipality"),
    ]

    static let wishes: [Example] = [
        Example("wish of nothing", ["prefers": #"["Rust!"]"#], "/prefers/0 malformed_wish"),
        Example("wish for an unknown place", ["mustNot": #"["nergens"]"#], "/mustNot/0 unknown_service"),
        Example("language by name", ["languages": #"["Nederlands"]"#], "/languages/0 malformed_language"),
        Example("unknown key", ["name": #""x""#], "/name unknown_key"),
        Example("unknown key with a slash", ["a/b~c": "1"], "/a~1b~0c unknown_key"),
    ]

    static let combinations: [Example] = [
        Example(
            "had and ruled out",
            ["circumstances": #"["aggression", "newborn"]"#, "circumstancesRuledOut": #"["newborn"]"#],
            "/circumstancesRuledOut had_and_ruled_out"),
        Example(
            "turns 18 at 16", ["age": "16", "turns18Within6Months": "true"], "/turns18Within6Months turns_18_without_17"
        ),
        Example(
            "turns 18 at 18", ["age": "18", "turns18Within6Months": "true"], "/turns18Within6Months turns_18_without_17"
        ),
        Example(
            "unaccompanied adult", ["age": "18", "residence": #""unaccompanied_minor""#],
            "/residence unaccompanied_adult"),
        Example(
            "municipality in another province",
            ["currentMunicipality": #""GM0772""#, "currentProvince": #""NL-OV""#],
            "/currentMunicipality municipality_outside_province"),
        Example("single with two", ["household": #""single""#, "persons": "2"], "/persons single_is_one"),
        Example("couple of one", ["household": #""couple""#, "persons": "1"], "/persons too_few_persons"),
        Example("group of two", ["household": #""group""#, "persons": "2"], "/persons too_few_persons"),
        Example(
            "parent with two children is three",
            [
                "household": #""with_children""#, "persons": "2",
                "children": #"[{"age": 3, "gender": "male"}, {"age": 5, "gender": "female"}]"#,
            ], "/persons too_few_persons"),
        Example(
            "family with one child is three",
            ["household": #""family""#, "persons": "2", "children": #"[{"age": 3, "gender": "male"}]"#],
            "/persons too_few_persons"),
    ]

    static let several: [Example] = [
        Example(
            "everything at once",
            [
                "age": "200", "gender": "", "threat": "7", "household": #""alone""#, "dangerAreas": #"["NL-OV", 1]"#,
                "needs": #"["zz", "aftercare", "yy"]"#, "name": "1",
            ],
            "/age out_of_range", "/dangerAreas/1 wrong_type", "/gender missing", "/household unknown_code",
            "/name unknown_key", "/needs/0 unknown_code", "/needs/2 unknown_code", "/threat wrong_type"),
        Example(
            "rules beside types",
            ["persons": "2", "household": #""single""#, "pet": "1"], "/persons single_is_one", "/pet wrong_type"),
        Example(
            "rules beside a missing key",
            ["urgency": "", "persons": "1", "household": #""couple""#], "/persons too_few_persons", "/urgency missing"),
    ]
}
