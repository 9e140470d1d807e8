import Domain
import Hypertext
import Registry

/// Asks for a municipality by its name: a plain field, with all names to choose from where the browser can do that.
struct MunicipalityField: Sendable {
    let call: PageCall

    /// What the field is called in addresses and forms.
    static let name = "gemeente"
    private static let names = "gemeenten"

    /// A form that leads to `action` with the name in the address, where it says nothing about anybody.
    ///
    /// - Parameter action: without a language.
    func form(_ action: String, button: String, faults: [FormFault] = []) -> HTML {
        .element(
            "form",
            [
                "method": "get", "action": call.href(action), "class": "ok-find", "role": "search", "novalidate": "",
                "autocomplete": "off",
            ], field(Self.name, call.say("Gemeente", "Municipality"), hint: example, faults: faults),
            .button(button, .primary),
            choices)
    }

    /// - Parameter isOptional: said at the label (conventions section 6).
    func field(_ name: String, _ label: String, hint: String? = nil, faults: [FormFault] = []) -> HTML {
        FieldBuilder(values: shown(name), faults: faults).text(label, name, hint: hint, list: Self.names)
    }

    /// All names, once for all fields of a page.
    var choices: HTML {
        let names = call.registry.geography.municipalities.map(\.name).sorted()
        return .element("datalist", ["id": Self.names], names.map { .element("option", ["value": $0]) })
    }

    /// A fault for a name that nobody has.
    ///
    /// - Parameter near: what may be meant, nearest first.
    func fault(_ name: String, _ text: String, near: [Municipality]) -> FormFault {
        let typed = MunicipalityFinder.shown(text).map { " “\($0)”" } ?? ""
        let rest =
            near.first.map { call.say("Bedoelde u \($0.name)?", "Did you mean \($0.name)?") }
            ?? call.say(
                "Vul de naam van een gemeente in, bijvoorbeeld Zwolle.",
                "Fill in the name of a municipality, for example Zwolle.")
        return FormFault(
            field: name,
            text: call.say("We kennen geen gemeente\(typed). \(rest)", "We know no municipality\(typed). \(rest)"))
    }

    private var example: String {
        call.say("Bijvoorbeeld Zwolle of Den Haag.", "For example Zwolle or Den Haag.")
    }

    /// What was typed stays, unless it cannot be a name.
    private func shown(_ name: String) -> FormValues {
        guard let text = call.values[name], MunicipalityFinder.shown(text) == nil else { return call.values }
        return call.values.without([name])
    }
}
