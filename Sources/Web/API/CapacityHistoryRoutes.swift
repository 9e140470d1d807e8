import Access
import Domain
import Foundation
import HTTP
import Ledger

/// What was said of a count, from the journal.
enum CapacityHistoryRoutes {
    static func all(_ services: APIServices) -> [Route] {
        [
            Route(
                method: .get, path: "/v1/services/{id}/capacity/history", id: "listCapacityHistory", tag: .capacity,
                summary: "Elke opgave en bevestiging van een aantal. De nieuwste staat bovenaan.",
                access: .permitted(.readCountHistory), parameters: [.serviceID] + Parameter.paging,
                answers: [
                    Route.Answer(
                        status: .ok, description: "Een pagina met opgaven.",
                        schema: Page<HistoryBody>.schema(.named(HistoryBody.schema)), hasTable: true)
                ], resource: { call in _ = try call.places() },
                handler: .later { call, answer in try list(call, services, answer) })
        ]
    }

    private static func list(_ call: Call, _ services: APIServices, _ answer: @escaping Reply.Sink) throws {
        let (service, _) = try call.places()
        services.reading.async {
            answer(
                Result { try page(of: service, call, services.ledger) }.mapError { error in
                    error is LedgerError ? .readingFails : error as? Problem ?? .internalFault
                })
        }
    }

    private static func page(of service: Service, _ call: Call, _ ledger: Ledger) throws -> Reply {
        let namesKeys = call.principal?.may(.seeWhoReported, of: service.organization) ?? false
        func entries(_ records: [SealedRecord]) -> [HistoryBody] {
            records.compactMap { HistoryBody($0.record, of: service.id, namesKeys: namesKeys) }
        }
        if call.wantsTable { return .table(HistoryBody.table(of: entries(try ledger.history(of: service.id).records))) }
        let (total, records) = try ledger.history(
            of: service.id, skipping: call.query.skipped, atMost: call.query.number("pageSize", standard: 20))
        return try .json(Page(entries(records), of: total, for: call.query))
    }
}
