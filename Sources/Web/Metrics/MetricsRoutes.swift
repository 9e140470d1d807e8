import Access
import Foundation
import HTTP

/// How the program does, for whoever watches over it: outside the API's own address, as its readers expect.
enum MetricsRoutes {
    static let path = "/metrics"

    static func all(_ services: APIServices) -> [Route] {
        [
            Route(
                method: .get, path: path, id: "getMetrics", tag: .service,
                summary: "Zegt hoe de dienst het doet, in het tekstformaat van Prometheus.",
                access: .permitted(.readMetrics), isOpenLocally: true,
                answers: [
                    Route.Answer(status: .ok, description: "De cijfers van nu.", schema: .text, isPlainText: true)
                ],
                handler: .now { _ in
                    Reply(
                        fields: [.contentType: MetricsPage.contentType], body: Array(services.metrics.text().utf8))
                })
        ]
    }
}

extension Request {
    /// Whether this machine itself asks, and not a proxy on it that passes on what somebody else asks.
    var isLocal: Bool {
        AddressBlock(peer).isLoopback && !Self.forwarding.contains { fields.contains($0) }
    }

    /// What proxies say of whom they speak for.
    private static let forwarding: [FieldName] = [
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port",
        "X-Forwarded-Server", "X-Real-IP", "Via",
    ]
}
