import Foundation
import HTTP

/// One page of a list (contract section 5). A page after the last is empty.
struct Page<Item: Encodable & Sendable>: Encodable, Sendable {
    let totalItems: Int
    let totalPages: Int
    /// From 1.
    let pageNumber: Int
    /// How many stand on this page.
    let size: Int
    let firstPage: Bool
    let lastPage: Bool
    let contents: [Item]

    /// - Parameter render: Makes only what stands on the page.
    init<Source>(of all: [Source], for query: QueryValues, _ render: (Source) -> Item) {
        let pageSize = query.number("pageSize", standard: 20)
        let number = query.number("page", standard: 1)
        let shown = all.dropFirst((number - 1) * pageSize).prefix(pageSize)
        totalItems = all.count
        totalPages = (all.count + pageSize - 1) / pageSize
        pageNumber = number
        size = shown.count
        firstPage = number == 1
        lastPage = number >= totalPages
        contents = shown.map(render)
    }

    static func schema(_ item: Schema) -> Schema {
        .object([
            Schema.Property("totalItems", .integer(minimum: 0)), Schema.Property("totalPages", .integer(minimum: 0)),
            Schema.Property("pageNumber", .integer(minimum: 1)),
            Schema.Property("size", .integer(minimum: 0, maximum: 100)), Schema.Property("firstPage", .boolean),
            Schema.Property("lastPage", .boolean), Schema.Property("contents", .array(item, atMost: 100)),
        ])
    }
}
