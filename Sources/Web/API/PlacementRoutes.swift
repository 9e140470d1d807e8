import Access
import Domain
import Foundation
import HTTP
import JSONText
import Matching
import Registry

/// The matcher over HTTP (feature F05). Always a POST: nothing of a profile may stand in an address.
enum PlacementRoutes {
    static let all: [Route] = [
        Route(
            method: .post, path: "/v1/placements/_search", id: "searchPlacements", tag: .matching,
            summary: "Zoekt passende plekken bij een profiel, op volgorde en met uitleg. Er wordt niets bewaard.",
            access: .permitted(.searchPlacements),
            parameters: [
                Parameter(
                    name: "detail", kind: .code(["full", "top"]),
                    description: "full (standaard) geeft alles; top alleen de eerste plekken."),
                Parameter(
                    name: "limit", kind: .number(1...100, standard: 20),
                    description: "Hoeveel plekken er bij detail=top hoogstens in staan."),
                Parameter(
                    name: "scarcity", kind: .code(Scarcity.Use.allCases.map(\.rawValue)),
                    description:
                        "shown zegt bij elke plek voor hoeveel andere referentieprofielen dit de enige plek is; ranked zet zo’n plek bij gelijke stand ook lager. off (standaard) doet niets."
                ),
            ], body: .json(ProfileSchema.schema),
            answers: [
                Route.Answer(status: .ok, description: "De passende plekken.", schema: .named(SearchBody.schema))
            ], handler: .now(search))
    ]

    @Sendable
    private static func search(_ call: Call) throws -> Reply {
        try call.requireJSON()
        let faults = InputFaults()
        let reader = try call.document(faults)
        let profile = ProfileReader(registry: call.snapshot.registry).read(reader)
        try call.refuse(faults)
        guard let profile else { throw Problem.internalFault }
        let detail: SearchDetail =
            call.query.text("detail") == "top" ? .top(call.query.number("limit", standard: 20)) : .full
        let scarcity = call.query.text("scarcity").flatMap(Scarcity.Use.init) ?? .off
        return .json(call.snapshot.answer(to: profile, at: call.now, detail: detail, scarcity: scarcity))
    }
}

extension Snapshot {
    /// The answer to a search, ready to be written.
    func answer(
        to profile: Profile, at now: Date, detail: SearchDetail, scarcity: Scarcity.Use = .off
    ) -> SearchAnswer {
        let result = result(for: profile, at: now, limit: detail.limit, scarcity: scarcity)
        return SearchAnswer(result, profile: profile, snapshot: self, at: now, isFull: detail.limit == nil)
    }

    /// The same, to be read.
    func search(
        _ profile: Profile, at now: Date, detail: SearchDetail, scarcity: Scarcity.Use = .off
    ) -> SearchBody {
        let result = result(for: profile, at: now, limit: detail.limit, scarcity: scarcity)
        return SearchBody(result, profile: profile, snapshot: self, at: now, isFull: detail.limit == nil)
    }
}
