import Access
import Domain
import Foundation
import HTTP
import Ledger

/// The log's addresses for a browser: the page, and the same as a table. For admins alone.
///
/// What is asked stands in the address: it names keys, places and days, and nothing of a person who is helped.
struct AuditPages: PageGroup {
    private let trail: AuditTrail
    private let reader: AuditReader
    private let chain: ChainCheck

    init(_ house: PageHouse) {
        (trail, reader) = (house.trail, house.auditReader)
        chain = ChainCheck(house.ledger, reader: house.auditReader)
    }

    var routes: [PageRoute] {
        [
            PageRoute(
                .get, ProtectedReads.log.path, screen: AuditPage.screen, .permitted(.readAuditEvents),
                .later { call, answer in read(call, answer, page) }
            ).inDutch(),
            PageRoute(
                .get, "/logboek.csv", screen: AuditPage.screen, .permitted(.readAuditEvents),
                .later { call, answer in read(call, answer, table) }),
        ]
    }

    /// Reads on the reader's queue: nobody else waits for it.
    private func read(
        _ call: PageCall, _ answer: @escaping PageCall.Sink,
        _ body: @escaping @Sendable (PageCall, AuditPage) throws(LedgerError) -> Response
    ) {
        let filter = AuditFilter(call.request.query)
        let page = AuditPage(
            filter: filter, registry: call.registry, keys: call.house.keys.current().keys, now: call.now,
            frame: call.frame("Logboek", isFault: !filter.faults.isEmpty))
        guard filter.faults.isEmpty else { return answer { call.answer(page.faults(), status: .badRequest) } }
        trail.settle {
            reader.queue.async {
                let response: Response
                do throws(LedgerError) {
                    response = try body(call, page)
                } catch {
                    response = call.message(
                        .serviceUnavailable, "Het logboek kunnen we nu niet lezen.", "Probeer het straks opnieuw.")
                }
                answer { response }
            }
        }
    }

    @Sendable private func page(_ call: PageCall, _ page: AuditPage) throws(LedgerError) -> Response {
        let found = try reader.records(
            page.filter.query, skipping: (page.filter.page - 1) * AuditFilter.pageSize, atMost: AuditFilter.pageSize)
        return call.answer(page.html(found, chain: try chain.look(at: page.now)))
    }

    @Sendable private func table(_ call: PageCall, _ page: AuditPage) throws(LedgerError) -> Response {
        let isHead = call.request.method == .head
        let stream =
            isHead
            ? ContentStream(next: { .end })
            : try AuditTable.stream(page.filter.query, of: reader, columns: AuditEventBody.columns) {
                AuditEventBody($0).row
            }
        if !isHead, let principal = call.principal {
            trail.dataExported("/logboek.csv", by: principal, request: call.request.id)
        }
        return Response(
            .ok,
            fields: [
                .contentType: "text/csv; charset=utf-8; header=present",
                "Content-Disposition": "attachment; filename=\"opvangkaart-logboek.csv\"",
            ], content: .stream(stream))
    }
}
