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
        self.init(query.shown(of: all).map(render), of: all.count, for: query)
    }

    /// - Parameters:
    ///   - contents: what stands on the page that was asked for.
    ///   - total: how many there are on all pages.
    init(_ contents: [Item], of total: Int, for query: QueryValues) {
        let pageSize = query.number("pageSize", standard: 20)
        (totalItems, totalPages, self.contents) = (total, (total + pageSize - 1) / pageSize, contents)
        (pageNumber, size) = (query.number("page", standard: 1), contents.count)
        (firstPage, lastPage) = (pageNumber == 1, pageNumber >= totalPages)
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

extension QueryValues {
    /// What stands on the page that was asked for.
    func shown<Item>(of all: [Item]) -> ArraySlice<Item> {
        let pageSize = number("pageSize", standard: 20)
        return all.dropFirst(skipped).prefix(pageSize)
    }

    /// How many stand on the pages before it.
    var skipped: Int { (number("page", standard: 1) - 1) * number("pageSize", standard: 20) }
}
