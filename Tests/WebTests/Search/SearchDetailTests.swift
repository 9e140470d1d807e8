import HTTP
import JSONText
import Testing

@Suite("How much of a result is told: detail and limit")
struct SearchDetailTests {
    @Test(arguments: [1, 5, 20, 100])
    func topGivesTheFirstOnes(_ limit: Int) throws {
        let full = try SearchTests.readme.get()
        let top = try SearchTests.search(Body.readme, query: "?detail=top&limit=\(limit)")
        let shown = top["sections"].elements.flatMap { $0["placements"].elements }
        let all = full["sections"].elements.flatMap { $0["placements"].elements }

        #expect(shown.map(\.plain) == all.prefix(limit).map(\.plain))
        #expect(
            top["sections"].elements.map { $0["total"].integer }
                == full["sections"].elements.map { $0["total"].integer })
        #expect(!top.has("excluded"))
        #expect(!full.has("excludedSummary"))
    }

    @Test func topCountsTheReasons() throws {
        let excluded = try SearchTests.readme.get()["excluded"].elements
        var counts: [String: Int] = [:]
        for service in excluded {
            for code in Set(service["reasons"].elements.compactMap { $0["code"].string }) {
                counts[code, default: 0] += 1
            }
        }

        let summary = try SearchTests.search(Body.readme, query: "?detail=top")["excludedSummary"].elements

        #expect(summary.count == counts.count)
        for entry in summary { #expect(entry["services"].integer == counts[entry["code"].string ?? ""]) }
    }

    @Test func topIsTwentyByItself() throws {
        let sections = try SearchTests.search(Body.minimal, query: "?detail=top")["sections"].elements

        #expect(sections.flatMap { $0["placements"].elements }.count == 20)
    }

    @Test func fullIgnoresTheLimit() throws {
        let limited = try SearchTests.search(Body.readme, query: "?detail=full&limit=5")

        #expect(limited.plain == (try SearchTests.readme.get().plain))
        #expect(try SearchTests.search(Body.readme, query: "?limit=5").plain == limited.plain)
    }

    @Test(arguments: ["detail=alles", "limit=0", "limit=101", "limit=x", "detail=top&limit=0", "profile=x"])
    func badQueries(_ query: String) throws {
        let response = try TestProgram.reading.get().send(
            .post, "/v1/placements/_search?\(query)", as: .coordinator, json: Body.minimal)

        #expect(response.status == .badRequest)
        #expect(try response.faults.allSatisfy { $0.hasPrefix("?") })
    }
}
