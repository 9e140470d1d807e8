import Coverage
import Domain
import Foundation
import Matching

/// What somebody wants to see of a province: for a group, shelter or help, for a form of exploitation (screen S2). It
/// stands in the address, and tells nothing of anybody.
struct ProvinceFilter: Sendable {
    enum Offer: String, CaseIterable, Sendable {
        case shelter = "opvang"
        case help = "hulp"
    }

    let group: TargetGroup?
    let offer: Offer?
    let form: ExploitationForm?

    /// What is no code is not asked for.
    init(_ values: FormValues) {
        group = values["groep"].flatMap { code in TargetGroup.all.first { $0.code == code } }
        offer = values["soort"].flatMap(Offer.init(rawValue:))
        form = values["vorm"].flatMap(ExploitationForm.init(rawValue:))
    }

    var isEmpty: Bool { group == nil && offer == nil && form == nil }

    /// Whether `service` is asked for. For a group the rules of the place decide, as in a search; what was not stated
    /// is no reason against it.
    func hits(_ service: Service, on map: Geography, at now: Date) -> Bool {
        hitsOffer(service) && hitsForm(service) && hitsGroup(service, on: map, at: now)
    }

    private func hitsOffer(_ service: Service) -> Bool {
        switch offer {
        case .shelter: service.shelterKind != nil
        case .help: !service.helpKinds.isEmpty
        case nil: true
        }
    }

    private func hitsForm(_ service: Service) -> Bool {
        guard let form, form != .unknown else { return true }
        let listed = service.admission.exploitationForms
        return listed.isEmpty ? form != .seriousDisadvantage || service.isAmbulatory : listed.contains(form)
    }

    private func hitsGroup(_ service: Service, on map: Geography, at now: Date) -> Bool {
        group.map { Self.takes(service, $0, on: map, at: now) } ?? true
    }

    /// Whether no rule of the place stands against the group, wherever its people are.
    static func takes(_ service: Service, _ group: TargetGroup, on map: Geography, at now: Date) -> Bool {
        var local = group.profile
        local.currentProvince = service.site.province
        return Assessment(of: Place(service: service), for: local, on: map, at: now).exclusions.isEmpty
    }
}
