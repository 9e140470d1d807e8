import Domain
import Foundation
import Registry

/// Until when and why a place takes nobody for now, the same for the shelter and for whoever looks for a place (screen
/// S11). A pause does not end by itself: once its last day has passed, that is told, and people decide.
struct PauseWords: Sendable {
    let until: CalendarDate?
    /// The label of the reason, as it stands within a sentence.
    let reason: String?
    let say: Words
    let today: CalendarDate

    /// `nil` where nothing is paused.
    init?(_ capacity: Capacity?, codes: CodeLists, say: Words, now: Date) {
        guard let capacity, capacity.isPaused else { return nil }
        (until, self.say, today) = (capacity.pausedUntil, say, DutchTime.today(now))
        reason = capacity.pauseReason.map { code in
            let label = codes.label(code, in: say.language)
            return label.prefix(1).lowercased() + label.dropFirst()
        }
    }

    init?(_ capacity: Capacity?, _ call: PageCall) {
        self.init(capacity, codes: call.registry.codeLists, say: call.say, now: call.now)
    }

    /// The last day, once it has passed.
    var ended: CalendarDate? { until.flatMap { $0 < today ? $0 : nil } }

    /// `Tijdelijk geen opname tot en met dinsdag 1 december 2026: te weinig personeel`, without a full stop; less where
    /// less is known, and no day that has passed.
    var headline: String {
        let running = until.flatMap { $0 < today ? nil : DutchTime.fullDay($0, in: say.language) }
        let name = say("Tijdelijk geen opname", "No admissions for now")
        let days = running.map { say("\(name) tot en met \($0)", "\(name), up to and including \($0)") } ?? name
        return reason.map { "\(days): \($0)" } ?? days
    }

    /// The same, where anything of it is known.
    var known: String? { until == nil && reason == nil ? nil : headline }

    /// What to do now that the last day has passed, for whoever looks for a place.
    var over: String? {
        ended.map { day in
            let last = DutchTime.fullDay(day, in: say.language)
            return say(
                "De pauze liep tot en met \(last). Bel of er weer plek is.",
                "The pause ran up to and including \(last). Call to ask if there is a place again.")
        }
    }

    /// The same for the shelter itself, which can end it.
    var question: String? {
        ended.map { day in
            let ask = say("Neemt u weer op?", "Do you take people in again?")
            guard day.days(until: today) > 1 else {
                return say("De pauze liep tot gisteren. \(ask)", "The pause ran until yesterday. \(ask)")
            }
            let last = DutchTime.fullDay(day, in: say.language)
            return say(
                "De pauze liep tot en met \(last). \(ask)", "The pause ran up to and including \(last). \(ask)")
        }
    }
}
