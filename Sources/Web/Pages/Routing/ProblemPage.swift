import HTTP
import Hypertext

/// What went wrong, for somebody who looks at pages.
struct ProblemPage: Sendable {
    let call: PageCall
    let problem: Problem

    func response() -> Response {
        let texts = ErrorTexts(problem, call.say)
        return call.message(problem.status, texts.title, texts.text, more)
    }

    /// The way on, where the page itself is none.
    private var more: [HTML] {
        let help = ErrorHelp(call: call)
        return switch problem.status {
        case .notFound: [help.search, help.calls]
        case .internalServerError: [help.number, help.calls]
        case .tooManyRequests, .serviceUnavailable, .insufficientStorage: [help.calls]
        default: []
        }
    }
}
