import Access
import Domain
import Foundation
import HTTP

/// What open pages ask by themselves: the changes as they happen (feature F07), and a count as it is by now.
struct LivePages: PageGroup {
    var routes: [PageRoute] {
        [
            PageRoute(.get, "/live", screen: "live", .permitted(.followChanges), .now(Self.listen)),
            PageRoute(.get, "/telling/{service}", screen: "telling", .permitted(.readCounts), .now(Self.count)),
        ]
    }

    /// The same events as `/v1/changes`, for who signed in on the pages, until the session ends.
    private static func listen(_ call: PageCall) throws -> Response {
        guard let visit = call.guest.visit else { throw Problem.noKey }
        let id = try ChangeRoutes.lastEvent(of: call.request)
        // HEAD asks only what would come.
        guard call.request.method != .head else { return answer(ContentStream(next: { .end })) }
        let token = call.house.cookie.token(in: call.request)
        let listening = call.house.sessions.listening(visit, token: token)
        return answer(
            try call.house.changes.stream(
                for: listening, after: id, heartbeat: heartbeatSeconds, tellsLevel: true))
    }

    private static func answer(_ stream: ContentStream) -> Response {
        Response(.ok, fields: EventStreamFields.all, content: .stream(stream))
    }

    /// A page takes itself for cut off when it hears nothing for twice as long.
    private static let heartbeatSeconds = 5.0

    private static func count(_ call: PageCall) throws -> Response {
        let fragment = CountFragment(call: call, service: try call.service())
        return call.answer(fragment.html())
    }
}
