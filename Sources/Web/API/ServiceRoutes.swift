import Domain
import Exchange
import Foundation
import HTTP
import Registry

/// Services on the social map.
enum ServiceRoutes {
    static let all: [Route] = [
        Route(
            method: .get, path: "/v1/services", id: "listServices", tag: .map,
            summary: "De plekken en de hulp op de sociale kaart. Aantallen alleen met een toegangssleutel.",
            access: .everyone, parameters: filters + Parameter.paging,
            answers: [
                Route.Answer(
                    status: .ok, description: "Een pagina met diensten.",
                    schema: Page<ServiceBody>.schema(.named(ServiceBody.schema)), hasTable: true)
            ], handler: .now(list)),
        Route(
            method: .get, path: "/v1/services/{id}", id: "getService", tag: .map,
            summary: "Eén plek of vorm van hulp.", access: .everyone,
            parameters: [.path("id", "Het id van de dienst.", example: "voorbeeld-de-zilverwilg-crisisopvang")],
            answers: [Route.Answer(status: .ok, description: "De dienst.", schema: .named(ServiceBody.schema))],
            resource: { call in _ = try call.service() },
            handler: .now { call in try .json(ServiceBody(call.view(of: call.service()))) }),
    ]

    private static let filters: [Parameter] = [
        .code("province", ProvinceCode.self, "Waar de dienst is."),
        .code("shelterKind", ShelterKind.self, "Soort opvang."),
        .code("helpKind", HelpKind.self, "Soort hulp."),
        .code("gender", Gender.self, "Voor wie; wat niet is opgegeven, telt mee."),
        .code("household", Household.self, "Met wie; wat niet is opgegeven, telt mee."),
        .code(
            "residence", ResidenceStatus.self, "Verblijf: ‘ja’ en ‘in overleg’ tellen mee, en wat niet is opgegeven."),
        .code("exploitationForm", ExploitationForm.self, "Vorm van uitbuiting."),
        .code("reach", Reach.self, "Waar mensen vandaan mogen komen."),
        Parameter(
            name: "language", kind: .language,
            description: "Taal als ISO-code, zoals nl; geen talen opgegeven telt mee.",
            isRepeatable: true), .text,
    ]

    @Sendable
    private static func list(_ call: Call) throws -> Reply {
        let filter = ServiceFilter(call.query)
        let found = call.snapshot.registry.services.filter(filter.hits).sorted { $0.id < $1.id }
        if call.wantsTable { return .table(ServiceTable.table(of: found.map(call.view))) }
        return try .json(Page(of: found, for: call.query) { ServiceBody(call.view(of: $0)) })
    }
}
