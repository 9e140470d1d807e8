import Access
import Domain
import Foundation
import HTTP
import Ledger

/// The log's addresses for a browser: the page, and the same as a table. For admins alone.
///
/// What is asked stands in the address: it names keys, places and days, and nothing of a person who is helped.
struct AuditPages: Sendable {
    let pages: Pages
    let trail: AuditTrail
    let reader: AuditReader
    let chain: ChainCheck

    private static let page = ["logboek"]
    private static let table = ["logboek.csv"]
    private static let methods = "GET, HEAD, OPTIONS"

    /// A method that nobody knows is refused as on every page.
    static func owns(_ request: Request) -> Bool {
        HTTP.Method.standard.contains(request.method) && (request.segments == page || request.segments == table)
    }

    /// Reads on the reader's queue: nobody else waits for it.
    ///
    /// - Parameter user: whom a trusted proxy vouches for.
    func handle(_ request: Request, user: String?, _ responder: Responder) {
        let answer: @Sendable (Response) -> Void = { response in
            var response = pages.completed(response, for: request)
            response.label = "/" + request.segments.joined(separator: "/")
            responder.answer(response)
        }
        if request.method == .options { return answer(pages.options(Self.methods)) }
        let guest = pages.guest(of: request, user: user)
        if let refused = pages.limited(request, guest, user: user) { return answer(refused) }
        guard [.get, .head].contains(request.method) else { return answer(pages.notAllowed(Self.methods, guest)) }
        guard let principal = guest.principal else {
            return answer(
                pages.message(
                    .unauthorized, guest, "Log in als beheerder.", "Het logboek is voor wie de dienst beheert."))
        }
        guard principal.may(.readAuditEvents) else {
            pages.noteRefusal(of: request, to: principal)
            return answer(
                pages.message(
                    .forbidden, guest, "Het logboek hoort niet bij uw rol.",
                    "Het logboek is voor wie de dienst beheert."))
        }
        let filter = AuditFilter(request.query)
        let view = AuditPage(
            filter: filter, registry: pages.board.current.registry, keys: pages.keys.current().keys, now: pages.now(),
            frame: pages.frame("Logboek", AuditPage.screen, guest, isFault: !filter.faults.isEmpty))
        guard filter.faults.isEmpty else { return answer(pages.page(view.faults(), status: .badRequest)) }
        trail.settle {
            reader.queue.async { answer(response(to: request, from: principal, view)) }
        }
    }

    private func response(to request: Request, from principal: Principal, _ view: AuditPage) -> Response {
        do throws(LedgerError) {
            if request.segments == Self.table { return try export(view.filter.query, to: request, from: principal) }
            let found = try reader.records(
                view.filter.query, skipping: (view.filter.page - 1) * AuditFilter.pageSize,
                atMost: AuditFilter.pageSize)
            let html = view.html(found, chain: try chain.look(at: view.now))
            if request.method != .head {
                trail.looked(ProtectedReads.log, by: principal, view.now, request: request.id)
            }
            return pages.page(html)
        } catch {
            return pages.message(
                .serviceUnavailable, view.frame.guest, "Het logboek kunnen we nu niet lezen.",
                "Probeer het straks opnieuw.")
        }
    }

    private func export(
        _ query: AuditQuery, to request: Request, from principal: Principal
    ) throws(LedgerError) -> Response {
        let stream =
            request.method == .head
            ? ContentStream(next: { .end })
            : try AuditTable.stream(query, of: reader, columns: AuditEventBody.columns) { AuditEventBody($0).row }
        if request.method != .head { trail.dataExported("/logboek.csv", by: principal, request: request.id) }
        return Response(
            .ok,
            fields: [
                .contentType: "text/csv; charset=utf-8; header=present",
                "Content-Disposition": "attachment; filename=\"opvangkaart-logboek.csv\"",
            ], content: .stream(stream))
    }
}
