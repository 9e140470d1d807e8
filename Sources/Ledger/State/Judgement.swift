import Domain
import Foundation

/// What a wish comes to on a state: the record that grants it, or why it cannot be granted.
///
/// A pure function of state, command and what was drawn; it changes nothing.
struct Judgement {
    let terms: HoldTerms
    let command: Command
    /// The present as the asker has it: what holds are opened and end by.
    let now: RecordTime
    /// The time of the next record.
    let time: RecordTime

    /// What a record is made of, but for its place in the chain.
    struct Draft {
        let kind: RecordKind
        var capacities: [CapacityChange] = []
        var hold: Hold?
        var note: AccessNote?
        var rules: RulesChange?
    }

    enum Verdict {
        case record(Draft)
        /// It was granted before.
        case repeated(Hold)
        /// There is nothing to do.
        case nothing
    }

    /// - Throws: ``LedgerError/clockOutOfRange``.
    init(_ command: Command, on state: LedgerState, terms: HoldTerms) throws(LedgerError) {
        guard let now = RecordTime(command.moment) else { throw .clockOutOfRange }
        (self.terms, self.command, self.now) = (terms, command, now)
        time = max(now, state.time ?? now)
    }

    /// - Parameters:
    ///   - state: the one that it was made on.
    ///   - draw: 64 random bits.
    func verdict(on state: LedgerState, drawing draw: () -> UInt64) throws(LedgerError) -> Verdict {
        switch command.wish {
        case .report(let reports): reports.isEmpty ? .nothing : .record(try reporting(reports, on: state))
        case .confirm(let services): services.isEmpty ? .nothing : .record(try confirming(services, on: state))
        case .revert(let service, let version): .record(try reverting(service, version, on: state))
        case .openHold(let request): try opening(request, on: state, draw)
        case .extendHold(let reference):
            .record(changing(try active(reference, on: state).extended(terms), .holdExtended, on: state))
        case .acceptHold(let reference):
            .record(changing(try undecided(reference, on: state).turned(.accepted, at: time), .holdAccepted, on: state))
        case .declineHold(let reference, let reason):
            .record(closing(try undecided(reference, on: state), .declined, .holdDeclined, on: state, because: reason))
        case .placeHold(let reference):
            .record(closing(try active(reference, on: state), .placed, .holdPlaced, on: state))
        case .withdrawHold(let reference):
            .record(closing(try active(reference, on: state), .withdrawn, .holdWithdrawn, on: state))
        case .expireHolds: .nothing
        case .stateRules(let statement): .record(try stating(statement, on: state))
        case .note(let kind, let note): .record(Draft(kind: kind, note: note))
        }
    }

    /// The record that ends a hold whose time is over.
    func expiring(_ hold: Hold, on state: LedgerState) -> Draft { closing(hold, .expired, .holdExpired, on: state) }

    // MARK: Counts

    private func reporting(_ reports: [CapacityReport], on state: LedgerState) throws(LedgerError) -> Draft {
        var draft = Draft(kind: .capacityReported)
        var seen: Set<ServiceID> = []
        for report in reports {
            let live = try live(report.service, on: state)
            // Of two on one service the second comes after the first and names a version that is gone then.
            guard report.version == live.version, seen.insert(report.service).inserted else {
                throw .staleVersion(current: live.version)
            }
            draft.capacities.append(live.change(to: try live.figures.reporting(report.statement, at: time)))
        }
        return draft
    }

    private func confirming(_ services: [ServiceID], on state: LedgerState) throws(LedgerError) -> Draft {
        var draft = Draft(kind: .capacityConfirmed)
        var seen: Set<ServiceID> = []
        for service in services where seen.insert(service).inserted {
            let live = try live(service, on: state)
            draft.capacities.append(live.change(to: live.figures.confirmed(at: time)))
        }
        return draft
    }

    private func reverting(_ service: ServiceID, _ version: Int, on state: LedgerState) throws(LedgerError) -> Draft {
        let live = try live(service, on: state)
        guard version == live.version else { throw .staleVersion(current: live.version) }
        guard let last = state.services[service]?.lastReport, last.keyID == command.actor?.keyID else {
            throw .nothingToRevert
        }
        return Draft(kind: .capacityReverted, capacities: [live.change(to: last.before)])
    }

    private func stating(_ statement: RulesStatement, on state: LedgerState) throws(LedgerError) -> Draft {
        let version = state.rules(of: statement.service)?.version ?? 0
        guard statement.version == version else { throw .staleVersion(current: version) }
        let change = RulesChange(
            service: statement.service, version: version + 1, reviewedOn: statement.day, sets: statement.sets)
        return Draft(kind: statement.sets == nil ? .admissionReviewed : .admissionChanged, rules: change)
    }

    private func live(_ service: ServiceID, on state: LedgerState) throws(LedgerError) -> LiveCapacity {
        guard let live = state.capacity(of: service) else { throw .unknownService }
        return live
    }

    // MARK: Holds

    private func opening(
        _ request: HoldRequest, on state: LedgerState, _ draw: () -> UInt64
    ) throws(LedgerError) -> Verdict {
        guard let holder = command.actor else { throw .unknownHold }
        if let name = request.idempotency, let before = state.holds.hold(for: name) {
            guard before.service == request.service, before.places == request.places else { throw .requestDiffers }
            return .repeated(before)
        }
        let live = try live(request.service, on: state)
        guard state.holds.activeCount(of: holder.keyID) < terms.mostPerHolder else {
            throw .tooManyHolds(most: terms.mostPerHolder)
        }
        try checkRoom(for: request, in: live.capacity)
        let hold = Hold(
            reference: reference(on: state, draw), service: request.service, places: request.places, holder: holder,
            creation: now, end: now.adding(terms.length), idempotency: request.idempotency)
        let change = live.change(to: live.figures.holding(request.places))
        return .record(Draft(kind: .holdOpened, capacities: [change], hold: hold))
    }

    private func checkRoom(for request: HoldRequest, in capacity: Capacity) throws(LedgerError) {
        guard !capacity.isPaused, request.isOpen else { throw .paused }
        guard let free = capacity.free else { throw .countNotReliable }
        switch request.limits.freshness(of: capacity.confirmedAt, at: now.date) {
        case .fresh, .ageing: break
        case .stale, .unknown: throw .countNotReliable
        }
        guard request.places >= 1, free >= request.places else { throw .noRoom(free: free) }
    }

    /// One that no known hold has. Drawing again and again means that most short ones are taken.
    private func reference(on state: LedgerState, _ draw: () -> UInt64) -> HoldReference {
        var tries = 0
        while true {
            let reference = HoldReference(random: draw(), isLong: tries >= 8)
            if state.holds[reference] == nil { return reference }
            tries += 1
        }
    }

    private func active(_ reference: HoldReference, on state: LedgerState) throws(LedgerError) -> Hold {
        guard let hold = state.holds[reference] else { throw .unknownHold }
        guard hold.state.isActive else { throw .holdIs(hold.state) }
        return hold
    }

    private func undecided(_ reference: HoldReference, on state: LedgerState) throws(LedgerError) -> Hold {
        let hold = try active(reference, on: state)
        guard hold.state == .open else { throw .holdIs(hold.state) }
        return hold
    }

    /// The count stays as it is; the record says it all the same, for whoever hears of the hold.
    private func changing(_ hold: Hold, _ kind: RecordKind, on state: LedgerState) -> Draft {
        Draft(kind: kind, capacities: state.capacity(of: hold.service).map { [$0.unchanged] } ?? [], hold: hold)
    }

    private func closing(
        _ hold: Hold, _ end: HoldState, _ kind: RecordKind, on state: LedgerState,
        because reason: DeclineReason? = nil
    ) -> Draft {
        var draft = Draft(kind: kind, hold: hold.turned(end, at: time, because: reason))
        // Places given away for good stay taken; all others are free again.
        if let live = state.capacity(of: hold.service) {
            draft.capacities = [live.change(to: live.figures.releasing(hold.places, areFree: end != .placed))]
        }
        return draft
    }
}
