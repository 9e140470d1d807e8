import Access
import Domain
import Foundation
import HTTP
import Hypertext
import Ledger
import Registry

/// The places of one shelter, one row for each, and how many of them were confirmed today (screen S11).
struct PlacesPage: Sendable {
    let call: PageCall
    let organization: Organization
    /// What could not be done, and why.
    var notices: [ServiceID: PlaceNotice] = [:]
    /// What was done just now, as the address says it.
    var done: PlaceDone?

    private var say: Words { call.say }

    func response() -> Response {
        let rows = call.placeRows(of: organization)
        let title = say("Mijn plekken", "My places")
        let isFault = notices.values.contains(where: \.isFault)
        return call.page(
            title, [summary(of: rows), .heading(1, title), owner, requests] + content(rows) + [trust], isFault: isFault,
            status: status)
    }

    /// 412 where a colleague was first, 409 where there is nothing to take back, 400 for everything else.
    private var status: Status {
        switch notices.values.first {
        case nil, .saved, .undone: .ok
        case .conflict: .preconditionFailed
        case .nothingToUndo: .conflict
        case .minimum, .overTotal, .faults: .badRequest
        }
    }

    private var owner: HTML { .element("p", ["class": "ok-lead"], .dutch(organization.name, on: say)) }

    private func content(_ rows: [PlaceRow]) -> [HTML] {
        guard !rows.isEmpty else {
            let text = say(
                "U heeft nog geen plekken. Vraag uw beheerder om de eerste plek toe te voegen.",
                "You have no places yet. Ask your administrator to add the first one.")
            return [.alert(.info, [.paragraph(text)])]
        }
        let views = rows.map { row in
            PlaceRowView(call: call, row: row, notice: notices[row.id] ?? notice(of: row)).html()
        }
        let offline = say(
            "Geen verbinding. Uw wijziging is niet opgeslagen. Probeer het opnieuw.",
            "No connection. Your change was not saved. Try again.")
        return [
            PlaceSummaryView(call: call, rows: rows, isAllDone: isAllDone).html(),
            .element("ul", ["class": "ok-places", "data-text-offline": offline], views),
        ]
    }

    /// What was done with a row is told only while that is what stands.
    private func notice(of row: PlaceRow) -> PlaceNotice? {
        switch done {
        case .saved(row.id, row.live.version): .saved
        case .undone(row.id, row.live.version): .undone
        case .saved, .undone, .all, nil: nil
        }
    }

    private var isAllDone: Bool { if case .all? = done { true } else { false } }

    private var trust: HTML {
        .paragraph(
            say(
                "Alleen wie is ingelogd, ziet uw aantallen. Uw adres staat nergens.",
                "Only people who have signed in see your numbers. Your address is nowhere."), class: "ok-trust")
    }

    // MARK: On top

    /// What was not saved, with a way to its row (conventions section 6).
    private func summary(of rows: [PlaceRow]) -> HTML {
        let faults = rows.flatMap { row -> [FormFault] in
            guard let notice = notices[row.id], notice.isFault else { return [] }
            if case .faults(let faults) = notice { return faults }
            let text = PlaceMessageView(call: call, row: row, notice: notice).sentence
            return [FormFault(field: row.anchor, text: "\(row.service.name): \(text)")]
        }
        guard !faults.isEmpty else { return .empty }
        let links = faults.map { HTML.link($0.text, "#\($0.field)") }
        return .alert(
            .error, [.heading(2, say("Er is niets opgeslagen.", "Nothing was saved.")), .list(links)], role: "alert",
            id: "fouten")
    }

    /// Somebody waits for an answer.
    private var requests: HTML {
        guard call.principal?.may(.decideHolds) == true else { return .empty }
        let open = call.snapshot.state.holds { hold in
            hold.state == .open && call.registry.service(hold.service)?.organization == organization.id
        }.count
        guard open > 0 else { return RequestsPage.arrival(say) }
        let text =
            open == 1
            ? say("1 aanvraag wacht op uw antwoord. ", "1 request is waiting for your answer. ")
            : say("\(open) aanvragen wachten op uw antwoord. ", "\(open) requests are waiting for your answer. ")
        return .alert(
            .warning,
            [
                .paragraph(
                    .strong(text), .link(say("Toon de aanvragen", "Show the requests"), call.href(RequestPages.path)))
            ])
    }
}
