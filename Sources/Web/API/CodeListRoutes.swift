import Domain
import Exchange
import Foundation
import HTTP
import Registry

/// The published vocabulary (feature F24).
enum CodeListRoutes {
    static let all: [Route] = [
        Route(
            method: .get, path: "/v1/code-lists", id: "listCodeLists", tag: .map,
            summary: "Alle codelijsten, met uitleg in het Nederlands en Engels.", access: .everyone,
            parameters: Parameter.paging,
            answers: [
                Route.Answer(
                    status: .ok, description: "Een pagina met codelijsten.",
                    schema: Page<CodeListBody>.schema(.named(CodeListBody.schema)), hasTable: true)
            ], handler: .now(list)),
        Route(
            method: .get, path: "/v1/code-lists/{list}", id: "getCodeList", tag: .map,
            summary: "Eén codelijst.", access: .everyone,
            parameters: [
                .path("list", "De naam van de lijst, zoals shelterKind of shelter-kind.", example: "shelterKind")
            ],
            answers: [
                Route.Answer(
                    status: .ok, description: "De codelijst.", schema: .named(CodeListBody.schema), hasTable: true)
            ], resource: { call in _ = try codeList(call) }, handler: .now(one)),
    ]

    @Sendable
    private static func list(_ call: Call) throws -> Reply {
        let lists = call.snapshot.registry.codeLists.lists
        if call.wantsTable { return .table(table(of: lists)) }
        return try .json(Page(of: lists, for: call.query, CodeListBody.init))
    }

    @Sendable
    private static func one(_ call: Call) throws -> Reply {
        let list = try codeList(call)
        return try call.wantsTable ? .table(table(of: [list])) : .json(CodeListBody(list))
    }

    private static func codeList(_ call: Call) throws(Problem) -> CodeList {
        let name = call.path["list"] ?? ""
        let lists = call.snapshot.registry.codeLists.lists
        guard let list = lists.first(where: { $0.name == name || kebab($0.name) == name }) else {
            throw .unknown("Deze codelijst")
        }
        return list
    }

    /// `shelterKind` as `shelter-kind`, for who builds addresses the way paths are written.
    private static func kebab(_ name: String) -> String {
        name.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
    }

    private static func table(of lists: [CodeList]) -> CSVTable {
        let rows = lists.flatMap { list in
            list.entries.map { entry in
                [
                    list.name, entry.code, entry.label.dutch, entry.definition.dutch, entry.label.english,
                    entry.definition.english,
                ]
            }
        }
        let columns = ["list", "code", "labelNl", "definitionNl", "labelEn", "definitionEn"]
        return CSVTable(columns: columns, rows: rows)
    }
}
