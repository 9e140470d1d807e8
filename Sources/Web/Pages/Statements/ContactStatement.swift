import Domain
import Hypertext

/// Whom to call or write, by what it is about.
struct ContactStatement: Sendable {
    let call: PageCall

    private var say: Words { call.say }

    var statement: Statement {
        Statement(
            title: say("Contact", "Contact"),
            lead: say(
                "Gaat het om iemand die hulp nodig heeft? Bel. Gaat het om de site? Kies hieronder.",
                "Is it about somebody who needs help? Call. Is it about the site? Choose below."),
            parts: [now, data, access, site])
    }

    private var now: Statement.Part {
        Statement.Part(
            say("Iemand heeft hulp nodig", "Somebody needs help"),
            .facts([
                (say("Direct gevaar", "Danger right now"), .phone("112")),
                ("Veilig Thuis", .joined([.phone("0800-2000"), .text(say(", dag en nacht", ", day and night"))])),
                ("CoMensha", .phone("033-448 11 86")),
                (
                    say("Zorgcoördinator", "Care co-ordinator"),
                    .link(say("Zoek op gemeente", "Search by municipality"), call.href(CoordinatorPages.path))
                ),
            ]))
    }

    private var data: Statement.Part {
        Statement.Part(
            say("Een gegeven klopt niet", "Something is not right"),
            .paragraph(
                .text(
                    say(
                        "Bel de organisatie zelf. Het nummer staat op haar pagina: ",
                        "Call the organisation itself. Its number is on its page: ")),
                .link(say("alle organisaties", "all organisations"), call.href("/organisaties")), "."),
            .paragraph(
                say(
                    "Werkt u bij een opvang? Dan past u uw aantallen zelf aan, na het inloggen.",
                    "Do you work at a shelter? Then you change your counts yourself, once you have signed in.")))
    }

    private var access: Statement.Part {
        Statement.Part(
            say("Inloggen lukt niet", "Signing in fails"),
            .paragraph(
                say(
                    "Vraag de beheerder van uw organisatie om een nieuwe toegangssleutel.",
                    "Ask the administrator of your organisation for a new access key.")))
    }

    private var site: Statement.Part {
        let reporting = HTML.link(
            say("Meld een kwetsbaarheid", "Report a vulnerability"), call.href("/kwetsbaarheid-melden"))
        let address = SecurityContact(house: call.house)
        return Statement.Part(
            say("Een fout op de site", "Something wrong with the site"),
            .paragraph(
                say(
                    "Zeg welke pagina het is en wat u zag. Noem nooit namen van mensen die hulp zoeken.",
                    "Say which page it is and what you saw. Never name people who need help.")),
            address.html(say),
            .paragraph(
                .text(say("Is het een lek of een zwakke plek? ", "Is it a leak or a weak spot? ")), reporting, "."))
    }
}
