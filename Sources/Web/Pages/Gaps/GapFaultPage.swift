import Foundation
import HTTP

/// What is answered to a day that cannot be looked at: the choices again, with what to fill in instead. The same for
/// the matrix, a list and the table, for only the matrix has a field for the day.
struct GapFaultPage: Sendable {
    let call: PageCall
    let question: GapQuestion
    let fault: GapDay.Fault

    var response: Response {
        let words = GapWords(call: call)
        let faults = [FormFault(field: GapQuestion.Name.day, text: words.fault(fault))]
        let title = call.say("Gaten in de opvang", "Gaps in shelter")
        return call.page(
            title,
            [
                .errorSummary(faults, call.say), .heading(1, title),
                GapFilterForm(call, question, words, faults: faults).html,
            ], isFault: true, status: .badRequest, isWide: true)
    }
}
