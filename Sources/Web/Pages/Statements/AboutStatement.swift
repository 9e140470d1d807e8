import Domain
import Foundation
import Hypertext
import Registry

/// What Opvangkaart is, how it decides what comes first, and what it does not do.
struct AboutStatement: Sendable {
    let call: PageCall

    private var say: Words { call.say }

    var statement: Statement {
        Statement(
            title: say("Over Opvangkaart", "About Opvangkaart"),
            lead: say(
                "Opvangkaart laat zien wie slachtoffers van mensenhandel opvangt en helpt, en waar nu plek is.",
                "Opvangkaart shows who shelters and helps victims of human trafficking, and where there is room now."),
            parts: [who, order, limits, fresh, data])
    }

    private var who: Statement.Part {
        Statement.Part(
            say("Voor wie", "For whom"),
            .points([
                say(
                    "Iedereen: wie helpt in mijn provincie, en wie bel ik?",
                    "Everyone: who helps in my province, and whom do I call?"),
                say(
                    "Zorgcoördinatoren: welke plek past bij deze persoon, en waarom?",
                    "Care co-ordinators: which place fits this person, and why?"),
                say(
                    "Opvang: zo houdt u in een paar seconden uw vrije plekken bij.",
                    "Shelters: keep your free places up to date in seconds."),
                say(
                    "Beleid: waar zijn de gaten?",
                    "Policy: where are the gaps?"),
            ]))
    }

    private var order: Statement.Part {
        Statement.Part(
            say("Zo staan plekken op volgorde", "How places are ordered"),
            .paragraph(
                say(
                    "Eerst veiligheid, dan wat iemand zelf wil. Bij elke plek staat waarom die daar staat.",
                    "Safety first, then what the person wants. Each place says why it stands there.")),
            .points([
                say(
                    "Een plek valt alleen af met een reden. Die reden ziet u.",
                    "A place drops out only for a reason. You see that reason."),
                say(
                    "Verblijf, nationaliteit en betaling tellen niet mee in de volgorde. Ook aangifte en de vorm van uitbuiting niet.",
                    "Residence, nationality and funding do not count in the order. Nor do a report to the police or the form of exploitation."
                ),
                say(
                    "Wat onbekend is, sluit niets uit. Het wordt een punt om na te vragen.",
                    "What is not known excludes nothing. It becomes a point to ask."),
                say(
                    "De lijst is een advies. U beslist samen met de persoon.",
                    "The list is advice. You decide together with the person."),
            ]))
    }

    private var limits: Statement.Part {
        Statement.Part(
            say("Wat Opvangkaart niet doet", "What Opvangkaart does not do"),
            .points([
                say("Niets bewaren over mensen die een plek zoeken.", "Keep anything about people who need a place."),
                say("Adressen van geheime plekken kennen of tonen.", "Know or show addresses of secret places."),
                say("Beslissen over iemand.", "Decide about anybody."),
            ]))
    }

    private var fresh: Statement.Part {
        Statement.Part(
            say("Hoe actueel", "How recent"),
            .paragraph(
                say(
                    "Bij elk aantal staat wanneer de opvang het bevestigde. Een oud aantal heet ‘Eerst bellen’ en telt nergens mee.",
                    "Each count says when the shelter confirmed it. An old count is called ‘Call first’ and is added nowhere."
                )),
            .paragraph(
                say(
                    "Vrije aantallen zijn er alleen voor professionals die zijn ingelogd.",
                    "Free counts are for professionals who have signed in.")))
    }

    private var data: Statement.Part {
        let registry = call.registry
        let organizations = registry.organizations.count { $0.status != .ended }
        let services = registry.services.count { registry.isCurrent($0) }
        let examples = registry.organizations.count(where: \.isExample)
        let counts = say(
            "Nu staan hier \(organizations) organisaties met \(services) plekken en soorten hulp.",
            "There are \(organizations) organisations here, with \(services) places and kinds of help.")
        let invented: HTML =
            examples == 0
            ? .empty
            : .paragraph(
                say(
                    "Daarvan zijn \(examples) organisaties verzonnen, als voorbeeld. Achter hun naam staat ‘(voorbeeld)’.",
                    "Of these, \(examples) organisations are made up, as examples. Their names end in ‘(voorbeeld)’."))
        return Statement.Part(
            say("Waar de gegevens vandaan komen", "Where the data come from"), .paragraph(counts), invented,
            .paragraph(
                say(
                    "Bij elke organisatie staan de bron en de dag van de laatste controle. Onbekend blijft onbekend.",
                    "Each organisation has its source and the day of its last check. Unknown stays unknown.")),
            .paragraph(
                .link(say("Bekijk de open data", "See the open data"), call.href("/open-data")), ". ",
                .link(say("Lees wat de codes betekenen", "Read what the codes mean"), call.href(CodeListPages.path)),
                "."))
    }
}
