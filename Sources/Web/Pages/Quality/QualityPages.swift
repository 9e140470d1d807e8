import Access
import Coverage
import Domain
import Foundation
import HTTP
import Ledger
import Registry

/// How far the data can be relied on (screen S18): of everything for policy staff and admins, of their own for a
/// shelter.
struct QualityPages: PageGroup {
    static let path = "/gegevens"

    var routes: [PageRoute] {
        [PageRoute(.get, Self.path, screen: "S18", .permitted(.readDataQuality), .now(Self.page))]
    }

    @Sendable private static func page(_ call: PageCall) throws -> Response {
        guard let principal = call.principal else { throw Problem.wrongRole }
        let organizations = call.registry.organizations.filter { principal.may(.readDataQuality, of: $0.id) }
        let quality = DataQuality(of: organizations, at: call.now, on: DutchTime.today(call.now)) { id in
            call.snapshot.state.capacity(of: id)?.capacity
        }
        return QualityPage(call, quality, isOwn: principal.scope(of: .readDataQuality) == .own).response
    }
}
