import HTTP

/// What went wrong, for somebody who looks at pages.
struct ProblemPage: Sendable {
    let call: PageCall
    let problem: Problem

    func response() -> Response {
        call.message(problem.status, "\(problem.title).", problem.detail)
    }
}
