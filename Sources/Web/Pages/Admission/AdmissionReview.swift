import Domain
import Foundation
import Hypertext
import Ledger
import Registry

/// When the rules of a service were last looked at, and one button that says that they are still right.
struct AdmissionReview: Sendable {
    let call: PageCall
    let service: Service
    /// What the service is called where several stand on one page, to which the button leads back.
    var name: String?

    /// After so many days somebody should look again.
    static let daysToStayGood = 90

    /// The day of the last look; the files say when the organisation was checked as a whole.
    var reviewedOn: CalendarDate? {
        call.snapshot.state.rules(of: service.id)?.reviewedOn
            ?? call.registry.organization(of: service)?.checkedOn
    }

    /// Whether it is time to look again.
    var isDue: Bool {
        guard let day = reviewedOn else { return true }
        return day.days(until: DutchTime.today(call.now)) > Self.daysToStayGood
    }

    func html() -> HTML {
        let say = call.say
        let label = name.map { say("Klopt nog: \($0)", "Still right: \($0)") }
        let button: HTML = .button(
            say("Klopt nog", "Still right"), .secondary, name: "doe", value: "nagekeken", label: label)
        let token = RulesToken(of: service, in: call.snapshot.state)
        return .element(
            "div", ["class": "ok-review"], .paragraph(text),
            call.form(
                AdmissionPages.path(of: service),
                token.stateFields + (name == nil ? [] : [.hidden("terug", "lijst")]) + [button]))
    }

    private var text: String {
        let say = call.say
        guard let day = reviewedOn else {
            return say("Nog niet nagekeken. Kloppen deze regels?", "Not checked yet. Are these rules right?")
        }
        let date = DutchTime.day(day, in: say.language)
        return isDue
            ? say("Laatst nagekeken op \(date). Klopt dit nog?", "Last checked on \(date). Is this still right?")
            : say("Laatst nagekeken op \(date).", "Last checked on \(date).")
    }
}
