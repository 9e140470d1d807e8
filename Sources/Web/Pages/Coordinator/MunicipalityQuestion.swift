import Domain
import HTTP
import Hypertext

/// A page that asks which municipality, and helps where a name is not known: near names, the list by province.
struct MunicipalityQuestion: Sendable {
    let call: PageCall
    /// Of the page, without a language.
    let path: String
    let title: String
    let lead: String
    let button: String
    /// Where a municipality leads, without a language.
    let address: @Sendable (Municipality) -> String

    /// Asks, or says why the answer was not understood.
    ///
    /// - Parameters:
    ///   - answer: what was understood of what was typed; `nil` where nothing was.
    ///   - more: what stands below the field.
    func response(_ answer: MunicipalityFinder.Answer? = nil, more: [HTML] = []) -> Response {
        let field = MunicipalityField(call: call)
        let index = MunicipalityIndex(call: call, address: address)
        switch answer {
        // One that was found is shown by whoever asks.
        case nil, .found:
            return call.page(title, top() + [field.form(path, button: button), index.html()] + more)
        case .province(let province):
            let note: HTML = .alert(.info, [.paragraph(provinceNote(province))], role: "status")
            let form = field.form(path, button: button)
            return call.page(title, top() + [note, form, index.html(open: province.code)])
        case .unknown(let near):
            let fault = field.fault(MunicipalityField.name, call.values[MunicipalityField.name] ?? "", near: near)
            let form = field.form(path, button: button, faults: [fault])
            let content = [.errorSummary([fault], call.say)] + top() + [meant(near), form, index.html()]
            return call.page(title, content, isFault: true, status: .badRequest)
        }
    }

    private func top() -> [HTML] { [.heading(1, title), .paragraph(lead, class: "ok-lead")] }

    private func provinceNote(_ province: Province) -> String {
        call.say(
            "\(province.name) is een provincie. Kies hieronder een gemeente.",
            "\(province.name) is a province. Choose a municipality below.")
    }

    private func meant(_ near: [Municipality]) -> HTML {
        guard !near.isEmpty else { return .empty }
        let links = near.map { HTML.buttonLink($0.name, call.href(address($0))) }
        return .element(
            "section", ["class": "ok-meant"],
            .heading(2, call.say("Bedoelde u een van deze?", "Did you mean one of these?")),
            .list(links, class: "ok-actions"))
    }
}
