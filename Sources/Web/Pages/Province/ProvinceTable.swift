import Domain
import Exchange
import Foundation
import HTTP
import Registry

/// The services of one province as a table to download: the same columns as the API, as far as who asks may see them.
struct ProvinceTable: Sendable {
    let call: PageCall
    private let province: Province

    /// - Throws: not found, where no province has that name.
    init(_ call: PageCall) throws(Problem) {
        guard let province = call.path["province"].flatMap({ call.registry.geography.province(slug: $0) }) else {
            throw .unknown("Deze provincie")
        }
        (self.call, self.province) = (call, province)
    }

    func response() -> Response {
        let services = call.registry.services.filter {
            $0.site.province == province.code && call.registry.isCurrent($0)
        }.sorted { $0.id < $1.id }
        // Open data: what everybody may see, also for who signed in. Counts leave with the API, which writes that down.
        let views = services.map { service in
            ServiceView(of: service, capacity: nil, for: .everyone, on: call.registry.geography, at: call.now)
        }
        return Response(
            .ok,
            fields: [
                "Content-Type": "text/csv; charset=utf-8; header=present",
                "Content-Disposition": "attachment; filename=\"opvangkaart-\(Slug(of: province.name).text).csv\"",
            ], body: Array(ServiceTable.table(of: views).text.utf8))
    }
}
