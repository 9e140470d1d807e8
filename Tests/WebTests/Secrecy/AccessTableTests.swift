import Access
import Domain
import HTTP
import Testing

@testable import Web

/// Every route, asked by everybody about what is their own and what is another organisation's; what must happen is
/// read from ``Permission`` and nothing else.
@Suite("Roles, routes and whose it is")
struct AccessTableTests {
    @Test(arguments: Visitor.allCases)
    func whoMayDoWhat(_ visitor: Visitor) throws {
        let reading = try MarkedVillage()
        for number in reading.program.routes.indices {
            for isHouse in [true, false] {
                let route = reading.program.routes[number]
                let organization = isHouse ? MarkedVillage.house : MarkedVillage.other
                let expected = Self.refusal(of: visitor, by: route, organization, isHouse)
                // What changes something has a village of its own, so that what was done before changes nothing.
                let changes = route.method != .get && expected == nil
                let village = changes ? try MarkedVillage() : reading
                let step = try Self.step(for: route, about: isHouse, in: village)
                let response = try village.program.send(
                    step.method, step.target, as: visitor, fields: step.fields, json: step.json)

                let refused = [401, 403, 404].contains(response.status.code) ? response.status.code : nil
                #expect(refused == expected, "\(visitor) \(route.method) \(step.target): \(response.text.prefix(200))")
            }
        }
    }

    /// The request that is right in all other ways, about a place, a hold or an organisation of one of the two.
    private static func step(
        for route: Route, about isHouse: Bool, in village: MarkedVillage
    ) throws -> RouteWalk.Step {
        let walk = RouteWalk(village: village)
        let service = isHouse ? Village.visible : Village.other
        let own = [
            "/services/{id}": "/services/\(service)",
            "/organizations/{id}": "/organizations/\(isHouse ? MarkedVillage.house : MarkedVillage.other)",
            "/holds/{reference}": "/holds/\(village.holds[isHouse ? 0 : 1])",
        ]
        let path = own.reduce(route.path) { $0.replacing($1.key, with: $1.value) }
        var step = RouteWalk.Step(
            method: route.method, target: try walk.paths(of: path)[0], json: try walk.body(of: route, about: service))
        if case .field = route.version {
            step.fields.set("If-Match", try village.program.tag(of: service))
        }
        return step
    }

    /// 401, 403 or 404; `nil` for who may. Of what is somebody else's hold nobody hears that it is there.
    private static func refusal(
        of visitor: Visitor, by route: Route, _ organization: String, _ isHouse: Bool
    ) -> Int? {
        if visitor == .wrongKey { return 401 }
        guard case .permitted(let permission) = route.access else { return nil }
        guard let principal = visitor.principal else { return 401 }
        switch principal.scope(of: permission) {
        case .nothing: return 403
        case .everything: return nil
        case .own: break
        }
        if route.path.contains("{reference}") {
            let holder: Visitor = isHouse ? .coordinator : .comensha
            return visitor == holder || principal.organization?.rawValue == organization ? nil : 404
        }
        // Anybody who may keep places may keep them anywhere; what is kept is theirs from then on.
        guard route.path.contains("{"), permission != .holdPlaces else { return nil }
        return principal.organization?.rawValue == organization ? nil : 403
    }
}
