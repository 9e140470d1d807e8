import Domain
import Foundation
import HTTP
import Hypertext
import Registry

/// Where everybody begins: three ways in, the care co-ordinator of a municipality, and the provinces (screen S1).
struct StartPage: Sendable {
    let call: PageCall
    let shelf: MapShelf

    func response() -> Response {
        call.page(
            call.say("Wie helpt bij mensenhandel?", "Who helps with human trafficking?"),
            [introduction, doors, finder, provinces], isWide: true)
    }

    private var introduction: HTML {
        .element(
            "div", ["class": "ok-opening"],
            .heading(1, call.say("Wie helpt bij mensenhandel?", "Who helps with human trafficking?")),
            .element(
                "p", ["class": "ok-intro"],
                .text(
                    call.say(
                        "Dit is een kaart voor professionals. U hoeft niet zeker te weten of het mensenhandel is. "
                            + "Bij twijfel belt u de zorgcoördinator.",
                        "This is a map for professionals. You need not be sure that it is human trafficking. "
                            + "In doubt, call the care co-ordinator."))))
    }

    // MARK: Three ways in

    private var doors: HTML {
        let doors: [HTML] = [
            door(
                call.say("Ik zoek een plek of hulp", "I am looking for a place or help"), "/zoeken",
                call.say(
                    "Voor zorgcoördinatoren en CoMensha. Zie welke plek past en vrij is.",
                    "For care co-ordinators and CoMensha. See which place fits and is free.")),
            door(
                call.say("Ik werk aan een balie", "I work at a counter"), "/baliekaart",
                call.say(
                    "Zie wie u belt en wat u nu doet. Past op één A4.",
                    "See whom to call and what to do now. On one sheet of paper.")),
            door(
                call.say("Ik werk bij een opvang", "I work at a shelter"), "/mijn-plekken",
                call.say(
                    "Houd uw vrije plekken bij en geef antwoord op aanvragen.",
                    "Keep your free places up to date and answer requests.")),
        ]
        return .element("ul", ["class": "ok-doors"], doors)
    }

    private func door(_ title: String, _ path: String, _ text: String) -> HTML {
        .element(
            "li", ["class": "ok-door"],
            .element("h2", ["class": "nl-heading"], .element("a", ["href": call.href(path)], .text(title))),
            .element("p", [:], .text(text)))
    }

    // MARK: The care co-ordinator

    private var finder: HTML {
        let fields = call.fields()
        let names = call.registry.geography.municipalities.map(\.name).sorted()
        return .element(
            "section", ["class": "ok-finder"],
            .heading(2, call.say("Vind uw zorgcoördinator", "Find your care co-ordinator")),
            .element(
                "form", ["method": "get", "action": call.href("/zorgcoordinator"), "class": "ok-finder-form"],
                fields.text(
                    call.say("Gemeente", "Municipality"), "gemeente",
                    hint: call.say("Waar iemand nu is, bijvoorbeeld Zwolle.", "Where somebody is now, such as Zwolle."),
                    list: "gemeenten"),
                .element("datalist", ["id": "gemeenten"], names.map { .void("option", ["value": $0]) }),
                .button(call.say("Zoek de zorgcoördinator", "Find the care co-ordinator"))))
    }

    // MARK: The provinces

    private var measure: MapMeasure {
        call.values["kaart"].flatMap(MapMeasure.init(rawValue:)) == .gaps ? .gaps : .organizations
    }

    private var provinces: HTML {
        let makers = MapViews(call: call, shelf: shelf)
        return .element(
            "section", ["class": "ok-provinces", "id": "provincies"],
            .heading(2, call.say("Kies een provincie", "Choose a province")),
            makers.choice(of: measure, at: "/", anchor: "#provincies"), makers.view(of: measure).html(),
            makers.definition,
            .element(
                "p", ["class": "ok-links"],
                .link(call.say("Kaart met meer keuzes", "Map with more choices"), call.href("/kaart")), " ",
                .link(call.say("Alle organisaties", "All organisations"), call.href("/organisaties"))))
    }
}
