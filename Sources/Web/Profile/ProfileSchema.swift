import Domain
import Foundation

/// The profile as the OpenAPI document tells it. No free text: every string is a code.
enum ProfileSchema {
    static let schema = Schema.Named("Profile", .object(properties), example: example)

    private static let municipality = Schema.string(pattern: "^GM[0-9]{4}$", example: "GM0193")
    private static let area = Schema.string(pattern: "^(NL-[A-Z]{2}|GM[0-9]{4})$", example: "NL-OV")
    private static let wish = Schema.string(pattern: "^[A-Za-z0-9_-]{1,100}$", example: "open")

    private static func maybe(_ name: String, _ schema: Schema, _ description: String? = nil) -> Schema.Property {
        Schema.Property(name, .orNull(schema), required: false, description)
    }

    private static let properties: [Schema.Property] = [
        Schema.Property("age", .integer(minimum: 0, maximum: 120, example: 24), "Leeftijd in hele jaren."),
        Schema.Property("gender", .code(Gender.self)), Schema.Property("urgency", .code(Urgency.self)),
        Schema.Property("threat", .code(ThreatLevel.self)), maybe("transgender", .boolean),
        maybe("turns18Within6Months", .boolean), maybe("household", .code(Household.self)),
        maybe(
            "children",
            .array(
                .object([
                    Schema.Property("age", .integer(minimum: 0, maximum: 120)),
                    Schema.Property("gender", .code(Gender.self)),
                ]))), maybe("persons", .integer(minimum: 1, maximum: Profile.mostPersons)),
        maybe("residence", .code(ResidenceStatus.self)),
        maybe("exploitationForms", .array(.code(ExploitationForm.self))),
        maybe("circumstances", .array(.code(Circumstance.self))),
        maybe("circumstancesRuledOut", .array(.code(Circumstance.self))),
        maybe("dangerAreas", .array(area), "Provincies en gemeenten waar iemand gevaar loopt."),
        maybe("currentMunicipality", municipality), maybe("currentProvince", .code(ProvinceCode.self)),
        maybe("registeredMunicipality", municipality), maybe("foundMunicipality", municipality),
        maybe("housing", .code(HousingSituation.self)), maybe("wheelchair", .boolean), maybe("pet", .boolean),
        maybe("victimStatusUnclear", .boolean), maybe("foundByInspectorate", .boolean),
        maybe("courtAuthorisation", .boolean), maybe("onwardPlaceWanted", .boolean),
        maybe("prefers", .array(wish), "Provincie, soort opvang, vrijheid, veiligheidsniveau of id van een plek."),
        maybe("mustNot", .array(wish)), maybe("languages", .array(.string(pattern: "^[a-z]{2,3}$", example: "nl"))),
        maybe("needs", .array(.code(HelpKind.self))),
    ]

    private static let example: JSONTree = [
        "age": 24, "gender": "female", "household": "single", "exploitationForms": ["sexual"], "threat": "orange",
        "dangerAreas": ["NL-OV"], "urgency": "now",
    ]
}
