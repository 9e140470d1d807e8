import Domain
import HTTP
import Hypertext
import Registry

/// All code lists, by what they are about.
struct CodeListIndex: Sendable {
    let call: PageCall

    private var say: Words { call.say }

    func response() -> Response {
        let title = say("Codelijsten", "Code lists")
        return call.page(
            title,
            [
                .heading(1, title),
                .paragraph(
                    say(
                        "Iedereen die met Opvangkaart werkt, gebruikt dezelfde woorden. Hier staat wat ze betekenen.",
                        "Everyone who works with Opvangkaart uses the same words. Here is what they mean."),
                    class: "ok-lead"),
                .paragraph(
                    say(
                        "Elke code heeft een naam en een uitleg, in het Nederlands en in het Engels. Een code verandert nooit van betekenis.",
                        "Each code has a name and a meaning, in Dutch and in English. A code never changes its meaning."
                    )),
            ] + Vocabulary.Topic.allCases.map(group) + [
                .paragraph(
                    .text(say("Ook als open data: ", "Also as open data: ")),
                    .link(say("alle codelijsten (JSON)", "all code lists (JSON)"), "/v1/code-lists?pageSize=100"), ".")
            ])
    }

    private func group(_ topic: Vocabulary.Topic) -> HTML {
        let lists = topic.lists.compactMap { call.registry.codeLists.list(named: $0.name) }
        let items = lists.map { list in
            HTML.joined([
                .link(list.label[call.language], call.href(CodeListPages.address(list))),
                .element(
                    "span", ["class": "ok-small"],
                    .text(" " + say("\(list.entries.count) codes", "\(list.entries.count) codes"))),
            ])
        }
        return .element(
            "section", ["class": "ok-section"], .heading(2, title(of: topic)), .list(items, class: "ok-columns"))
    }

    private func title(of topic: Vocabulary.Topic) -> String {
        switch topic {
        case .person: say("Over de persoon", "About the person")
        case .place: say("Over een plek", "About a place")
        case .work: say("Over het werk", "About the work")
        case .answer: say("Over de uitkomst van een zoekvraag", "About the result of a search")
        }
    }
}
