import Access
import Domain
import Foundation

/// Who is signed in, until when that lasts, and where else the same key is in use.
struct AccountPage: Sendable {
    let visit: Visit
    let organization: String?
    /// The last day of the key, in Europe/Amsterdam; `nil` where it does not end.
    let expiresOn: CalendarDate?
    /// How many sessions stand open with the key, this one too.
    let sessions: Int
    let roleLabel: String
    let now: Date
    let frame: Frame

    static let screen = "S19-account"

    /// From this many days before the last one on, the page says that a new key is needed.
    private static let soonDays = 14

    func html() -> HTML {
        frame.page([
            .element("h1", ["class": "nl-heading"], "Uw account"), soon, facts,
            .element("h2", ["class": "nl-heading"], "Uw sessies"), open, end,
        ])
    }

    private var facts: HTML {
        let principal = visit.principal
        let rows: [(String, String?)] = [
            ("Naam", principal.name), ("Rol", roleLabel), ("Organisatie", organization),
            ("Sleutelnummer", principal.keyID),
            ("Sleutel geldt", expiresOn.map { "tot en met \(DutchTime.day($0))" } ?? "zonder einddatum"),
            (visit.isVouched ? "Aangemeld door uw organisatie" : "Ingelogd", DutchTime.exact(visit.startedAt)),
        ]
        return .element(
            "dl", ["class": "ok-facts"],
            rows.flatMap { name, value in
                value.map { [HTML.element("dt", [:], .text(name)), .element("dd", [:], .text($0))] } ?? []
            })
    }

    private var soon: HTML {
        guard let expiresOn else { return .empty }
        let days = expiresOn.daysSinceEpoch - DutchTime.today(now).daysSinceEpoch
        guard days <= Self.soonDays else { return .empty }
        let left = days <= 0 ? "vandaag voor het laatst" : days == 1 ? "nog 1 dag" : "nog \(days) dagen"
        return .element(
            "p", ["class": "nl-alert nl-alert--warning"],
            .text("Uw sleutel geldt \(left). Vraag uw beheerder nu om een nieuwe."))
    }

    private var open: HTML {
        let idle = Int(Sessions.idleLimit) / 60
        let latest = DutchTime.exact(visit.startedAt.addingTimeInterval(Sessions.absoluteLimit))
        let count =
            sessions == 1
            ? "Er is 1 sessie open met deze sleutel: deze."
            : "Er zijn \(sessions) sessies open met deze sleutel. Deze telt mee."
        let lines =
            visit.isVouched
            ? [count, "Uitloggen doet u bij uw organisatie."]
            : [count, "Deze sessie stopt na \(idle) minuten zonder gebruik, en uiterlijk op \(latest)."]
        return .joined(lines.map { .element("p", [:], .text($0)) })
    }

    private var end: HTML {
        let guest = frame.guest
        let everywhere: HTML = .element(
            "form", ["method": "post", "action": "/uitloggen-overal"], guest.formField,
            .element("button", ["class": "nl-button"], "Log overal uit"))
        let here: HTML =
            visit.isVouched
            ? .empty
            : .element(
                "form", ["method": "post", "action": "/uitloggen"], guest.formField,
                .element("button", ["class": "nl-button nl-button--primary"], "Log uit"))
        return .joined([
            .element("div", ["class": "ok-actions"], here, everywhere),
            .element(
                "p", [:],
                "‘Log overal uit’ stopt alle sessies met deze sleutel, ook op andere apparaten. Kent u een sessie niet? ",
                "Log overal uit en vraag uw beheerder om een nieuwe sleutel."),
        ])
    }
}
