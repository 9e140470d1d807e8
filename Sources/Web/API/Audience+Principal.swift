import Access
import Domain

/// What somebody who signed in, or did not, may see of places.
extension Audience {
    /// Of places in general.
    init(of principal: Principal?) {
        guard let principal, principal.may(.readCounts) else {
            self = .everyone
            return
        }
        self = principal.scope(of: .seeShelteredMunicipality) == .everything ? .placement : .professional
    }

    /// Of one place: a shelter knows its own.
    init(of principal: Principal?, at service: Service) {
        self =
            principal?.may(.seeShelteredMunicipality, of: service.organization) == true
            ? .placement : Audience(of: principal)
    }
}
