import Domain
import HTTP

/// What a page says when something went wrong, in words for somebody in a hurry (screens section 5).
struct ErrorTexts: Sendable {
    let title: String
    let text: String

    /// - Parameter problem: what the program itself says of it, in Dutch.
    init(_ problem: Problem, _ say: Words) {
        (title, text) =
            Self.special(problem, say) ?? (
                say("\(problem.title).", Self.title(problem.status)), say(problem.detail, Self.text(problem.status))
            )
    }

    /// Where the page knows better words than the API.
    private static func special(_ problem: Problem, _ say: Words) -> (String, String)? {
        switch problem.status {
        case .notFound:
            return (
                say("Deze pagina is er niet (meer).", "This page is not here (any more)."),
                say(
                    "Misschien is het adres niet goed overgenomen, of is de plek gestopt.",
                    "The address may be mistyped, or the place may have closed.")
            )
        case .internalServerError:
            return (
                say("Er ging iets mis bij ons.", "Something went wrong on our side."),
                say(
                    "Probeer het over een minuut opnieuw. Is er haast? Bel CoMensha 033-448 11 86.",
                    "Try again in a minute. In a hurry? Call CoMensha 033-448 11 86.")
            )
        case .tooManyRequests:
            return problem.limit == .wrongKeys ? nil : tooMany(problem, say)
        default: return nil
        }
    }

    private static func tooMany(_ problem: Problem, _ say: Words) -> (String, String) {
        let seconds = max(1, problem.fields[.retryAfter].flatMap { Int($0) } ?? 30)
        let wait = seconds == 1 ? say("1 seconde", "1 second") : say("\(seconds) seconden", "\(seconds) seconds")
        return (
            say("U vraagt erg snel achter elkaar.", "You are asking very fast."),
            say(
                "Wacht \(wait) en probeer het dan opnieuw. Is er haast? Bel CoMensha 033-448 11 86.",
                "Wait \(wait), then try again. In a hurry? Call CoMensha 033-448 11 86.")
        )
    }

    // MARK: English, by kind: the program's own words are Dutch

    private static func title(_ status: Status) -> String {
        switch status {
        case .badRequest: "Something is not filled in right."
        case .unauthorized: "Sign in first."
        case .forbidden: "You may not do this."
        case .conflict: "Somebody was just before you."
        case .preconditionFailed: "Somebody changed this before you."
        case .tooManyRequests: "Too many attempts."
        case .insufficientStorage, .serviceUnavailable: "Saving does not work right now."
        default: "This cannot be done here."
        }
    }

    private static func text(_ status: Status) -> String {
        switch status {
        case .badRequest: "Go back and look at what you filled in."
        case .unauthorized: "Sign in with your access key."
        case .forbidden: "This belongs to another role or another organisation."
        case .conflict, .preconditionFailed: "Go back, look at the present state and try again."
        case .tooManyRequests: "Wait a while and try again."
        case .insufficientStorage, .serviceUnavailable: "Your change is not saved. Try again later."
        default: "Go to the start and try again."
        }
    }
}
