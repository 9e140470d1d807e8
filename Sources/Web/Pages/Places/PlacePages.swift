import Access
import Domain
import Foundation
import HTTP
import Ledger
import Registry

/// What a shelter keeps of its own places (screen S11): every press is a form, and every answer a page.
struct PlacePages: PageGroup {
    static let path = "/mijn-plekken"

    var routes: [PageRoute] {
        [
            PageRoute(.get, Self.path, screen: "S11", .permitted(.changeCounts), .now(Self.show)),
            PageRoute(.post, Self.path, screen: "S11", .permitted(.changeCounts), .later(Self.confirmAll)),
            PageRoute(
                .post, "\(Self.path)/{service}", screen: "S11", .permitted(.changeCounts), .later(Self.change)),
        ]
    }

    // MARK: Looking

    private static func show(_ call: PageCall) throws -> Response {
        guard let organization = try organization(of: call) else { return PlaceOwnersPage(call: call).response() }
        return PlacesPage(call: call, organization: organization, done: PlaceDone(call.values)).response()
    }

    /// A shelter's own; an administrator says which, or `nil`.
    private static func organization(of call: PageCall) throws(Problem) -> Organization? {
        guard let principal = call.principal, principal.role != .shelter else {
            guard let own = call.principal?.organization.flatMap(call.registry.organization) else {
                throw .unknown("Deze organisatie")
            }
            return own
        }
        guard let id = call.values[PlaceDone.organization] else { return nil }
        guard let organization = OrganizationID(rawValue: id).flatMap(call.registry.organization) else {
            throw .unknown("Deze organisatie")
        }
        // What a shelter sees of its own places is not protected; what others see of them is.
        if let read = ProtectedReads.read(.get, "/v1/organizations/{id}/capacities") {
            call.house.trail.looked(
                read, at: read.resource(["id": organization.id.rawValue]), by: principal, call.now,
                request: call.request.id)
        }
        return organization
    }

    // MARK: One row

    private static func change(_ call: PageCall, _ answer: @escaping PageCall.Sink) throws {
        let service = try call.service()
        guard call.principal?.may(.changeCounts, of: service.organization) == true else {
            throw Problem.otherOrganization
        }
        guard let row = call.placeRow(of: service) else { throw Problem.unknown("Een aantal plekken bij deze hulp") }
        switch try PlaceForm(values: call.values, row: row, say: call.say).read() {
        case .done: answer { call.seeOther(PlaceDone.didSave(row.live).path(for: service, call)) }
        case .notice(let notice): answer { try page(call, service, notice) }
        case .conflict(let wanted): answer { try conflict(call, service, wanted: wanted) }
        case .wish(let wish):
            call.submit(
                wish, answer,
                whatever: { result in
                    switch result {
                    case .success(let receipt): try saved(receipt, wish, service, call)
                    case .failure(let error): try refused(error, wish, service, call.renewed())
                    }
                })
        }
    }

    private static func saved(
        _ receipt: Receipt, _ wish: Command.Wish, _ service: Service, _ call: PageCall
    ) throws -> Response {
        guard let live = receipt.capacities.first else { throw Problem.internalFault }
        let done: PlaceDone = if case .revert = wish { .didUndo(live) } else { .didSave(live) }
        return call.seeOther(done.path(for: service, call))
    }

    private static func refused(
        _ error: LedgerError, _ wish: Command.Wish, _ service: Service, _ call: PageCall
    ) throws -> Response {
        switch (error, wish) {
        case (.staleVersion, .revert), (.nothingToRevert, _): try page(call, service, .nothingToUndo)
        case (.staleVersion, .report(let reports)):
            try conflict(call, service, wanted: reports.first?.statement)
        case (.heldPlaces, .report(let reports)):
            try page(call, service, .overTotal(free: reports.first?.statement.free ?? 0))
        default: throw Problem(error)
        }
    }

    /// Nothing was saved: a colleague, or a hold, came in between.
    private static func conflict(
        _ call: PageCall, _ service: Service, wanted: CapacityStatement?
    ) throws -> Response {
        guard let row = call.placeRow(of: service) else { throw Problem.internalFault }
        let newest: SealedRecord?
        do throws(LedgerError) {
            newest = try call.house.ledger.reports(of: service.id, atMost: 1).first
        } catch {
            throw Problem.readingFails
        }
        let change = PlaceChange(of: row.live, newest: newest?.record, asker: call.principal?.keyID)
        return try page(call, service, .conflict(change, wanted: wanted))
    }

    private static func page(_ call: PageCall, _ service: Service, _ notice: PlaceNotice) throws -> Response {
        guard let organization = call.registry.organization(service.organization) else { throw Problem.internalFault }
        return PlacesPage(call: call, organization: organization, notices: [service.id: notice]).response()
    }

    // MARK: All rows

    /// "Alles klopt nog": confirms what still is as it was shown, all in one record.
    private static func confirmAll(_ call: PageCall, _ answer: @escaping PageCall.Sink) throws {
        guard let rows = call.values[PlaceForAll.field].flatMap(PlaceForAll.list) else {
            throw Problem.unreadableForm
        }
        var right: [ServiceID] = []
        var owner: Service?
        for shown in rows {
            guard let service = call.registry.service(shown.service), let row = call.placeRow(of: service) else {
                throw Problem.unknown("Deze plek")
            }
            guard call.principal?.may(.changeCounts, of: service.organization) == true else {
                throw Problem.otherOrganization
            }
            owner = service
            if row.isCounted, shown.seen.holds(for: row.live) { right.append(service.id) }
        }
        guard let owner else { throw Problem.internalFault }
        let address = PlaceDone.all.path(for: owner, call)
        call.submit(.confirm(right), answer, then: { _ in call.seeOther(address) })
    }
}

/// One row of those that are confirmed together, as the page showed it.
struct PlaceForAll: Sendable {
    let service: ServiceID
    let seen: SeenCount

    static let field = "rijen"
    /// Far more than any shelter has.
    static let most = 500

    init(_ row: PlaceRow) { (service, seen) = (row.id, row.seen) }

    init?(text: String) {
        let parts = text.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let service = ServiceID(rawValue: String(parts[0])),
            let seen = SeenCount(text: String(parts[1]))
        else { return nil }
        (self.service, self.seen) = (service, seen)
    }

    var text: String { "\(service.rawValue) \(seen.text)" }

    /// All of them in one field.
    static func text(of rows: [PlaceRow]) -> String { rows.map { PlaceForAll($0).text }.joined(separator: ",") }

    /// `nil` for what ``text(of:)`` never gives.
    static func list(_ text: String) -> [PlaceForAll]? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let rows = parts.compactMap { PlaceForAll(text: String($0)) }
        return rows.count == parts.count && rows.count <= most ? rows : nil
    }
}
