import Coverage
import Domain
import Foundation
import Matching

/// One look at the gaps: the question, and what may be seen of the answer.
struct GapLook: Sendable {
    let call: PageCall
    let question: GapQuestion
    let supply: Supply
    let matrix: GapMatrix
    let words: GapWords
    /// Whether free places may be shown.
    let seesFree: Bool
    /// Why all places are shown to who asked for what is free; `nil` where they are not.
    let whyNotFree: WhyNotFree?
    /// Registry and counts of the day that is looked at; of today for a day to come.
    let ground: Snapshot
    /// The moment that is looked at: now, or the end of a day that is over.
    let moment: Date

    enum WhyNotFree: Sendable {
        case notSignedIn
        /// Nobody knows yet what is free on that day.
        case notYet
    }

    /// - Parameter past: what stood on the day that is asked for, where that is over.
    init(_ call: PageCall, _ question: GapQuestion, past: PastDay? = nil) {
        (self.call, self.question) = (call, question)
        words = GapWords(call: call, shown: question.day)
        (ground, moment) = (past?.snapshot ?? call.snapshot, past?.end ?? call.now)
        seesFree = call.audience.seesCounts && !question.day.isLater
        whyNotFree =
            question.measure != .free || seesFree ? nil : call.audience.seesCounts ? .notYet : .notSignedIn
        let found = ground.supply(question.filter, at: moment)
        if case .later(let day) = question.day { supply = found.left(on: day) } else { supply = found }
        matrix = GapMatrix(
            supply, measure: whyNotFree == nil ? question.measure : .total,
            live: seesFree ? ground.livePlaces(at: moment) : nil,
            on: question.day.date ?? DutchTime.today(call.now))
    }

    var measure: GapMeasure { matrix.measure }

    /// The day that measures count from.
    var today: CalendarDate { question.day.date ?? DutchTime.today(call.now) }

    /// A service as who looks may see it, with the count of the day that is looked at.
    func view(of service: Service) -> ServiceView {
        ground.view(of: service, for: Audience(of: call.principal, at: service), at: moment)
    }

    /// When it is of, and what to know of that, in sentences.
    var asOf: [String] {
        switch question.day {
        case .today: [words.asOf(words.exact(call.now))]
        case .later(let day): words.later(day)
        case .past(let day): words.past(day)
        }
    }
}
