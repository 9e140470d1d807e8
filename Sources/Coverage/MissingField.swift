package import Domain
import Foundation

/// What the file of a service should say, for without it a search ends in a point to ask (screen S18).
///
/// Contra-indications are not here: a place without any is as it should be.
package enum MissingField: String, CaseIterable, Hashable, Sendable {
    case genders
    case ages
    case households
    case residence
    case wheelchair
    case pets
    case reach
    case total
    case stay
    case aftercare
    case waiting
    case referral
    case phone
    case languages
    case expertise
    case funding

    /// Whether `service` should have it: whom a place takes is asked of places alone.
    package func concerns(_ service: Service) -> Bool {
        switch self {
        case .genders, .ages, .households, .residence, .wheelchair, .pets, .total, .stay, .aftercare:
            !service.isAmbulatory
        case .waiting: service.isAmbulatory
        case .reach, .referral, .phone, .languages, .expertise, .funding: true
        }
    }

    /// Whether nothing was stated. Said to be unknown is not stated.
    package func isMissing(in service: Service, total: Int?) -> Bool {
        let admission = service.admission
        return switch self {
        case .genders: admission.genders == nil
        case .ages: admission.minimumAge == .notStated || admission.maximumAge == .notStated
        case .households: admission.households == nil
        case .residence: admission.residence == nil
        case .wheelchair: admission.wheelchair == nil
        case .pets: admission.pets == nil
        case .reach: service.reach == nil
        case .total: total == nil
        case .stay: service.stay?.usualDays == nil && service.stay?.maximumDays == nil
        case .aftercare: service.aftercare == nil || service.aftercare == .unknown
        case .waiting: service.waiting == nil
        case .referral: service.referral?.routes.isEmpty ?? true
        case .phone: service.referral?.phone == nil
        case .languages: service.languages.isEmpty
        case .expertise: service.expertiseLevel == nil
        case .funding: service.funding.allSatisfy { $0 == .unknown }
        }
    }
}

/// One field over all services.
package struct FieldQuality: Sendable {
    package let field: MissingField
    /// By organisation, then by name.
    package let missing: [Service]
    /// How many services should have it.
    package let concerned: Int

    init(_ field: MissingField, in services: [Service], _ capacity: (ServiceID) -> Capacity?) {
        self.field = field
        let concerned = services.filter(field.concerns)
        missing = concerned.filter { field.isMissing(in: $0, total: capacity($0.id)?.total) }.sorted { one, other in
            (one.organizationName, one.name, one.id.rawValue) < (other.organizationName, other.name, other.id.rawValue)
        }
        self.concerned = concerned.count
    }
}
