import Domain
import Foundation

/// The filters of the list of services: several values of one mean "or", different ones mean "and", and what a
/// place has not stated counts as a hit (contract sections 5 and 8).
struct ServiceFilter: Sendable {
    private let provinces: [ProvinceCode]
    private let shelterKinds: [ShelterKind]
    private let helpKinds: [HelpKind]
    private let genders: [Gender]
    private let households: [Household]
    private let residences: [ResidenceStatus]
    private let forms: [ExploitationForm]
    private let reaches: [Reach]
    private let languages: [String]
    private let search: TextSearch

    init(_ query: QueryValues) {
        provinces = query.codes("province", ProvinceCode.self)
        shelterKinds = query.codes("shelterKind", ShelterKind.self)
        helpKinds = query.codes("helpKind", HelpKind.self)
        genders = query.codes("gender", Gender.self)
        households = query.codes("household", Household.self)
        residences = query.codes("residence", ResidenceStatus.self)
        forms = query.codes("exploitationForm", ExploitationForm.self)
        reaches = query.codes("reach", Reach.self)
        languages = query.texts("language")
        search = TextSearch(query.text("text"))
    }

    func hits(_ service: Service) -> Bool {
        hitsKind(service) && hitsAdmission(service)
            && (languages.isEmpty || service.languages.isEmpty || languages.contains(where: service.languages.contains))
            && search.hits([service.name, service.organizationName, service.description])
    }

    private func hitsKind(_ service: Service) -> Bool {
        (provinces.isEmpty || provinces.contains(service.site.province))
            && (shelterKinds.isEmpty || (service.shelterKind.map(shelterKinds.contains) ?? false))
            && (helpKinds.isEmpty || helpKinds.contains(where: service.helpKinds.contains))
            && (reaches.isEmpty || (service.reach.map(reaches.contains) ?? true))
    }

    private func hitsAdmission(_ service: Service) -> Bool {
        let admission = service.admission
        let hitsGender = admission.genders.map { stated in genders.contains(where: stated.contains) } ?? true
        let hitsHousehold = admission.households.map { stated in households.contains(where: stated.contains) } ?? true
        let hitsResidence = residences.contains { status in
            switch admission.answer(for: status) {
            case .yes, .conditional, nil: true
            case .no: false
            }
        }
        return (genders.isEmpty || hitsGender) && (households.isEmpty || hitsHousehold)
            && (residences.isEmpty || hitsResidence) && (forms.isEmpty || forms.contains { serves($0, service) })
    }

    /// As matching does, but that help without a bed with forms of its own keeps to them (contract section 8).
    private func serves(_ form: ExploitationForm, _ service: Service) -> Bool {
        let listed = service.admission.exploitationForms
        if form == .unknown || listed.contains(form) { return true }
        if form == .seriousDisadvantage, service.shelterKind == .homelessShelter { return true }
        guard listed.isEmpty else { return false }
        return form != .seriousDisadvantage || service.isAmbulatory
    }
}
