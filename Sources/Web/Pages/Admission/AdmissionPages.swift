import Access
import Domain
import Foundation
import HTTP
import Hypertext
import Ledger
import Registry

/// Whom places take in, to be looked at and changed by those who run them (screen S13).
///
/// Everything works with plain forms. What was filled in goes from the form to the page that checks it and back, and is
/// kept by nobody in between.
struct AdmissionPages: PageGroup {
    static let list = "/opnameregels"

    static func path(of service: Service) -> String { "\(list)/\(service.id.rawValue)" }

    static func trail(_ say: Words) -> [Crumb] { [Crumb(text: say("Opnameregels", "Admission rules"), path: list)] }

    static func crumb(_ service: Service) -> Crumb { Crumb(text: service.name, path: path(of: service), isName: true) }

    var routes: [PageRoute] {
        let screen = AdmissionFormView.screen
        return [
            PageRoute(
                .get, Self.list, screen: screen, .permitted(.changeAdmission),
                .now { AdmissionListPage(call: $0).response() }),
            PageRoute(
                .get, "\(Self.list)/{service}", screen: screen, .permitted(.changeAdmission), .now { try form($0) }),
            PageRoute(
                .post, "\(Self.list)/{service}", screen: screen, .permitted(.changeAdmission),
                .later { call, answer in try posted(call, answer) }),
            PageRoute(
                .post, "\(Self.list)/{service}/voorbeeld", screen: screen, .permitted(.changeAdmission),
                .now { try preview($0) }),
        ]
    }

    // MARK: Looking

    private func form(_ call: PageCall) throws(Problem) -> Response {
        let service = try service(call)
        var view = try view(call.with(AdmissionForm.values(of: service.rules)), of: service)
        view.messages = [Self.done(call, service)].compactMap(\.self)
        return view.response()
    }

    /// That what somebody just did is done; said as long as nothing came after it.
    private static func done(_ call: PageCall, _ service: Service) -> HTML? {
        let version = call.snapshot.state.rules(of: service.id)?.version
        let say = call.say
        let text: String? =
            if version != nil, call.values["opgeslagen"] == version.map(String.init) {
                say("Opgeslagen. Anderen zien dit nu.", "Saved. Others see this now.")
            } else if version != nil, call.values["nagekeken"] == version.map(String.init) {
                say("Dank u wel. De regels staan als nagekeken.", "Thank you. The rules are marked as checked.")
            } else {
                nil
            }
        return text.map { .alert(.success, [.paragraph($0)], role: "status", id: "gedaan") }
    }

    /// What others would read, as a piece of a page.
    private func preview(_ call: PageCall) throws(Problem) -> Response {
        let service = try service(call)
        let (rules, faults) = try admissionForm(call, service).read()
        guard let rules else {
            let text = call.say(
                "Nog niet alles is goed ingevuld. Daarom staat hier nu niets.",
                "Not everything is filled in right yet. That is why nothing stands here now.")
            return call.answer(.paragraph(faults.first?.text ?? text))
        }
        return call.answer(AdmissionPreview(call: call, service: service, rules: rules).html())
    }

    // MARK: Changing

    private func posted(_ call: PageCall, _ answer: @escaping PageCall.Sink) throws(Problem) {
        let service = try service(call)
        let filled = call.with(call.values.without(RulesToken.names.union(["doe"])))
        let now = RulesToken(of: service, in: call.snapshot.state)
        let seen = RulesToken(call.values)
        let isCurrent = seen?.isSame(as: now) ?? false
        switch call.values["doe"] {
        case "nagekeken":
            guard isCurrent else {
                return try conflict(filled.with(AdmissionForm.values(of: service.rules)), service, seen ?? now, answer)
            }
            save(
                RulesStatement(service: service.id, sets: nil, on: DutchTime.today(call.now), ifVersion: now.version),
                "nagekeken", call, service, answer)
        case "wijzigen":
            let view = try view(filled, of: service, token: seen ?? now)
            answer { view.response() }
        case let wish:
            guard isCurrent else { return try conflict(filled, service, seen ?? now, answer) }
            let form = try admissionForm(filled, service)
            let (rules, faults) = form.read()
            guard let rules else {
                var view = try view(filled, of: service, token: now)
                view.faults = faults
                return answer { [view] in view.response() }
            }
            guard wish == "opslaan", rules != service.rules else {
                let page = AdmissionCheckPage(call: filled, form: form, token: now, rules: rules)
                return answer { page.response() }
            }
            let sets = RulesChange.Sets(before: service.rules, after: rules)
            save(
                RulesStatement(service: service.id, sets: sets, on: form.day, ifVersion: now.version), "opgeslagen",
                filled, service, answer)
        }
    }

    private func save(
        _ statement: RulesStatement, _ word: String, _ call: PageCall, _ service: Service,
        _ answer: @escaping PageCall.Sink
    ) {
        let seen = RulesToken(of: service, in: call.snapshot.state)
        call.submit(
            .stateRules(statement), answer,
            whatever: { result in
                switch result {
                case .success(let receipt):
                    if word == "nagekeken", call.values["terug"] == "lijst" {
                        return call.seeOther("/opnameregels?nagekeken=\(service.id.rawValue)")
                    }
                    let version = receipt.rules?.version ?? 0
                    return call.seeOther("\(Self.path(of: service))?\(word)=\(version)")
                case .failure(.staleVersion):
                    // Between the look at what stood and the writing of it somebody else came.
                    let fresh = call.renewed()
                    let now = try self.service(fresh)
                    return AdmissionConflict(call: fresh, form: try admissionForm(fresh, now), seen: seen).response()
                case .failure(.recordTooLong):
                    var view = try self.view(call, of: service, token: seen)
                    view.faults = [
                        FormFault(
                            field: AdmissionForm.condition(.activeAddiction),
                            text: call.say(
                                "De voorwaarden zijn samen te lang. Maak er een paar korter.",
                                "The conditions are too long together. Make some of them shorter."))
                    ]
                    return view.response()
                case .failure(let error): throw Problem(error)
                }
            })
    }

    private func conflict(
        _ call: PageCall, _ service: Service, _ seen: RulesToken, _ answer: @escaping PageCall.Sink
    ) throws(Problem) {
        let page = AdmissionConflict(call: call, form: try admissionForm(call, service), seen: seen)
        answer { page.response() }
    }

    // MARK: Parts

    /// The service of the address, where its rules are this visitor's to change.
    private func service(_ call: PageCall) throws(Problem) -> Service {
        let service = try call.service()
        guard call.principal?.may(.changeAdmission, of: service.organization) == true else {
            throw .otherOrganization
        }
        return service
    }

    private func view(_ call: PageCall, of service: Service, token: RulesToken? = nil) throws(Problem)
        -> AdmissionFormView
    {
        AdmissionFormView(
            call: call, form: try admissionForm(call, service),
            token: token ?? RulesToken(of: service, in: call.snapshot.state))
    }

    private func admissionForm(_ call: PageCall, _ service: Service) throws(Problem) -> AdmissionForm {
        guard let file = call.snapshot.files.service(service.id),
            let organization = call.registry.organization(of: service)
        else {
            throw .unknown("Deze plek")
        }
        let role = call.principal.map { call.registry.codeLists.label($0.role).lowercased() }
        return AdmissionForm(
            service: service, file: file, organization: organization, map: call.registry.geography,
            values: call.values.without(RulesToken.names.union(["doe"])), say: call.say,
            day: DutchTime.today(call.now), editor: role ?? "")
    }
}
