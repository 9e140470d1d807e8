import Domain
import HTTP

/// What there is to know of the site itself (conventions sections 2, 4 and 7): the same on every page's foot.
struct StatementPages: PageGroup {
    var routes: [PageRoute] {
        [
            route("/toegankelijkheid") { AccessibilityStatement(call: $0).statement },
            route("/privacy") { PrivacyStatement(call: $0).statement },
            route("/over") { AboutStatement(call: $0).statement },
            route("/open-data") { OpenDataStatement(call: $0).statement },
            route("/contact") { ContactStatement(call: $0).statement },
            route("/kwetsbaarheid-melden") { VulnerabilityStatement(call: $0).statement },
        ]
    }

    private func route(_ path: String, _ make: @escaping @Sendable (PageCall) -> Statement) -> PageRoute {
        PageRoute(.get, path, screen: String(path.dropFirst()), .everyone, .now { make($0).response(to: $0) })
    }
}
