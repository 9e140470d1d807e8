import HTTP
import JSONText
import Testing

@Suite("Whose hold it is, contract section 8")
struct HoldAccessTests {
    enum Target: String, CaseIterable, Sendable {
        case ofCoordinator, ofComensha
        /// No hold has it.
        case nobodys
        /// What no reference looks like.
        case noReference
    }

    /// What reading and each action come to.
    static func expected(_ visitor: Visitor, _ target: Target, _ action: HoldAction?) -> Int {
        let roles: Set<Visitor> =
            switch action {
            case nil: [.coordinator, .comensha, .shelter, .otherShelter, .admin]
            case .accept?, .decline?: [.shelter, .otherShelter]
            case .extend?, .place?, .withdraw?: [.coordinator, .comensha]
            }
        guard visitor.role != nil else { return 401 }
        guard roles.contains(visitor) else { return 403 }
        let owner: Visitor? =
            switch target {
            case .ofCoordinator: .coordinator
            case .ofComensha: .comensha
            case .nobodys, .noReference: nil
            }
        guard let owner else { return 404 }
        switch (action, visitor) {
        case (nil, .comensha), (nil, .admin), (nil, .shelter), (.accept?, .shelter), (.decline?, .shelter): return 200
        default: return visitor == owner ? 200 : 404
        }
    }

    @Test(arguments: Visitor.allCases, Target.allCases)
    func status(_ visitor: Visitor, _ target: Target) throws {
        for action in [nil] + HoldAction.allCases.map(Optional.some) {
            let program = try TestProgram(Village.registry)
            let reference =
                switch target {
                case .ofCoordinator: try program.hold(as: .coordinator)
                case .ofComensha: try program.hold(as: .comensha)
                case .nobodys: "A1-000-000"
                case .noReference: "nergens"
                }

            let response =
                if let action {
                    try program.act(action, on: reference, as: visitor)
                } else {
                    try program.get("/v1/holds/\(reference)", as: visitor)
                }

            let name = action?.rawValue ?? "read"
            #expect(response.status.code == Self.expected(visitor, target, action), "\(name)")
            // Nobody learns which references there are.
            if response.status == .notFound {
                let nowhere = try program.get("/v1/holds/Z9-999-999", as: .admin)
                #expect(try response.json.plain(without: ["instance"]) == nowhere.json.plain(without: ["instance"]))
            }
        }
    }

    @Test(arguments: Visitor.signedIn)
    func whoMayKeepPlaces(_ visitor: Visitor) throws {
        let program = try TestProgram(Village.registry)
        let mayHold = visitor == .coordinator || visitor == .comensha

        #expect(try program.openHold(as: visitor).status.code == (mayHold ? 201 : 403))
        #expect(try program.openHold(on: "nergens", as: visitor).status.code == (mayHold ? 404 : 403))
    }
}

@Suite("Lists of holds")
struct HoldListTests {
    /// Three of the coordinator, one of them on another shelter's places, and one of comensha; one second apart.
    private func program() throws -> (TestProgram, [String]) {
        let program = try TestProgram(Village.registry)
        var references: [String] = []
        for (service, visitor) in [
            (Village.visible, Visitor.coordinator), (Village.other, .coordinator), (Village.visible, .comensha),
            (Village.secret, .coordinator),
        ] {
            references.append(try program.hold(on: service, as: visitor))
            program.clock.advance(seconds: 1)
        }
        return (program, references)
    }

    private func found(_ response: Response) throws -> [String] {
        try response.json["contents"].elements.compactMap { $0["reference"].string }
    }

    @Test(arguments: [
        (Visitor.coordinator, [3, 1, 0]), (.comensha, [3, 2, 1, 0]), (.admin, [3, 2, 1, 0]), (.shelter, [3, 2, 0]),
        (.otherShelter, [1]),
    ])
    func newestFirstAndOnlyOnesOwn(_ visitor: Visitor, _ expected: [Int]) throws {
        let (program, references) = try program()

        #expect(try found(program.get("/v1/holds", as: visitor)) == expected.map { references[$0] })
    }

    @Test func filters() throws {
        let (program, references) = try program()
        _ = try program.act(.withdraw, on: references[0])
        _ = try program.act(.accept, on: references[3])

        for (query, expected) in [
            ("state=open", [2, 1]), ("state=withdrawn", [0]), ("state=accepted&state=withdrawn", [3, 0]),
            ("state=expired", []), ("serviceId=\(Village.visible)", [2, 0]),
            ("serviceId=\(Village.visible)&serviceId=\(Village.other)&state=open", [2, 1]), ("serviceId=nergens", []),
        ] as [(String, [Int])] {
            #expect(try found(program.get("/v1/holds?\(query)", as: .admin)) == expected.map { references[$0] })
        }
        let wrong = try program.get("/v1/holds?state=gone&x=1", as: .admin)
        #expect(try wrong.faults == ["?state unknown_code", "?x unknown_parameter"])
    }

    @Test func pages() throws {
        let (program, references) = try program()

        let pages = try (1...3).map { try program.get("/v1/holds?pageSize=3&page=\($0)", as: .admin) }

        #expect(try pages.map(found) == [[3, 2, 1].map { references[$0] }, [references[0]], []])
        #expect(try pages.allSatisfy { try $0.json["totalItems"].integer == 4 })
        #expect(try pages.map { try $0.json["lastPage"].boolean } == [false, true, true])
    }

    @Test(arguments: [Visitor.shelter, .admin])
    func asATable(_ visitor: Visitor) throws {
        let (program, references) = try program()
        _ = try program.act(.decline, on: references[0])

        let response = try program.get("/v1/holds?state=declined", as: visitor, fields: ["Accept": "text/csv"])

        #expect(response.fields["Content-Type"]?.hasPrefix("text/csv") == true)
        let key = visitor == .admin ? "toets-coordinator" : ""
        #expect(
            response.text
                == "reference,serviceId,places,state,createdAt,expiresAt,extended,declineReason,closedAt,holderRole,"
                + "holderOrganizationId,holderOrganizationName,holderKeyId,free,held,version\r\n"
                + "\(references[0]),\(Village.visible),1,declined,2026-11-20T08:00:00.000Z,2026-11-20T09:00:00.000Z,"
                + "false,group_mix,2026-11-20T08:00:04.000Z,coordinator,,,\(key),1,1,3\r\n")
    }
}
