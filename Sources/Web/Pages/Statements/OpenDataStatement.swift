import Domain
import Hypertext

/// What anybody may take and use, in which forms, and how long an address keeps its meaning (API Design Rules, on
/// versions and their end).
struct OpenDataStatement: Sendable {
    let call: PageCall

    private var say: Words { call.say }

    var statement: Statement {
        Statement(
            title: say("Open data", "Open data"),
            lead: say(
                "De sociale kaart en de codelijsten zijn open. U haalt ze op zonder sleutel.",
                "The social map and the code lists are open. You fetch them without a key."),
            parts: [lists, forms, closed, versions])
    }

    private var lists: Statement.Part {
        let rows: [(String, String)] = [
            ("/v1/provinces", say("Provincies, met wie daar helpt", "Provinces, with who helps there")),
            ("/v1/organizations", say("Alle organisaties", "All organisations")),
            (
                "/v1/services",
                say("Plekken en soorten hulp, zonder aantallen", "Places and kinds of help, without counts")
            ),
            ("/v1/municipalities", say("Gemeenten, met zorgcoördinator", "Municipalities, with care co-ordinator")),
            ("/v1/code-lists", say("Alle codelijsten", "All code lists")),
            (
                "/v1/openapi.json",
                say("Beschrijving van de hele API (OpenAPI)", "Description of the whole API (OpenAPI)")
            ),
        ]
        let items = rows.map { path, text in
            HTML.joined([.link(text, path), " ", .element("code", [:], .text(path))])
        }
        return Statement.Part(say("Wat er is", "What there is"), .list(items, class: "ok-points"))
    }

    private var forms: Statement.Part {
        Statement.Part(
            say("In welke vorm", "In which form"),
            .paragraph(
                say(
                    "U krijgt JSON. Lijsten zijn er ook als tabel (CSV): vraag dan om text/csv.",
                    "You get JSON. Lists also come as a table (CSV): then ask for text/csv.")),
            .element(
                "pre",
                [
                    "class": "ok-code-sample", "role": "region", "aria-label": say("Voorbeeld", "Example"),
                    "tabindex": "0",
                ],
                .element("code", [:], .text("curl -H 'Accept: text/csv' \(origin)/v1/organizations"))),
            .paragraph(
                say(
                    "In elk antwoord staat van welk moment de gegevens zijn.",
                    "Each answer says of which moment the data are.")))
    }

    /// Our own address, where the program knows it.
    private var origin: String { call.house.site?.origin ?? "https://…" }

    private var closed: Statement.Part {
        Statement.Part(
            say("Wat niet open is", "What is not open"),
            .points([
                say(
                    "Vrije aantallen: alleen voor professionals met een sleutel.",
                    "Free counts: only for professionals with a key."),
                say(
                    "De gemeente van een afgeschermde plek: alleen voor wie plaatst.",
                    "The municipality of a sheltered place: only for those who place people."),
                say(
                    "Adressen van geheime plekken: die kent het systeem niet.",
                    "Addresses of secret places: the system does not know them."),
            ]))
    }

    private var versions: Statement.Part {
        Statement.Part(
            say("Versies en uitfasering", "Versions and how they end"),
            .facts([
                (say("Versie nu", "Version now"), .text(Version.api)),
                (say("Oude versies", "Old versions"), .text(say("Er is er nog geen.", "There is none yet."))),
            ]),
            .paragraph(
                say(
                    "Komt er een v2? Dan blijft v1 nog minstens 12 maanden werken. Er zijn nooit meer dan twee versies tegelijk.",
                    "Will there be a v2? Then v1 keeps working for 12 months at least. There are never more than two at once."
                )),
            .paragraph(
                say(
                    "Wat verdwijnt, staat eerst als ‘deprecated’ in de beschrijving van de API. Een code verdwijnt nooit.",
                    "What goes is first called ‘deprecated’ in the description of the API. A code never goes.")))
    }
}
