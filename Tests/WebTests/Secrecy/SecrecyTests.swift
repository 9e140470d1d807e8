import Domain
import Foundation
import HTTP
import JSONText
import Testing

@Suite("What never comes out, feature F16")
struct SecrecyTests {
    /// The same village, with its secret place elsewhere in the same province.
    static let moved = Result {
        try TestProgram(
            Village.registry(
                Village.Hidden(secretMunicipality: .ameland, secretUnsafeFor: .terschelling)))
    }

    /// The same village, with its sheltered place elsewhere in the same province.
    static let movedSheltered = Result {
        try TestProgram(Village.registry(Village.Hidden(shelteredMunicipality: .losser)))
    }

    static let services = [Village.visible, Village.sheltered, Village.secret, Village.help, Village.other]

    static let targets =
        ContractRoute.reading.map(\.target).filter { !$0.contains("audit") } + [
            "/v1/services?pageSize=100", "/v1/services?text=kamers",
        ]
        + services.flatMap { ["/v1/services/\($0)", "/v1/services/\($0)/capacity"] }
        + ["/v1/organizations/voorbeeld-ander", "/v1/provinces/NL-FR", "/v1/municipalities?pageSize=100"]

    static let codes: [MunicipalityCode] = [.schiermonnikoog, .vlieland]
    static let names = ["Schiermonnikoog", "Vlieland"]

    @Test(arguments: Visitor.allCases)
    func nothingTellsWhereASecretPlaceIs(_ visitor: Visitor) throws {
        let (here, there) = (try TestProgram.reading.get(), try Self.moved.get())
        for target in Self.targets {
            for type in ["application/json", "text/csv"] {
                let fields: Fields = ["Accept": type]
                let (one, other) = (
                    try here.get(target, as: visitor, fields: fields),
                    try there.get(target, as: visitor, fields: fields)
                )
                #expect(one.status == other.status)
                if !one.status.isError { #expect(one.body == other.body, "\(type) \(target)") }
            }
        }
    }

    @Test(arguments: Visitor.allCases)
    func noListOfServicesNamesIt(_ visitor: Visitor) throws {
        for target in Self.targets where !target.contains("municipalities") && !target.contains("code-lists") {
            let response = try TestProgram.reading.get().get(target, as: visitor)
            for word in Self.codes.map(\.rawValue) + Self.names { #expect(!response.text.contains(word), "\(target)") }
            #expect(!response.text.contains("unsafeForAreas"))
        }
    }

    /// Danger in each of the municipalities where the place is, or might be, and beside them.
    static let dangers = ["GM0088", "GM0060", "GM0096", "GM0093", "GM0080", "NL-FR", "NL-OV", "GM0163", "GM0168"]

    @Test(arguments: dangers, ["green", "orange", "red"])
    func noSearchTellsWhereASecretPlaceIs(_ danger: String, _ threat: String) throws {
        let json = Body.profile([
            "dangerAreas": "[\"\(danger)\"]", "threat": "\"\(threat)\"", "currentMunicipality": "\"GM0088\"",
        ])
        for query in ["", "?detail=top"] {
            let bodies = try [TestProgram.reading.get(), Self.moved.get()].map { program in
                try program.send(.post, "/v1/placements/_search\(query)", as: .comensha, json: json).body
            }
            #expect(bodies[0] == bodies[1])
        }
    }

    @Test func dangerAnywhereInTheProvinceIsTheSameForASecretPlace() throws {
        let program = try TestProgram.reading.get()
        let bodies = try ["GM0088", "GM0060", "GM0096", "GM0093"].map { danger in
            let json = Body.profile(["dangerAreas": "[\"\(danger)\"]"])
            let result = try program.send(.post, "/v1/placements/_search", as: .coordinator, json: json).json
            let places = result["sections"].elements.flatMap { $0["placements"].elements } + result["excluded"].elements
            return places.first { $0["serviceId"].string == Village.secret }?.plain(without: ["rank"])
        }

        #expect(bodies[0] != nil)
        #expect(Set(bodies).count == 1)
    }

    @Test(arguments: Visitor.allCases)
    func whoMayKnowTheMunicipalityOfAShelteredPlace(_ visitor: Visitor) throws {
        let (here, there) = (try TestProgram.reading.get(), try Self.movedSheltered.get())
        let mayKnow: Set<Visitor> = [.coordinator, .comensha, .admin, .shelter]
        for target in ["/v1/services", "/v1/services/\(Village.sheltered)"] {
            let (one, other) = (try here.get(target, as: visitor), try there.get(target, as: visitor))
            guard one.status == .ok else { continue }
            #expect((one.body == other.body) != mayKnow.contains(visitor), "\(target)")
            #expect(one.text.contains("GM0163") == mayKnow.contains(visitor))
        }
        for target in Self.targets where !target.hasPrefix("/v1/services") {
            let (one, other) = (try here.get(target, as: visitor), try there.get(target, as: visitor))
            if !one.status.isError { #expect(one.body == other.body, "\(target)") }
        }
    }

    @Test(arguments: [Visitor.nobody, .policy, .otherShelter])
    func theTableHidesItToo(_ visitor: Visitor) throws {
        let table = try TestProgram.reading.get().get("/v1/services", as: visitor, fields: ["Accept": "text/csv"])

        #expect(table.text.contains(Village.sheltered))
        #expect(!table.text.contains("GM0163"))
    }

    @Test(arguments: [Visitor.coordinator, .comensha, .admin])
    func aSearchNamesNoMunicipalityOfAHiddenPlace(_ visitor: Visitor) throws {
        let response = try TestProgram.reading.get().send(
            .post, "/v1/placements/_search", as: visitor, json: Body.minimal)

        for word in Self.codes.map(\.rawValue) + Self.names { #expect(!response.text.contains(word)) }
    }

    @Test func pagesTellNothing() throws {
        let programs = [try TestProgram.reading.get(), try Self.moved.get()]
        for danger in ["Schiermonnikoog", "Vlieland", "Leeuwarden"] {
            let bodies = try programs.map { program in
                try program.post(
                    "/zoeken",
                    [
                        "age": "24", "gender": "female", "threat": "orange", "urgency": "now",
                        "dangerMunicipality": danger,
                    ], cookie: program.signIn(.coordinator)
                ).textWithoutTokens
            }
            #expect(bodies[0] == bodies[1])
        }
        #expect(try programs[0].page("/").body == programs[1].page("/").body)
    }
}
