import HTTP
import Testing

@Suite("Counts that are refused")
struct CapacityFaultTests {
    private func put(_ program: TestProgram, _ json: String) throws -> Response {
        try program.send(.put, CapacityTests.target(), as: .shelter, fields: ["If-Match": "\"0\""], json: json)
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let json: String
        let expected: [String]
        var testDescription: String { json }
    }

    @Test(arguments: [
        Fault(json: "{}", expected: ["/total missing", "/free missing"]),
        Fault(json: Body.count(free: -1), expected: ["/free out_of_range"]),
        Fault(json: Body.count(free: 7), expected: ["/free out_of_range"]),
        Fault(json: Body.count(total: 10_001, free: 1), expected: ["/total out_of_range"]),
        Fault(json: Body.count(total: -1, free: 0), expected: ["/total out_of_range"]),
        Fault(json: #"{"total": 6, "free": "1"}"#, expected: ["/free wrong_type"]),
        Fault(json: #"{"total": 6.5, "free": 1}"#, expected: ["/total wrong_type"]),
        Fault(json: #"{"total": null, "free": 1}"#, expected: ["/total missing"]),
        Fault(json: Body.count(free: 1, more: #", "held": 0"#), expected: ["/held unknown_key"]),
        Fault(
            json: Body.count(free: 1, more: #", "expectedFreeOn": "2026-11-19""#),
            expected: ["/expectedFreeOn expected_in_the_past"]),
        Fault(
            json: Body.count(free: 1, more: #", "expectedFreeOn": "2026-02-30""#),
            expected: ["/expectedFreeOn malformed_date"]),
        Fault(json: Body.count(free: 1, more: #", "paused": "ja""#), expected: ["/paused wrong_type"]),
        Fault(
            json: Body.count(free: 1, more: #", "paused": true, "pausedUntil": "2026-11-19""#),
            expected: ["/pausedUntil pause_in_the_past"]),
        Fault(
            json: Body.count(free: 1, more: #", "paused": true, "pausedUntil": "2026-02-30""#),
            expected: ["/pausedUntil malformed_date"]),
        Fault(
            json: Body.count(free: 1, more: #", "paused": true, "pausedUntil": 20261201"#),
            expected: ["/pausedUntil wrong_type"]),
        Fault(
            json: Body.count(free: 1, more: #", "paused": true, "pauseReason": "tired""#),
            expected: ["/pauseReason unknown_code"]),
        Fault(
            json: Body.count(free: 1, more: #", "paused": true, "pauseReason": ["other"]"#),
            expected: ["/pauseReason wrong_type"]),
        Fault(
            json: Body.count(free: 1, more: #", "pausedUntil": "2026-12-01""#),
            expected: ["/pausedUntil not_paused"]),
        Fault(
            json: Body.count(free: 1, more: #", "paused": false, "pausedUntil": "2026-11-19", "pauseReason": "other""#),
            expected: ["/pausedUntil pause_in_the_past", "/pausedUntil not_paused", "/pauseReason not_paused"]),
        Fault(
            json: #"{"total": 6, "free": 9, "paused": 1, "x": 1, "expectedFreeOn": "2020-01-01"}"#,
            expected: [
                "/x unknown_key", "/free out_of_range", "/expectedFreeOn expected_in_the_past", "/paused wrong_type",
            ]),
    ])
    func refused(_ example: Fault) throws {
        let response = try put(TestProgram.reading.get(), example.json)

        #expect(response.status == .badRequest)
        #expect(try response.faults.sorted() == example.expected.sorted())
    }

    @Test(arguments: [(0, 0), (6, 0), (6, 6), (10_000, 10_000)])
    func theEdgesAreTaken(_ total: Int, _ free: Int) throws {
        let program = try TestProgram(Village.registry)

        #expect(try put(program, Body.count(total: total, free: free)).status == .ok)
    }
}
