import Access
import Domain
import Foundation
import HTTP
import Ledger

/// What others ask of a shelter: the holds on its places, to say yes or no to (screen S12).
struct RequestPages: PageGroup {
    static let path = "/aanvragen"

    var routes: [PageRoute] {
        [
            PageRoute(
                .get, Self.path, screen: "S12", .permitted(.decideHolds), .now { RequestsPage(call: $0).response() }),
            PageRoute(
                .post, "\(Self.path)/{reference}", screen: "S12", .permitted(.decideHolds), .later(Self.decide)),
        ]
    }

    private static func decide(_ call: PageCall, _ answer: @escaping PageCall.Sink) throws {
        let hold = try call.hold()
        guard call.principal?.isShelter(of: hold, in: call.registry) == true else { throw Problem.unknownHold }
        let wish: Command.Wish
        switch try RequestForm.read(call.values) {
        case .yes: wish = .acceptHold(hold.reference)
        case .no(let reason?): wish = .declineHold(hold.reference, reason)
        case .no(nil):
            return answer { RequestsPage(call: call, fault: (hold.reference, .reason)).response() }
        }
        call.submit(
            wish, answer,
            whatever: { result in
                switch result {
                case .success: return call.seeOther("\(path)#\(hold.reference.rawValue)")
                case .failure(.holdIs(let state)):
                    return RequestsPage(call: call.renewed(), fault: (hold.reference, .isOver(state))).response()
                case .failure(let error): throw Problem(error)
                }
            })
    }
}

/// What a shelter answers: yes, or no with one reason, never a text.
enum RequestForm: Sendable {
    case yes
    case no(DeclineReason?)

    static let (answer, reason) = ("doe", "reason")
    static let (yesWord, noWord) = ("ja", "nee")

    /// What the clock says is nothing that a shelter answers.
    static let reasons = DeclineReason.allCases.filter { $0 != .holdExpired }

    /// - Throws: 400 for what no page of ours sends.
    static func read(_ values: FormValues) throws(Problem) -> RequestForm {
        switch values[Self.answer] {
        case Self.yesWord: return .yes
        case Self.noWord:
            guard let text = values[Self.reason] else { return .no(nil) }
            guard let reason = DeclineReason(rawValue: text), reasons.contains(reason) else {
                throw .unreadableForm
            }
            return .no(reason)
        default: throw .unreadableForm
        }
    }
}

/// Why an answer was not taken.
enum RequestFault: Sendable {
    /// A no without a reason.
    case reason
    /// It was answered or ended meanwhile.
    case isOver(HoldState)
}
