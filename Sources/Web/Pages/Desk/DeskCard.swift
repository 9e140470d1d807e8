import Domain
import HTTP
import Hypertext
import Registry

/// The card of one municipality: one A4, five steps, no sign-in (screen S4; feature F23).
struct DeskCard: Sendable {
    let call: PageCall
    let municipality: Municipality

    private var say: Words { call.say }

    func response() -> Response {
        let contacts = LocalContacts(call: call, municipality: municipality)
        let title = say("Baliekaart \(municipality.name)", "Counter card \(municipality.name)")
        let card: HTML = .element(
            "div", ["class": "ok-desk"], .heading(1, title),
            .paragraph(
                say(
                    "Denkt u aan mensenhandel? U hoeft niets te bewijzen. Een vermoeden is genoeg om te bellen.",
                    "Do you think of human trafficking? You need not prove anything. A suspicion is enough to call."),
                class: "ok-lead"),
            .element(
                "section", ["class": "ok-desk__call"],
                .heading(2, say("Wie belt u?", "Whom do you call?")), contacts.note, contacts.first,
                contacts.others), steps, never, others, print)
        return call.page(
            title, [QuickExit.html(say), card, ways],
            trail: [Crumb(text: say("Baliekaart", "Counter card"), path: DeskPages.path)], isWide: true)
    }

    // MARK: What to do

    private var steps: HTML {
        let steps: [(String, String)] = [
            (
                say("Blijf rustig en praat apart.", "Stay calm and talk in private."),
                say("Zorg dat niemand meeluistert.", "Make sure nobody listens in.")
            ),
            (
                say("Vraag of het veilig is om te praten.", "Ask whether it is safe to talk."),
                say(
                    "Regel een tolk als dat nodig is. Neem daarvoor geen familie.",
                    "Arrange an interpreter where needed. Never use family for this.")
            ),
            (
                say("Geef dit nummer, of bel samen.", "Give this number, or call together."),
                say(
                    "Iemand kiest zelf. Bellen mag ook zonder naam.",
                    "The person decides. Calling without a name is fine.")
            ),
            (
                say("Beloof geen geheimhouding die u niet kunt geven.", "Promise no secrecy that you cannot give."),
                say("Zeg eerlijk met wie u moet overleggen.", "Say honestly with whom you have to talk.")
            ),
            (
                say("Is er gevaar? Bel 112.", "Is there danger? Call 112."),
                say("Ook als u twijfelt.", "Also when in doubt.")
            ),
        ]
        let items = steps.map { first, second in
            HTML.element("li", [:], .element("p", [:], .strong(first), .text(" \(second)")))
        }
        return .element(
            "section", ["class": "ok-desk__steps"], .heading(2, say("Wat doet u nu?", "What do you do now?")),
            .element("ol", ["class": "ok-steps"], items))
    }

    private var never: HTML {
        let texts = [
            say(
                "Praat niet over uw vermoeden waar anderen bij zijn.",
                "Do not talk about your suspicion where others can hear."),
            say("Spreek de mogelijke uitbuiter niet aan.", "Do not speak to the possible exploiter."),
            say(
                "Vraag niet door over wat er is gebeurd. Dat doet iemand die daarvoor heeft geleerd.",
                "Do not ask on about what happened. Somebody who is trained for that will."),
        ]
        return .element(
            "section", ["class": "ok-desk__never"], .heading(2, say("Doe niet", "Do not")),
            .list(texts.map(HTML.text), class: "ok-never"))
    }

    // MARK: Who else

    private var others: HTML {
        let rows: [(name: String, value: HTML)] = [
            (say("Direct gevaar", "Danger right now"), .phone("112")),
            (
                "Veilig Thuis",
                .joined([
                    .phone("0800-2000"), .text(say(", advies, dag en nacht", ", advice, day and night")),
                ])
            ),
            (
                "CoMensha",
                .joined([.phone("033-448 11 86"), .text(say(", heel Nederland", ", all of the Netherlands"))])
            ),
        ]
        return .element(
            "section", ["class": "ok-desk__others"], .heading(2, say("Ook hier kunt u bellen", "You can also call")),
            .facts(rows), signals)
    }

    /// The signs to look for are published by the national co-ordination; the address is that of the registry.
    private var signals: HTML {
        let backup = call.registry.coordination.backup.organization
        guard let website = call.registry.organization(backup)?.website else { return .empty }
        return .paragraph(
            .text(say("Waaraan herkent u mensenhandel? ", "What are the signs? ")),
            .link(say("Signalen staan bij CoMensha", "CoMensha lists them"), website), ".")
    }

    /// Scripts show the button; without them the browser's own menu prints as well.
    private var print: HTML {
        .element(
            "div", ["class": "ok-desk__print"],
            .element(
                "button",
                ["type": "button", "class": "nl-button nl-button--secondary", "data-print": "", "hidden": ""],
                .text(say("Print kaart", "Print card"))),
            .paragraph(
                say(
                    "Printen? Kies ‘Afdrukken’ in uw browser. De kaart past op één A4.",
                    "Printing? Choose ‘Print’ in your browser. The card fits one A4."), class: "ok-small"),
            .paragraph(
                .text(say("Opvangkaart, stand op ", "Opvangkaart, as of ")),
                .text(DutchTime.day(DutchTime.today(call.now), in: call.language)),
                .text(
                    say(
                        ". Kijk elk halfjaar of het nummer nog klopt.",
                        ". Check twice a year whether the number is still right.")),
                class: "ok-desk__date"))
    }

    private var ways: HTML {
        .list(
            [
                .link(
                    say("Zorgcoördinator voor \(municipality.name)", "Care co-ordinator for \(municipality.name)"),
                    call.href(CoordinatorPages.address(municipality))),
                .link(
                    say("Kaart van een andere gemeente", "Card of another municipality"), call.href(DeskPages.path)),
            ], class: "ok-desk__ways")
    }
}
