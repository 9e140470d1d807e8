import Domain
import Hypertext

/// The accessibility statement, under the headings of the national model (Besluit digitale toegankelijkheid overheid;
/// Decision (EU) 2018/1523). It claims nothing that was not looked into.
struct AccessibilityStatement: Sendable {
    let call: PageCall

    private var say: Words { call.say }

    /// When this was last held against the site.
    private static let reviewedOn = "2026-11-21"

    var statement: Statement {
        Statement(
            title: say("Toegankelijkheidsverklaring", "Accessibility statement"),
            lead: say(
                "Iedereen moet Opvangkaart kunnen gebruiken: met een schermlezer, zonder muis, met één hand.",
                "Everyone must be able to use Opvangkaart: with a screen reader, without a mouse, with one hand."),
            parts: [status, explanation, limits, preparation, feedback, enforcement])
    }

    private var status: Statement.Part {
        Statement.Part(
            say("Nalevingsstatus", "Compliance status"),
            .paragraph(
                .strong(say("Nog niet vastgesteld.", "Not established yet.")),
                .text(
                    say(
                        " Een onafhankelijk onderzoek is nog niet gedaan. Daarom zeggen we niet dat de site voldoet.",
                        " No independent audit was done yet. So we do not say that the site complies."))),
            .paragraph(
                say(
                    "De norm is EN 301 549. Daarin staat WCAG 2.1, niveau A en AA. Wij werken al volgens WCAG 2.2.",
                    "The norm is EN 301 549. It contains WCAG 2.1, levels A and AA. We already work by WCAG 2.2.")))
    }

    private var explanation: Statement.Part {
        Statement.Part(
            say("Toelichting op de status", "Explanation of the status"),
            .paragraph(say("Dit hebben we gedaan:", "This is what we did:")),
            .points([
                say(
                    "Alles werkt met alleen het toetsenbord, en ook zonder scripts.",
                    "Everything works with the keyboard alone, and also without scripts."),
                say(
                    "Een status staat er altijd in woorden, nooit alleen in kleur.",
                    "A state is always said in words, never by colour alone."),
                say(
                    "Bij elke wijziging kijken proeven alle soorten pagina’s na. Zij letten op koppen, velden, titels en talen.",
                    "With each change, tests check all kinds of pages. They look at headings, fields, titles and languages."
                ),
                say(
                    "Proeven rekenen het contrast van de kleuren uit, licht en donker.",
                    "Tests compute the contrast of the colours, light and dark."),
                say(
                    "De teksten zijn kort. Proeven tellen de woorden van elke zin.",
                    "The texts are short. Tests count the words of each sentence."),
            ]))
    }

    private var limits: Statement.Part {
        Statement.Part(
            say("Inhoud die nog niet toegankelijk is", "Content that is not accessible yet"),
            .points([
                say(
                    "Namen en uitleg van organisaties zijn er alleen in het Nederlands.",
                    "Names and descriptions of organisations are in Dutch only."),
                say(
                    "Het overzicht van gaten is een brede tabel. Op een klein scherm schuift die opzij.",
                    "The overview of gaps is a wide table. On a small screen it scrolls sideways."),
                say(
                    "We hebben de site nog niet getest met mensen met een beperking.",
                    "We have not tested the site with people with disabilities yet."),
            ]))
    }

    private var preparation: Statement.Part {
        let day = CalendarDate(text: Self.reviewedOn).map { DutchTime.day($0, in: call.language) } ?? Self.reviewedOn
        return Statement.Part(
            say("Opstelling van deze verklaring", "Preparation of this statement"),
            .paragraph(
                say(
                    "Deze verklaring is van \(day). Ze rust op onze eigen controle.",
                    "This statement is of \(day). It rests on our own checks.")),
            .paragraph(
                say(
                    "Wie deze site aanbiedt, laat een onderzoek doen en keurt de verklaring daarna goed.",
                    "Whoever offers this site has an audit done, and approves the statement after that.")))
    }

    private var feedback: Statement.Part {
        Statement.Part(
            say("Feedback en contact", "Feedback and contact"),
            .paragraph(
                .text(say("Lukt iets niet? Meld het ons via ", "Does something not work? Tell us: ")),
                .link(say("Contact opnemen", "Get in touch"), call.href("/contact")),
                .text(
                    say(
                        ". Zeg welke pagina het is en wat u wilde doen.",
                        ". Say which page it is and what you wanted to do."))),
            .paragraph(
                say(
                    "Is er haast? Bel dan. De nummers staan onderaan elke pagina.",
                    "In a hurry? Then call. The numbers are at the foot of each page.")))
    }

    private var enforcement: Statement.Part {
        Statement.Part(
            say("Handhaving", "Enforcement"),
            .paragraph(
                say(
                    "Bent u niet tevreden met het antwoord? Dien dan een klacht in bij wie deze site aanbiedt.",
                    "Not satisfied with the answer? Then complain to the organisation that offers this site.")),
            .paragraph(
                .text(say("Helpt dat niet? Ga dan naar de ", "Does that not help? Then go to the ")),
                .link(say("Nationale ombudsman", "National Ombudsman"), "https://www.nationaleombudsman.nl"), "."))
    }
}
