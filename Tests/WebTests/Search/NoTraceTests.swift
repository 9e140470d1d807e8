import Foundation
import HTTP
import Ledger
import TestTools
import Testing

@testable import PageReading

@Suite("A profile leaves no trace, feature F26")
struct NoTraceTests {
    /// Values that stand nowhere else.
    static let profile = Body.profile([
        "age": "113", "dangerAreas": #"["GM0088"]"#, "currentMunicipality": #""GM0096""#, "persons": "977",
    ])

    @Test func onDisk() throws {
        let program = try TestProgram(Village.registry)
        let tag = try program.get(CapacityTests.target(), as: .shelter).fields["ETag"] ?? ""
        for _ in 0..<3 { _ = try program.send(.post, "/v1/placements/_search", as: .coordinator, json: Self.profile) }
        _ = try program.post(
            "/",
            [
                "age": "113", "gender": "male", "threat": "red", "urgency": "now",
                "dangerMunicipality": "Schiermonnikoog",
            ],
            cookie: program.signIn(.coordinator))
        let put = try program.send(
            .put, CapacityTests.target(), as: .shelter, fields: ["If-Match": tag], json: Body.count(free: 1))
        #expect(put.status == .ok)

        // Signing in and the count.
        #expect(try program.recorded == 2)
        // The lock holds the number of this process, whatever that is.
        for name in try FileManager.default.subpathsOfDirectory(atPath: program.directory.path) where name != "lock" {
            let text = try program.directory.text(of: name)
            // Digits as JSON would have them: hashes and ids are full of others.
            for mark in [":113", "\"113\"", "GM0088", "GM0096", ":977", "\"977\"", "Schiermonnikoog"] {
                #expect(!text.contains(mark), "\(name)")
            }
        }
    }

    @Test func inTheAnswersOfOthers() throws {
        let program = try TestProgram(Village.registry)
        let before = try program.get("/v1/services", as: .admin).body
        let version = try program.get("/v1/health").body

        _ = try program.send(.post, "/v1/placements/_search", as: .coordinator, json: Self.profile)

        #expect(try program.get("/v1/services", as: .admin).body == before)
        #expect(try program.get("/v1/health").body == version)
    }

    @Test func neitherInFieldsNorInTheAddress() throws {
        let program = try TestProgram.reading.get()
        let api = try program.send(.post, "/v1/placements/_search", as: .coordinator, json: Self.profile)
        let page = try program.post("/zoeken", SamplePages.good, cookie: program.signIn(.coordinator))

        for response in [api, page] {
            #expect(response.fields["Location"] == nil)
            #expect(response.fields["Set-Cookie"] == nil)
            #expect(response.fields["Cache-Control"] == "no-store")
            #expect(response.fields.allSatisfy { !$0.value.contains("113") || $0.name == "X-Request-Id" })
        }
    }

    @Test func theFormAsksTheBrowserToForget() throws {
        let form = try #require(try SamplePages.form.markup().tags("form").first { $0["action"] == "/zoeken" })

        #expect(form["method"] == "post")
        #expect(form["autocomplete"] == "off")
    }
}
