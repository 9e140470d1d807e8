import Access
import Domain
import Foundation
import HTTP
import Ledger
import Registry

/// What people do with holds.
enum HoldActions {
    static func open(_ call: Call, _ ledger: Ledger, _ answer: @escaping Reply.Sink) throws {
        let (service, _) = try call.places()
        guard let holder = call.actor else { throw Problem.noKey }
        try call.requireJSON()
        let order = try HoldOrder.read(call)
        let request = HoldRequest(
            service: service.id, places: order.places, limits: .limits(for: service.shelterKind),
            isOpen: service.status == .active && call.snapshot.registry.isCurrent(service),
            idempotencyKey: order.idempotencyKey, by: holder)
        call.submit(.openHold(request), to: ledger, answer) { receipt in
            let body = try body(of: receipt, for: call)
            return try Reply.json(body, status: .created).located(at: "/v1/holds/\(body.reference)")
        }
    }

    static func extend(_ call: Call, _ ledger: Ledger, _ answer: @escaping Reply.Sink) throws {
        let hold = try call.ownHold()
        try call.requireEmptyBody()
        submit(.extendHold(hold.reference), call, ledger, answer)
    }

    static func decide(_ call: Call, _ ledger: Ledger, _ answer: @escaping Reply.Sink) throws {
        let hold = try call.holdOnOwnPlaces()
        try call.requireJSON()
        switch try HoldDecision.read(call) {
        case .accepted: submit(.acceptHold(hold.reference), call, ledger, answer)
        case .declined(let reason): submit(.declineHold(hold.reference, reason), call, ledger, answer)
        }
    }

    static func close(_ call: Call, _ ledger: Ledger, _ answer: @escaping Reply.Sink) throws {
        let hold = try call.ownHold()
        try call.requireJSON()
        switch try HoldClosure.read(call) {
        case .placed: submit(.placeHold(hold.reference), call, ledger, answer)
        case .withdrawn: submit(.withdrawHold(hold.reference), call, ledger, answer)
        }
    }

    private static func submit(
        _ wish: Command.Wish, _ call: Call, _ ledger: Ledger, _ answer: @escaping Reply.Sink
    ) {
        call.submit(wish, to: ledger, answer) { try .json(body(of: $0, for: call)) }
    }

    private static func body(of receipt: Receipt, for call: Call) throws(Problem) -> HoldBody {
        guard let hold = receipt.hold else { throw .internalFault }
        return HoldBody(
            hold, capacity: receipt.capacities.first, in: call.snapshot.registry,
            namesKey: call.principal?.may(.seeWhoHolds) ?? false)
    }
}
