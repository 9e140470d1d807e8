import Domain
import Hypertext

/// What is processed, of whom, and how that ends: the same that the README says to a privacy officer.
struct PrivacyStatement: Sendable {
    let call: PageCall

    private var say: Words { call.say }

    var statement: Statement {
        Statement(
            title: say("Privacy", "Privacy"),
            lead: say(
                "Over mensen die een plek zoeken, bewaren we niets. Over professionals alleen wat nodig is.",
                "Of people who need a place we keep nothing. Of professionals we keep what is needed."),
            parts: [search, account, addresses, visitors, rights, responsible])
    }

    private var search: Statement.Part {
        Statement.Part(
            say("Wie een plek zoekt", "People who need a place"),
            .points([
                say(
                    "Een zoekvraag leeft zo lang als het antwoord duurt. Daarna is alles weg.",
                    "A search lives as long as its answer takes. After that everything is gone."),
                say(
                    "We vragen geen naam, geboortedatum, BSN of adres. Er is geen veld voor.",
                    "We ask no name, date of birth, citizen number or address. There is no field for them."),
                say(
                    "Niets ervan komt in een adres, een cookie, een logboek of op een schijf.",
                    "None of it gets into an address, a cookie, a log or onto a disk."),
                say(
                    "Het programma geeft advies. Mensen beslissen, samen met de persoon.",
                    "The program gives advice. People decide, together with the person."),
            ]))
    }

    private var account: Statement.Part {
        let head = [
            say("Wat", "What"), say("Waarvoor", "What for"), say("Hoe lang", "How long"),
            say("Wie ziet het", "Who sees it"),
        ]
        let rows: [[String]] = [
            [
                say(
                    "Toegangssleutel: nummer, naam of functie, rol, organisatie",
                    "Access key: number, name or function, role, organisation"),
                say("toegang geven", "to give access"),
                say("ook na het intrekken, voor het logboek", "also after it ends, for the log"),
                say("beheerders", "administrators"),
            ],
            [
                say(
                    "Logboek: welke sleutel wat deed of bekeek, en wanneer",
                    "Log: which key did or looked at what, and when"),
                say("verantwoording", "to account for access"),
                say(
                    "zolang de organisatie dat nodig vindt, vaak vijf jaar",
                    "as long as the organisation needs it, often five years"),
                say("beheerders", "administrators"),
            ],
            [
                say("Aantallen en vastgehouden plekken, met de sleutel", "Counts and holds, with the key"),
                say("weten waar plek is", "to know where there is room"), say("zoals het logboek", "like the log"),
                say("wie daar werkt en wie plaatst", "who works there and who places people"),
            ],
            [
                say("Sessie: een toevalsgetal in een cookie", "Session: a random number in a cookie"),
                say("ingelogd blijven", "to stay signed in"),
                say("hoogstens 12 uur, in het geheugen", "12 hours at most, in memory"), say("niemand", "nobody"),
            ],
        ]
        let table = HTML.table(
            caption: say("Wat we van professionals verwerken", "What we process of professionals"),
            head: head.map(HTML.text), rows: rows.map { $0.map(HTML.text) })
        return Statement.Part(say("Wie inlogt", "People who sign in"), table)
    }

    private var addresses: Statement.Part {
        Statement.Part(
            say("Adressen van opvang", "Addresses of shelters"),
            .paragraph(
                say(
                    "Van een geheime plek kent dit systeem geen adres. We tonen alleen de provincie.",
                    "This system knows no address of a secret place. We only show the province.")),
            .paragraph(
                say(
                    "Van een afgeschermde plek ziet alleen wie plaatst de gemeente.",
                    "Of a sheltered place, only those who place people see the municipality.")))
    }

    private var visitors: Statement.Part {
        Statement.Part(
            say("Wie alleen kijkt", "People who only look"),
            .points([
                say(
                    "Zonder inloggen zetten we geen cookie. Er zijn geen volgers en geen advertenties.",
                    "Without signing in we set no cookie. There are no trackers and no advertisements."),
                say(
                    "Uw IP-adres staat een paar minuten in het geheugen. Zo kan niemand te veel vragen.",
                    "Your IP address is in memory for a few minutes. So nobody can ask too much."),
                say(
                    "Ons logboek van bezoeken kent geen adressen en geen zoekwoorden.",
                    "Our log of visits has no addresses and no search words."),
                say(
                    "De site haalt niets op van andere sites.",
                    "The site fetches nothing from other sites."),
            ]))
    }

    private var rights: Statement.Part {
        Statement.Part(
            say("Uw rechten", "Your rights"),
            .paragraph(
                say(
                    "Werkt u met een sleutel? Vraag uw beheerder wat er over uw sleutel in het logboek staat. Wijzigen kan niet: zo blijft het logboek eerlijk.",
                    "Do you work with a key? Ask your administrator what the log has of it. It cannot be changed: so the log stays honest."
                )),
            .paragraph(
                say(
                    "Zocht iemand een plek voor u? Daarvan is hier niets te vinden, dus ook niets te wissen.",
                    "Did somebody search a place for you? There is nothing of it here, so nothing to erase.")),
            .paragraph(
                .text(say("Een klacht over privacy kan ook naar de ", "A complaint about privacy may also go to the ")),
                .link(
                    say("Autoriteit Persoonsgegevens", "Dutch Data Protection Authority"),
                    "https://www.autoriteitpersoonsgegevens.nl"),
                "."))
    }

    private var responsible: Statement.Part {
        Statement.Part(
            say("Wie is verantwoordelijk?", "Who is responsible?"),
            .paragraph(
                say(
                    "De organisatie die deze site aanbiedt, is verwerkingsverantwoordelijke (AVG). De makers van het programma krijgen geen gegevens.",
                    "The organisation that offers this site is the controller (GDPR). The makers of the program receive no data."
                )),
            .paragraph(
                .link(
                    say("Meld een lek of een zwakke plek", "Report a leak or a weak spot"),
                    call.href("/kwetsbaarheid-melden")), "."))
    }
}
