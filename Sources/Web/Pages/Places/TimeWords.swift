import Domain
import Foundation

/// Days and moments in the language of a page, as people in the Netherlands live by them (screens, section 5).
struct TimeWords: Sendable {
    let say: Words
    let now: Date

    init(_ call: PageCall) { (say, now) = (call.say, call.now) }

    init(say: Words, now: Date) { (self.say, self.now) = (say, now) }

    /// `15.10 uur`, `15:10`.
    func clock(_ moment: Date) -> String { DutchTime.clock(moment, in: say.language) }

    /// A moment to come: `15.10 uur`, `morgen 08.00 uur`, `maandag 11 mei, 15.10 uur`.
    func by(_ moment: Date) -> String {
        switch days(to: moment) {
        case 0: clock(moment)
        case 1: say("morgen \(clock(moment))", "\(clock(moment)) tomorrow")
        default: say("\(weekday(moment)), \(clock(moment))", "\(clock(moment)) on \(weekday(moment))")
        }
    }

    /// A moment that was: `vandaag 08.12 uur`, `gisteren 20.00 uur`, `maandag 11 mei, 20.00 uur`.
    func at(_ moment: Date) -> String {
        switch days(to: moment) {
        case 0: say("vandaag \(clock(moment))", "today \(clock(moment))")
        case -1: say("gisteren \(clock(moment))", "yesterday \(clock(moment))")
        default: say("\(weekday(moment)), \(clock(moment))", "\(weekday(moment)), \(clock(moment))")
        }
    }

    /// The same, with how new it is: `zojuist bevestigd (14.05 uur)`, `bevestigd: gisteren 20.00 uur`.
    func confirmed(_ moment: Date) -> String {
        let age = now.timeIntervalSince(moment)
        guard !(0..<3_600).contains(age) else {
            return say("zojuist bevestigd (\(clock(moment)))", "confirmed just now (\(clock(moment)))")
        }
        return say("bevestigd: \(at(moment))", "confirmed: \(at(moment))")
    }

    /// `12 mei 2026`, `12 May 2026`.
    func day(_ date: CalendarDate) -> String { DutchTime.day(date, in: say.language) }

    /// `12 mei 2026, 14.05 uur`.
    func exact(_ moment: Date) -> String { DutchTime.exact(moment, in: say.language) }

    /// How long until `moment`, never more than it is: `Nog 58 minuten`.
    func left(until moment: Date) -> String {
        let minutes = Self.minutes(from: now, until: moment)
        return switch minutes {
        case ..<1: say("Nog minder dan 1 minuut", "Less than 1 minute left")
        case 1: say("Nog 1 minuut", "1 minute left")
        default: say("Nog \(minutes) minuten", "\(minutes) minutes left")
        }
    }

    /// Whole minutes, rounded down; 0 when it is over.
    static func minutes(from now: Date, until moment: Date) -> Int {
        let seconds = moment.timeIntervalSince(now)
        return seconds <= 0 ? 0 : Int(min(seconds / 60, 1_000_000))
    }

    private func days(to moment: Date) -> Int { DutchTime.today(now).days(until: DutchTime.today(moment)) }

    private func weekday(_ moment: Date) -> String { DutchTime.weekday(moment, in: say.language) }
}
