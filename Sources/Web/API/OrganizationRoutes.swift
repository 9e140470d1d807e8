import Domain
import Exchange
import Foundation
import HTTP
import Registry

/// Organisations on the social map.
enum OrganizationRoutes {
    static let all: [Route] = [
        Route(
            method: .get, path: "/v1/organizations", id: "listOrganizations", tag: .map,
            summary: "De organisaties op de sociale kaart.", access: .everyone,
            parameters: [
                .code("province", ProvinceCode.self, "Gevestigd of actief in deze provincies."),
                .code("kind", OrganizationKind.self, "Alleen deze soorten."), .text,
            ] + Parameter.paging,
            answers: [
                Route.Answer(
                    status: .ok, description: "Een pagina met organisaties.",
                    schema: Page<OrganizationBody>.schema(.named(OrganizationBody.schema)), hasTable: true)
            ], handler: .now(list)),
        Route(
            method: .get, path: "/v1/organizations/{id}", id: "getOrganization", tag: .map,
            summary: "Eén organisatie met haar diensten.", access: .everyone,
            parameters: [.path("id", "Het id van de organisatie.", example: "comensha")],
            answers: [
                Route.Answer(status: .ok, description: "De organisatie.", schema: .named(OrganizationBody.schema))
            ], resource: { call in _ = try call.organization() },
            handler: .now { call in try .json(OrganizationBody(call.organization())) }),
    ]

    @Sendable
    private static func list(_ call: Call) throws -> Reply {
        let provinces = Set(call.query.codes("province", ProvinceCode.self))
        let kinds = Set(call.query.codes("kind", OrganizationKind.self))
        let search = TextSearch(call.query.text("text"))
        let found = call.snapshot.registry.organizations.filter { organization in
            (provinces.isEmpty || !provinces.isDisjoint(with: organization.provinces))
                && (kinds.isEmpty || kinds.contains(organization.kind))
                && search.hits([organization.name, organization.description])
        }
        let ordered = found.sorted { $0.id < $1.id }
        if call.wantsTable { return .table(table(of: ordered)) }
        return try .json(Page(of: ordered, for: call.query, OrganizationBody.init))
    }

    private static func table(of organizations: [Organization]) -> CSVTable {
        let columns = [
            "id", "name", "kind", "example", "description", "website", "email", "phones", "municipality", "status",
            "chainRoles", "confidence", "checkedOn",
        ]
        let rows = organizations.map { organization in
            [
                organization.id.rawValue, organization.name, organization.kind.rawValue,
                String(organization.isExample), organization.description ?? "", organization.website ?? "",
                organization.email ?? "", organization.phones.map(\.number).joined(separator: ";"),
                organization.municipality?.rawValue ?? "", organization.status.rawValue,
                organization.chainRoles.map(\.rawValue).joined(separator: ";"),
                organization.confidence?.rawValue ?? "", organization.checkedOn?.text ?? "",
            ]
        }
        return CSVTable(columns: columns, rows: rows)
    }
}

extension Organization {
    /// Where it stands and where its services are.
    var provinces: Set<ProvinceCode> {
        Set(services.map(\.site.province)).union(province.map { [$0] } ?? [])
    }
}
