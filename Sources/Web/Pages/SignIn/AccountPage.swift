import Access
import Domain
import Foundation
import HTTP
import Hypertext

/// Who is signed in, until when that lasts, and where else the same key is in use.
struct AccountPage: Sendable {
    let call: PageCall
    let visit: Visit
    let organization: String?
    /// The last day of the key, in Europe/Amsterdam; `nil` where it does not end.
    let expiresOn: CalendarDate?
    /// How many sessions stand open with the key, this one too.
    let sessions: Int

    static let screen = "S19-account"

    /// From this many days before the last one on, the page says that a new key is needed.
    private static let soonDays = 14

    private var say: Words { call.say }

    func response() -> Response {
        let title = say("Uw account", "Your account")
        return call.page(
            title,
            [.heading(1, title), soon, facts, .heading(2, say("Uw sessies", "Your sessions")), open, end])
    }

    private var facts: HTML {
        let principal = visit.principal
        let lasts =
            expiresOn.map { day in
                say("tot en met \(DutchTime.day(day))", "up to and including \(DutchTime.day(day, in: .english))")
            } ?? say("zonder einddatum", "without an end")
        let started =
            visit.isVouched
            ? say("Aangemeld door uw organisatie", "Signed in by your organisation") : say("Ingelogd", "Signed in")
        let rows: [(name: String, value: HTML?)] = [
            (say("Naam", "Name"), principal.name.map { .text($0) }),
            (say("Rol", "Role"), .text(call.label(principal.role))),
            (say("Organisatie", "Organisation"), organization.map { .dutch($0, on: say) }),
            (say("Sleutelnummer", "Key number"), .text(principal.keyID)),
            (say("Sleutel geldt", "Key counts"), .text(lasts)),
            (started, .text(DutchTime.exact(visit.startedAt, in: call.language))),
        ]
        return .facts(rows.compactMap { row in row.value.map { (row.name, $0) } })
    }

    private var soon: HTML {
        guard let expiresOn else { return .empty }
        let days = expiresOn.daysSinceEpoch - DutchTime.today(call.now).daysSinceEpoch
        guard days <= Self.soonDays else { return .empty }
        let left =
            days <= 0
            ? say("vandaag voor het laatst", "today for the last time")
            : days == 1 ? say("nog 1 dag", "for 1 more day") : say("nog \(days) dagen", "for \(days) more days")
        return .alert(
            .warning,
            [
                .paragraph(
                    say(
                        "Uw sleutel geldt \(left). Vraag uw beheerder nu om een nieuwe.",
                        "Your key counts \(left). Ask your administrator for a new one now."))
            ])
    }

    private var open: HTML {
        let idle = Int(Sessions.idleLimit) / 60
        let latest = DutchTime.exact(visit.startedAt.addingTimeInterval(Sessions.absoluteLimit), in: call.language)
        let count =
            sessions == 1
            ? say("Er is 1 sessie open met deze sleutel: deze.", "1 session is open with this key: this one.")
            : say(
                "Er zijn \(sessions) sessies open met deze sleutel. Deze telt mee.",
                "\(sessions) sessions are open with this key, this one among them.")
        let end =
            visit.isVouched
            ? say("Uitloggen doet u bij uw organisatie.", "You sign out at your organisation.")
            : say(
                "Deze sessie stopt na \(idle) minuten zonder gebruik, en uiterlijk op \(latest).",
                "This session ends after \(idle) minutes without use, and on \(latest) at the latest.")
        return .joined([.paragraph(count), .paragraph(end)])
    }

    private var end: HTML {
        let everywhere = call.form("/uitloggen-overal", [.button(say("Log overal uit", "Sign out everywhere"))])
        let here =
            visit.isVouched ? HTML.empty : call.form("/uitloggen", [.button(say("Log uit", "Sign out"), .primary)])
        return .joined([
            .element("div", ["class": "ok-actions"], here, everywhere),
            .paragraph(
                say(
                    "‘Log overal uit’ stopt alle sessies met deze sleutel, ook op andere apparaten.",
                    "‘Sign out everywhere’ ends all sessions with this key, on other devices too.")),
            .paragraph(
                say(
                    "Kent u een sessie niet? Log overal uit en vraag uw beheerder om een nieuwe sleutel.",
                    "Is there a session you do not know? Sign out everywhere and ask your administrator for a new key.")
            ),
        ])
    }
}
