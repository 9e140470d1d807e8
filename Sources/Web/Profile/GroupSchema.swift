import Foundation

/// A group as the OpenAPI document tells it.
enum GroupSchema {
    static let schema = Schema.Named(
        "PeopleGroup",
        .object([
            Schema.Property(
                "people", .array(.named(ProfileSchema.schema), atMost: PeopleGroup.mostPeople),
                "Ten minste één persoon. Wie met anderen één huishouden is, staat er als één profiel."),
            Schema.Property(
                "together", .orNull(sets), required: false,
                "Wie samen in één plek blijven, met hun nummers vanaf 0. Anders krijgen zij allemaal geen plek."),
            Schema.Property(
                "apart", .orNull(sets), required: false, "Wie niet in dezelfde plek mogen komen, met hun nummers."),
        ]), example: example)

    private static let sets = Schema.array(.array(.integer(minimum: 0, maximum: PeopleGroup.mostPeople - 1)))

    private static let example: JSONTree = [
        "people": [
            ["age": 24, "gender": "female", "threat": "orange", "urgency": "now"],
            ["age": 31, "gender": "female", "threat": "orange", "urgency": "now"],
            ["age": 45, "gender": "male", "threat": "green", "urgency": "now"],
        ], "together": [[0, 1]], "apart": [[0, 2]],
    ]
}
