import Access
import Domain
import HTTP
import Hypertext

/// One page at one address, declared once: what answers, to whom, and what the frame needs to know of it.
struct PageRoute: Sendable {
    let method: HTTP.Method
    /// Without a language, with `{name}` for parameters.
    let template: String
    /// What `main` carries as `data-screen` (contract section 9).
    let screen: String
    let access: Route.Access
    let handler: Handler
    /// Whether a form has to prove that a page of the same session sent it. Who signs in has no session yet.
    var needsProof = true
    /// Whether the same form may be sent again without doing anything twice, such as a search: then its answer can be
    /// had in another language.
    var isRepeatable = false
    /// Whether the page is there in Dutch alone, for those who run the program.
    var isDutchOnly = false
    /// What is shown to who filled in the form and cannot be helped yet; `nil` for a page that keeps everything unseen.
    var kept: (@Sendable (PageCall, KeptForm.Cause) -> HTML)?

    enum Handler: Sendable {
        case now(@Sendable (PageCall) throws -> Response)
        /// Answers later, from any thread, once.
        case later(@Sendable (PageCall, @escaping PageCall.Sink) throws -> Void)
    }

    init(
        _ method: HTTP.Method, _ template: String, screen: String, _ access: Route.Access = .everyone,
        _ handler: Handler
    ) {
        (self.method, self.template, self.screen) = (method, template, screen)
        (self.access, self.handler) = (access, handler)
    }

    func unproven() -> PageRoute {
        var route = self
        route.needsProof = false
        return route
    }

    func repeatable() -> PageRoute {
        var route = self
        route.isRepeatable = true
        return route
    }

    func inDutch() -> PageRoute {
        var route = self
        route.isDutchOnly = true
        return route
    }

    func keeping(_ kept: @escaping @Sendable (PageCall, KeptForm.Cause) -> HTML) -> PageRoute {
        var route = self
        route.kept = kept
        return route
    }
}

/// Pages that belong together.
protocol PageGroup: Sendable {
    var routes: [PageRoute] { get }
}
