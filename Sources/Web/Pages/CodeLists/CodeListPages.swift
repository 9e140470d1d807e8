import Domain
import HTTP
import Registry

/// The published vocabulary, list by list (feature F24).
struct CodeListPages: PageGroup {
    static let path = "/codelijsten"

    var routes: [PageRoute] {
        [
            PageRoute(.get, Self.path, screen: "codelijsten", .everyone, .now { CodeListIndex(call: $0).response() }),
            PageRoute(.get, "\(Self.path)/{list}", screen: "codelijsten", .everyone, .now { try list($0) }),
        ]
    }

    /// Without a language. Lists have names of letters alone.
    static func address(_ list: CodeList) -> String { "\(path)/\(list.name)" }

    private func list(_ call: PageCall) throws -> Response {
        guard let list = call.path["list"].flatMap(call.registry.codeLists.list(named:)) else {
            throw Problem.unknown("Deze codelijst")
        }
        return CodeListPage(call: call, list: list).response()
    }
}
