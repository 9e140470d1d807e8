import Coverage
import Domain
import Foundation

/// What the pages about gaps say of the day that is looked at.
extension GapWords {
    private var say: Words { call.say }

    /// The same title for another day: each page has one of its own.
    func titled(_ title: String) -> String {
        guard let date = shown.date else { return title }
        return say("\(title) op \(day(date))", "\(title) on \(day(date))")
    }

    func asOf(_ time: String) -> String { say("Stand op \(time).", "As of \(time).") }

    /// What is known of a day to come, and what is not.
    func later(_ date: CalendarDate) -> [String] {
        [
            say("U kijkt vooruit naar \(day(date)).", "You are looking ahead to \(day(date))."),
            say(
                "Plekken waarvan het geld vóór die dag stopt, tellen niet mee.",
                "Places whose funding ends before that day do not count."),
            say(
                "Verder gaan we uit van wat we vandaag weten.",
                "For the rest we go by what we know today."),
            say(
                "Vrije plekken ziet u hier niet: niemand weet nu wat er dan vrij is.",
                "You see no free places here: nobody knows now what will be free then."),
        ]
    }

    /// What the page of a day that is over is made from.
    func past(_ date: CalendarDate) -> [String] {
        [
            say("Stand aan het einde van \(day(date)).", "As it stood at the end of \(day(date))."),
            say(
                "De aantallen zijn die van toen. Ze komen uit het journaal van Opvangkaart.",
                "The counts are those of then. They come from the journal of Opvangkaart."),
            say(
                "De lijst van plekken is die van vandaag, met de regels die toen waren opgeslagen.",
                "The list of places is the one of today, with the rules that had been saved by then."),
        ]
    }

    /// What to fill in instead.
    func fault(_ fault: GapDay.Fault) -> String {
        let today = DutchTime.today(call.now)
        switch fault {
        case .unreadable:
            let example = day(today.adding(days: 365))
            return say(
                "Kies een dag die er is, bijvoorbeeld \(example).", "Choose a day that exists, such as \(example).")
        case .tooFar:
            let last = day(today.adding(days: GapDay.mostDays))
            return say("Kies een dag tot en met \(last).", "Choose a day up to and including \(last).")
        case .beforeRecords(let begin?):
            return say(
                "We weten pas sinds \(day(begin)) hoe het was. Kies die dag of een latere.",
                "We only know how it was since \(day(begin)). Choose that day or a later one.")
        case .beforeRecords(nil):
            return say(
                "Van vroeger is nog niets bewaard. Kies vandaag of een latere dag.",
                "Nothing has been kept of the past yet. Choose today or a later day.")
        }
    }
}
