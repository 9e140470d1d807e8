import Foundation

/// Every route of the API. The router, the OpenAPI document and the tests are made from this list and nothing else.
struct Routes: Sendable {
    let all: [Route]

    init(_ services: APIServices) {
        all =
            StatusRoutes.all(services) + CodeListRoutes.all + MapRoutes.all(services) + OrganizationRoutes.all
            + ServiceRoutes.all
            + CapacityRoutes.all(services) + CapacityHistoryRoutes.all(services)
            + OrganizationCapacityRoutes.all(services) + HoldRoutes.all(services) + PlacementRoutes.all
            + ExplanationRoutes.all
            + AssignmentRoutes.all
            + ChangeRoutes.all(services)
            + AuditRoutes.all(services) + MetricsRoutes.all(services)
    }
}
