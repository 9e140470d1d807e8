import Access
import Domain
import Foundation
import HTTP
import Ledger

/// What happened, for whoever checks it.
enum AuditRoutes {
    static func all(_ services: APIServices) -> [Route] {
        [
            Route(
                method: .get, path: "/v1/audit-events", id: "listAuditEvents", tag: .audit,
                summary: "Wie deed wat, en wanneer. Nieuwste eerst; er wordt alleen toegevoegd.",
                access: .permitted(.readAuditEvents), parameters: AuditQuery.parameters + Parameter.paging,
                answers: [
                    Route.Answer(
                        status: .ok, description: "Een pagina met gebeurtenissen, of alle als tabel.",
                        schema: Page<AuditEventBody>.schema(.named(AuditEventBody.schema)), hasTable: true)
                ], handler: .later { call, answer in list(call, services, answer) })
        ]
    }

    /// Reads on the reader's queue, once everything before this request is in the journal.
    private static func list(_ call: Call, _ services: APIServices, _ answer: @escaping Reply.Sink) {
        let reader = services.auditReader
        services.trail.settle {
            reader.queue.async {
                answer(Result { try reply(call, reader) }.mapError { $0 as? Problem ?? .internalFault })
            }
        }
    }

    private static func reply(_ call: Call, _ reader: AuditReader) throws -> Reply {
        let query = AuditQuery(call.query)
        if call.wantsTable {
            // HEAD asks only what would come.
            guard call.request.method != .head else { return .table(ContentStream(next: { .end })) }
            return .table(
                try AuditTable.stream(query, of: reader, columns: AuditEventBody.columns) { AuditEventBody($0).row })
        }
        let size = call.query.number("pageSize", standard: 20)
        let found = try reader.records(query, skipping: call.query.skipped, atMost: size)
        return try .json(Page(found.records.map(AuditEventBody.init), of: found.total, for: call.query))
    }
}
