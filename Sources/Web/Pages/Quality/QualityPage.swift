import Coverage
import Domain
import Foundation
import HTTP
import Hypertext
import Registry

/// What has to be looked after, worst first (screen S18). Each part says what is counted and where it is put right.
struct QualityPage: Sendable {
    private let call: PageCall
    private let quality: DataQuality
    /// Only the data of the organisation of who looks.
    private let isOwn: Bool
    private var say: Words { call.say }
    private var words: QualityWords { QualityWords(call: call) }

    /// Rows of a list that is long by nature; the rest stands behind a link.
    static let shortList = 25
    /// Names of fields in the address.
    private enum Name { static let (field, all) = ("veld", "alles") }

    init(_ call: PageCall, _ quality: DataQuality, isOwn: Bool) {
        (self.call, self.quality, self.isOwn) = (call, quality, isOwn)
    }

    var response: Response {
        let title =
            isOwn ? say("Uw gegevens nakijken", "Check your data") : say("Kwaliteit van de gegevens", "Data quality")
        let time = words.exact(call.now)
        return call.page(
            title,
            [
                .heading(1, title), .paragraph(intro + " " + say("Stand op \(time).", "As of \(time).")), summary,
                counts, missing, ending, checks, ended,
            ], isWide: true)
    }

    private var intro: String {
        isOwn
            ? say(
                "Hier ziet u welke gegevens van uw organisatie oud zijn of ontbreken.",
                "Here you see which data of your organisation are old or missing.")
            : say(
                "Hier ziet u welke gegevens oud zijn, ontbreken of nog niet zijn bevestigd.",
                "Here you see which data are old, missing or not confirmed yet.")
    }

    // MARK: In short

    private var summary: HTML {
        let reliable = quality.counted(.fresh) + quality.counted(.ageing)
        let items: [(String, String, String)] = [
            (
                "aantallen", say("betrouwbare aantallen", "reliable counts"),
                say("\(reliable) van \(quality.counted)", "\(reliable) of \(quality.counted)")
            ),
            ("velden", say("velden ontbreken ergens", "fields are missing somewhere"), String(quality.gaps.count)),
            (
                "geld", say("diensten waarvan het geld stopt", "services whose funding ends"),
                String(quality.ending.count)
            ),
            (
                "controle", say("organisaties niet bevestigd", "organisations not confirmed"),
                String(quality.unverified.count)
            ),
            ("gestopt", say("gestopt", "ended"), String(quality.ended.count)),
        ]
        return .element(
            "ul", ["class": "ok-quality-summary"],
            items.map { id, label, number in
                .element(
                    "li", [:],
                    .element(
                        "a", ["href": "#\(id)"], .element("span", ["class": "ok-quality-number"], .text(number)), " ",
                        .element("span", [:], .text(label))))
            })
    }

    private func section(_ id: String, _ heading: String, _ content: [HTML]) -> HTML {
        .element(
            "section", ["id": id, "aria-labelledby": "\(id)-kop"], [.heading(2, heading, id: "\(id)-kop")] + content)
    }

    // MARK: Counts

    private var counts: HTML {
        let worst = quality.counts.filter { $0.unreliable > 0 }
        let heading = say("Verouderde en onbekende aantallen", "Old and unknown counts")
        let explained = HTML.paragraph(
            say(
                "Een verouderd aantal telt nergens mee. Coördinatoren zien dan ‘eerst bellen’.",
                "An old count counts nowhere. Co-ordinators then see ‘call first’."))
        let good = quality.counts.count - worst.count
        let rest = HTML.paragraph(
            good == 1
                ? say("1 organisatie heeft alleen betrouwbare aantallen.", "1 organisation has only reliable counts.")
                : say(
                    "\(good) organisaties hebben alleen betrouwbare aantallen.",
                    "\(good) organisations have only reliable counts."))
        guard !worst.isEmpty else {
            return section(
                "aantallen", heading,
                [explained, .paragraph(say("Alle aantallen zijn betrouwbaar.", "All counts are reliable."))])
        }
        if isOwn { return section("aantallen", heading, [explained, ownCounts(worst), toPlaces]) }
        let (shown, more) = short(worst, "aantallen")
        let table = HTML.table(
            caption: say("Organisaties, de oudste aantallen bovenaan", "Organisations, the oldest counts on top"),
            head: [
                say("Organisatie", "Organisation"), say("Plekken", "Places"), say("Verouderd", "Too old"),
                say("Onbekend", "Unknown"), say("Oudste aantal", "Oldest count"),
            ].map { .text($0) },
            rows: shown.map { count in
                [
                    organization(count.organization), .text(String(count.places.count)),
                    .text(String(count.count(.stale))), .text(String(count.count(.unknown))),
                    .text(count.oldest.map { words.moment($0) } ?? say("geen", "none")),
                ]
            })
        return section("aantallen", heading, [explained, table, more, rest])
    }

    private func ownCounts(_ counts: [CountQuality]) -> HTML {
        let places = counts.flatMap(\.places).filter { !$0.freshness.isReliable }
        return .list(
            places.map { place in
                let told = place.confirmedAt.map {
                    say("bevestigd: \(words.moment($0))", "confirmed: \(words.moment($0))")
                }
                return .joined([service(place.service), .text(": " + (told ?? say("nog geen aantal", "no count yet")))])
            })
    }

    private var toPlaces: HTML {
        .element(
            "p", [:],
            .link(
                say("Bevestig uw aantallen bij Mijn plekken", "Confirm your counts at My places"),
                call.href("/mijn-plekken")))
    }

    // MARK: Fields

    private var missing: HTML {
        let heading = say("Ontbrekende gegevens", "Missing data")
        guard !quality.gaps.isEmpty else {
            return section("velden", heading, [.paragraph(say("Er ontbreekt niets.", "Nothing is missing."))])
        }
        let table = HTML.table(
            caption: say("Gegevens die ontbreken, de meeste bovenaan", "Data that are missing, most on top"),
            head: [
                say("Wat ontbreekt", "What is missing"), say("Bij hoeveel diensten", "In how many services"),
                say("Deel", "Share"),
            ].map { .text($0) },
            rows: quality.gaps.map { gap in
                [
                    .link(
                        words.field(gap.field),
                        call.href(QualityPages.path) + "?\(Name.field)=\(gap.field.rawValue)#veld"),
                    .text(say("\(gap.missing.count) van \(gap.concerned)", "\(gap.missing.count) of \(gap.concerned)")),
                    .text(QualityWords.share(gap.missing.count, of: gap.concerned)),
                ]
            })
        let explained = say(
            "Wat ontbreekt, moet een coördinator navragen. Het sluit niemand uit.",
            "What is missing, a co-ordinator has to ask. It excludes nobody.")
        return section("velden", heading, [.paragraph(explained), table, chosenField])
    }

    /// The services behind one line of the table.
    private var chosenField: HTML {
        guard let field = call.values[Name.field].flatMap(MissingField.init),
            let gap = quality.gaps.first(where: { $0.field == field })
        else { return .empty }
        return .element(
            "section", ["id": "veld", "aria-labelledby": "veld-kop"],
            .heading(3, say("Niet opgegeven: ", "Not stated: ") + words.field(field), id: "veld-kop"),
            .list(gap.missing.map(service)))
    }

    // MARK: Money

    private var ending: HTML {
        let heading = say("Geld stopt binnen 12 maanden", "Funding ends within 12 months")
        guard !quality.ending.isEmpty else {
            let none = say("Er is geen einddatum binnen 12 maanden.", "There is no end date within 12 months.")
            return section("geld", heading, [.paragraph(none)])
        }
        let today = DutchTime.today(call.now)
        let (shown, more) = short(quality.ending, "geld")
        let table = HTML.table(
            caption: say("Diensten, eerst wat het eerst stopt", "Services, what ends first on top"),
            head: [
                say("Dienst", "Service"), say("Provincie", "Province"), say("Geld stopt op", "Funding ends on"),
                say("Soort geld", "Kind of funding"),
            ].map { .text($0) },
            rows: shown.map { item in
                let day = item.fundingEndsOn.map { date in
                    words.day(date) + (date < today ? say(" (voorbij)", " (past)") : "")
                }
                return [
                    service(item), .text(call.registry.geography.province(item.site.province)?.name ?? ""),
                    .text(day ?? ""), .text(item.fundingTerm.map(call.label) ?? say("niet opgegeven", "not stated")),
                ]
            })
        return section("geld", heading, [table, more])
    }

    // MARK: Checks

    private var checks: HTML {
        let heading = say("Nog niet bevestigd", "Not confirmed yet")
        guard !quality.unverified.isEmpty else {
            return section(
                "controle", heading,
                [.paragraph(say("Alle organisaties zijn bevestigd.", "All organisations are confirmed."))])
        }
        let (shown, more) = short(quality.unverified, "controle")
        let table = HTML.table(
            caption: say(
                "Organisaties, wat het langst geleden is nagekeken bovenaan",
                "Organisations, checked longest ago on top"),
            head: [say("Organisatie", "Organisation"), say("Laatst nagekeken", "Last checked"), say("Bron", "Source")]
                .map { .text($0) },
            rows: shown.map { item in
                [
                    organization(item), .text(item.checkedOn.map { words.day($0) } ?? say("nog nooit", "never")),
                    .text(item.confidence.map(call.label) ?? say("niet opgegeven", "not stated")),
                ]
            })
        let explained = say(
            "Wat het langst geleden is nagekeken, staat bovenaan.", "What was checked longest ago comes first.")
        return section("controle", heading, [.paragraph(explained), table, more])
    }

    private var ended: HTML {
        let heading = say("Gestopt", "Ended")
        guard !quality.ended.isEmpty else {
            return section("gestopt", heading, [.paragraph(say("Er is niets gestopt.", "Nothing has ended."))])
        }
        let items = quality.ended.map { item -> HTML in
            guard let service = item.service else { return organization(item.organization) }
            return .joined([.dutch(item.organization.name, on: say), ": ", self.service(service)])
        }
        let explained = say(
            "Deze staan niet meer in de zoekresultaten. Ze tellen nergens mee.",
            "These are no longer in search results. They count nowhere.")
        return section("gestopt", heading, [.paragraph(explained), .list(items)])
    }

    // MARK: Parts

    private func organization(_ item: Organization) -> HTML {
        .link(item.name, call.href("/organisaties/\(item.id.rawValue)"), lang: say.ofNames)
    }

    private func service(_ item: Service) -> HTML {
        .link(
            "\(item.organizationName) – \(item.name)", call.href("/diensten/\(item.id.rawValue)"), lang: say.ofNames)
    }

    /// The first of many, and where the others are.
    private func short<Item>(_ items: [Item], _ id: String) -> ([Item], HTML) {
        guard items.count > Self.shortList, !call.values.has(Name.all, id) else { return (items, .empty) }
        let link = HTML.link(
            say("Toon alle \(items.count)", "Show all \(items.count)") + words.of(id),
            call.href(QualityPages.path) + "?\(Name.all)=\(id)#\(id)")
        return (Array(items.prefix(Self.shortList)), .element("p", [:], link))
    }
}
