import Access
import Domain
import HTTP
import Ledger

/// The sheet that goes along when somebody moves to a place (screen S10; feature F37).
struct HandoverPages: PageGroup {
    static func path(of hold: HoldReference) -> String { "/overdracht/\(hold.rawValue)" }

    var routes: [PageRoute] {
        [
            PageRoute(
                .get, "/overdracht/{reference}", screen: "S10", .permitted(.readHolds),
                .now { call in HandoverPage(words: HoldWords(call: call, hold: try call.hold())).response() })
        ]
    }
}
