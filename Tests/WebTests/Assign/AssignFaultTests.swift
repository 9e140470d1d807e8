import HTTP
import Testing

@Suite("Several people at once: what is refused")
struct AssignFaultTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let json: String
        let expected: [String]
        var testDescription: String { String(json.prefix(80)) }

        init(_ json: String, _ expected: String...) { (self.json, self.expected) = (json, expected) }
    }

    private static let one = Body.minimal
    private static func three(_ more: String) -> String { Body.group([one, one, one], more) }

    @Test(arguments: [
        Example("[]", " wrong_type"), Example("7", " wrong_type"), Example("{}", "/people missing"),
        Example(#"{"people": null}"#, "/people missing"), Example(#"{"people": {}}"#, "/people wrong_type"),
        Example(#"{"people": []}"#, "/people nobody"),
        Example(Body.group(Array(repeating: one, count: 101)), "/people too_many_people"),
        Example(Body.group([one], #", "mensen": 1"#), "/mensen unknown_key"),
        Example(
            Body.group([one, "7", "{}"]), "/people/1 wrong_type", "/people/2/age missing",
            "/people/2/gender missing", "/people/2/threat missing", "/people/2/urgency missing"),
        Example(
            Body.group([Body.profile(["age": "200"]), Body.profile(["persons": "2", "household": #""single""#])]),
            "/people/0/age out_of_range", "/people/1/persons single_is_one"),
        Example(three(#", "together": 1"#), "/together wrong_type"),
        Example(three(#", "together": [1]"#), "/together/0 wrong_type"),
        Example(three(#", "together": [[]]"#), "/together/0 set_of_one"),
        Example(three(#", "together": [[1]]"#), "/together/0 set_of_one"),
        Example(three(#", "together": [[1, 1]]"#), "/together/0/1 person_twice"),
        Example(three(#", "apart": [[0, 3]]"#), "/apart/0/1 out_of_range"),
        Example(three(#", "apart": [[0, -1]]"#), "/apart/0/1 out_of_range"),
        Example(three(#", "apart": [[0, 1.5]]"#), "/apart/0/1 wrong_type"),
        Example(three(#", "apart": [["0", 1]]"#), "/apart/0/0 wrong_type"),
        Example(three(#", "together": [[0, 1]], "apart": [[1, 0]]"#), "/apart/0 together_and_apart"),
        Example(
            three(#", "together": [[0, 1], [2, 1]], "apart": [[0, 1], [2, 0]]"#), "/apart/0 together_and_apart",
            "/apart/1 together_and_apart"),
        Example(
            Body.group([one, Body.profile(["gender": ""])], #", "together": [[0, 2]], "apart": [[0]], "x": 1"#),
            "/apart/0 set_of_one", "/people/1/gender missing", "/together/0/1 out_of_range", "/x unknown_key"),
    ])
    func fault(_ example: Example) throws {
        let response = try TestProgram.reading.get().send(
            .post, "/v1/placements/_assign", as: .coordinator, json: example.json)

        #expect(response.status == .badRequest)
        #expect(try response.faults.sorted() == example.expected.sorted())
    }

    /// As much as a body may hold.
    @Test(arguments: [
        #", "apart": [\#(Array(repeating: "[0,1]", count: 150_000).joined(separator: ","))]"#,
        #", "together": [[\#(Array(repeating: "0", count: 400_000).joined(separator: ","))]]"#,
    ])
    func muchIsNoLongWait(_ more: String) throws {
        let clock = ContinuousClock()
        let time = try clock.measure {
            _ = try TestProgram.reading.get().send(
                .post, "/v1/placements/_assign", as: .coordinator, json: Self.three(more))
        }

        #expect(time < .seconds(20))
    }
}

extension Body {
    static func group(_ people: [String], _ more: String = "") -> String {
        #"{"people": [\#(people.joined(separator: ", "))]\#(more)}"#
    }
}
