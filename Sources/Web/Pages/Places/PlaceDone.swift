import Access
import Domain
import Foundation
import Ledger

/// What was done last, as the address says it to which a form leads on (POST, redirect, GET): a service and a version,
/// nothing of a person. What the page then tells of it, it takes from what stands.
enum PlaceDone: Sendable {
    case saved(service: ServiceID, version: Int)
    case undone(service: ServiceID, version: Int)
    case all

    /// The name of the field in which an administrator says whose places.
    static let organization = "organisatie"

    private static let (what, row, version) = ("klaar", "rij", "versie")

    static func didSave(_ live: LiveCapacity) -> PlaceDone { .saved(service: live.service, version: live.version) }

    static func didUndo(_ live: LiveCapacity) -> PlaceDone { .undone(service: live.service, version: live.version) }

    /// `nil` where an address says nothing of it.
    init?(_ values: FormValues) {
        let service = values[Self.row].flatMap(ServiceID.init(rawValue:))
        let version = values[Self.version].flatMap { Int($0) }
        switch (values[Self.what], service, version) {
        case ("opgeslagen", let service?, let version?): self = .saved(service: service, version: version)
        case ("teruggezet", let service?, let version?): self = .undone(service: service, version: version)
        case ("alles", _, _): self = .all
        default: return nil
        }
    }

    /// - Parameter service: one of the organisation whose page it is.
    func path(for service: Service, _ call: PageCall) -> String {
        let owner =
            call.principal?.role == .shelter ? "" : "&\(Self.organization)=\(service.organization.rawValue)"
        return switch self {
        case .saved(let id, let version): Self.path("opgeslagen", id, version, owner)
        case .undone(let id, let version): Self.path("teruggezet", id, version, owner)
        case .all: "\(PlacePages.path)?\(Self.what)=alles\(owner)"
        }
    }

    private static func path(_ word: String, _ id: ServiceID, _ version: Int, _ owner: String) -> String {
        "\(PlacePages.path)?\(what)=\(word)&\(row)=\(id.rawValue)&\(Self.version)=\(version)\(owner)"
            + "#\(PlaceRow.anchor(of: id))"
    }
}
