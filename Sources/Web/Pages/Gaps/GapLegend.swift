import Coverage
import Foundation
import Hypertext

/// What the words in the cells mean, and how it is counted: the limits stand in ``SupplyState/Limit`` and here they
/// are said.
struct GapLegend: Sendable {
    private let look: GapLook
    private var say: Words { look.call.say }

    init(_ look: GapLook) { self.look = look }

    var html: HTML {
        .element(
            "section", ["aria-labelledby": "uitleg"],
            .heading(2, say("Wat betekenen de woorden?", "What do the words mean?"), id: "uitleg"),
            .element("dl", ["class": "ok-gap-legend"], SupplyState.allCases.flatMap(meaning)),
            .paragraph(
                say(
                    "Deze grenzen kozen wij zelf. Er is geen landelijke norm voor genoeg opvang.",
                    "We chose these limits. There is no national norm for enough shelter.")),
            .details(
                say("Zo tellen we", "How we count"), isOpen: false,
                [.element("ul", [:], rules.map { .element("li", [:], .text($0)) })]))
    }

    private func meaning(_ state: SupplyState) -> [HTML] {
        [
            .element(
                "dt", ["class": "ok-gap ok-gap--\(state.rawValue)"],
                .element("span", ["aria-hidden": "true"], .text(GapWords.sign(state) + " ")),
                .text(look.words.state(state))),
            .element("dd", [:], .text(look.words.meaning(state, look.measure))),
        ]
    }

    private var rules: [String] {
        [
            say(
                "Een plek is een bed, of een kamer of woning voor één huishouden.",
                "A place is a bed, or a room or home for one household."),
            say(
                "Een plek telt mee als de regels van die plek de groep toelaten. Plekken waar eerst overleg nodig is, tellen ook mee.",
                "A place counts if its own rules admit the group. Places where something must be talked over first count too."
            ),
            say(
                "Een stel heeft twee bedden nodig en een groep van zes heeft zes bedden nodig, op één plek.",
                "A couple needs two beds and a group of six needs six beds, in one place."),
            say(
                "Een plek telt in de provincie waar die staat. Landelijke plekken tellen ook in de kolom Landelijk.",
                "A place counts in the province where it is. National places also count in the column National."),
            say(
                "Een plek voor vrouwen en mannen telt in beide rijen. Tel rijen dus niet bij elkaar op.",
                "A place for women and men counts in both rows. So do not add up rows."),
            say(
                "Maatschappelijke opvang, noodhotels en opname in een kliniek tellen niet mee. Een plek die nu gesloten is ook niet.",
                "Homeless shelter, emergency hotels and admission to a clinic do not count. Nor does a place that is closed for now."
            ),
            say(
                "OMP is landelijke opvang voor mensen met meer problemen tegelijk. Die plekken tellen alleen bij hen mee.",
                "OMP is national shelter for people with several problems at once. Those places count for them alone."),
            say(
                "Asielopvang telt alleen mee als u bij Verblijf kiest voor de asielprocedure.",
                "Reception for asylum seekers counts only if you choose the asylum procedure at Residence."),
            say(
                "Sommige plekken zijn voor één soort verblijf of uitbuiting. Kies die om te zien voor wie een plek er echt is.",
                "Some places are for one kind of residence or exploitation. Choose it to see for whom a place really is."
            ),
            say(
                "Een + achter een getal betekent: een aanbieder gaf niet op hoeveel plekken er zijn.",
                "A + behind a number means: a provider did not state how many places there are."),
            say(
                "Vrij is alleen wat kort geleden is bevestigd. Een oud aantal telt nooit mee.",
                "Free is only what was confirmed recently. An old count never counts."),
        ]
    }
}
