import Domain
import HTTP
import Hypertext

/// One code list: every code with its name and what it means. Each has an address of its own, to point at.
struct CodeListPage: Sendable {
    let call: PageCall
    let list: CodeList

    private var say: Words { call.say }

    func response() -> Response {
        let name = list.label[call.language]
        let description = list.description.map { HTML.paragraph($0[call.language], class: "ok-lead") }
        return call.page(
            say("Codelijst: \(name)", "Code list: \(name)"),
            [
                .heading(1, name), description ?? .empty,
                .paragraph(
                    .text(say("Naam van de lijst: ", "Name of the list: ")), .element("code", [:], .text(list.name)),
                    .text(say(". \(list.entries.count) codes. ", ". \(list.entries.count) codes. ")),
                    .link(say("Deze lijst als JSON", "This list as JSON"), "/v1/code-lists/\(list.name)")),
                .element("dl", ["class": "ok-codes"], list.entries.map(entry)),
            ], trail: [Crumb(text: say("Codelijsten", "Code lists"), path: CodeListPages.path)])
    }

    private func entry(_ entry: CodeList.Entry) -> HTML {
        let condition = entry.usualCondition.map { condition in
            HTML.element(
                "dd", ["class": "ok-small"], .text(say("Vaak geldt: ", "Often: ")), .text(condition[call.language]))
        }
        return .element(
            "div", ["class": "ok-code", "id": entry.code],
            .element(
                "dt", [:], .strong(entry.label[call.language]), " ",
                .element("code", [:], .text(entry.code))),
            .element("dd", [:], .text(entry.definition[call.language])), condition ?? .empty)
    }
}
