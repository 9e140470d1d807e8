import Domain
import Foundation

@testable import Ledger

/// The ledger as anyone would first write it: a list of what happened, gone through anew for every question.
struct NaiveLedger {
    enum Event {
        case reported([CapacityReport])
        case confirmed([ServiceID])
        case reverted(ServiceID)
        case opened(HoldReference, HoldRequest)
        case extended(HoldReference)
        case turned(HoldReference, HoldState, DeclineReason?)
        case ruled(RulesStatement)
        case noted
    }

    struct Entry {
        let event: Event
        let actor: Actor?
        /// The clock of whoever asked, and the time of the record.
        let now: Date
        let time: Date
    }

    struct Place: Equatable {
        var total: Int?
        var free: Int?
        var held = 0
        var isPaused = false
        var pausedUntil: CalendarDate?
        var pauseReason: PauseReason?
        var expectedFreeOn: CalendarDate?
        var confirmedAt: Date?
    }

    struct Known {
        var place: Place
        var version = 0
        /// The key that made what stands by a report or confirmation, and what stood before.
        var last: (key: String?, before: Place)?
        /// For each record that says its count: its number, and what stood after it.
        var reports: [(sequence: Int, version: Int, after: Place)] = []
    }

    struct Kept: Equatable {
        let reference: HoldReference
        let service: ServiceID
        let places: Int
        let keyID: String
        let idempotency: AnyHashable?
        let createdAt: Date
        var state = HoldState.open
        var end: Date
        var isExtended = false
        var reason: DeclineReason?
        var closedAt: Date?
    }

    struct World {
        var services: [ServiceID: Known]
        var holds: [HoldReference: Kept] = [:]
        /// For each service what was said of its rules, oldest first.
        var rules: [ServiceID: [RulesStatement]] = [:]
        var time: Date?
    }

    let starting: [ServiceID: Capacity]
    let terms: HoldTerms
    var entries: [Entry] = []

    init(starting: [ServiceID: Capacity], terms: HoldTerms) { (self.starting, self.terms) = (starting, terms) }

    /// All that happened, from the beginning.
    func world() -> World {
        var world = World(
            services: starting.mapValues {
                Known(
                    place: Place(
                        total: $0.total, free: $0.free, held: $0.held, isPaused: $0.isPaused,
                        pausedUntil: $0.pausedUntil, pauseReason: $0.pauseReason, expectedFreeOn: $0.expectedFreeOn,
                        confirmedAt: $0.confirmedAt))
            })
        for (index, entry) in entries.enumerated() {
            take(entry, index + 1, &world)
            world.time = entry.time
        }
        let oldest = (world.time ?? .distantPast).addingTimeInterval(-7 * 24 * 3_600)
        world.holds = world.holds.filter { ($0.value.closedAt ?? .distantFuture) >= oldest }
        return world
    }

    private func take(_ entry: Entry, _ sequence: Int, _ world: inout World) {
        func say(_ service: ServiceID, _ change: (inout Place) -> Void, takenBackBy key: String?? = nil) {
            guard var known = world.services[service] else { return }
            let before = known.place
            change(&known.place)
            known.version += 1
            known.last = key.map { ($0, before) }
            world.services[service] = known
        }
        func note(_ service: ServiceID) {
            guard let known = world.services[service] else { return }
            world.services[service]?.reports.append((sequence, known.version, known.place))
        }
        let key = entry.actor?.keyID
        switch entry.event {
        case .reported(let reports):
            for report in reports {
                let said = report.statement
                say(
                    report.service,
                    {
                        $0 = Place(
                            total: said.total, free: said.free, held: $0.held, isPaused: said.isPaused,
                            pausedUntil: said.pausedUntil, pauseReason: said.pauseReason,
                            expectedFreeOn: said.expectedFreeOn, confirmedAt: entry.time)
                    }, takenBackBy: .some(key))
                note(report.service)
            }
        case .confirmed(let services):
            for service in services {
                say(service, { if $0.free != nil { $0.confirmedAt = entry.time } }, takenBackBy: .some(key))
                note(service)
            }
        case .reverted(let service):
            let before = world.services[service]?.last?.before
            say(service, { $0 = before ?? $0 })
            note(service)
        case .opened(let reference, let request):
            world.holds[reference] = Kept(
                reference: reference, service: request.service, places: request.places, keyID: key ?? "",
                idempotency: request.idempotency.map(AnyHashable.init), createdAt: entry.now,
                end: entry.now.addingTimeInterval(terms.length))
            say(request.service) {
                $0.free = ($0.free ?? 0) - request.places
                $0.held += request.places
            }
        case .extended(let reference):
            guard var hold = world.holds[reference] else { return }
            hold.end = max(
                hold.end,
                min(
                    hold.end.addingTimeInterval(terms.extensionLength),
                    hold.createdAt.addingTimeInterval(terms.longest)))
            hold.isExtended = true
            world.holds[reference] = hold
        case .turned(let reference, let state, let reason):
            guard var hold = world.holds[reference] else { return }
            (hold.state, hold.reason) = (state, reason)
            if state != .accepted {
                hold.closedAt = entry.time
                say(hold.service) {
                    $0.held -= hold.places
                    if state != .placed { $0.free = ($0.free ?? 0) + hold.places }
                }
            }
            world.holds[reference] = hold
        case .ruled(let statement): world.rules[statement.service, default: []].append(statement)
        case .noted: break
        }
    }

    // MARK: What is answered

    /// What a command comes to.
    enum Answer {
        case refused(LedgerError)
        /// A record was made, or none was needed.
        case done
        case repeated(HoldReference)
        /// A hold was opened; what it is called is drawn by the ledger.
        case opens(HoldRequest)
    }

    /// Whole milliseconds.
    static func whole(_ moment: Date) -> Date {
        Date(timeIntervalSince1970: (moment.timeIntervalSince1970 * 1_000 + 0.01).rounded(.down) / 1_000)
    }

    mutating func perform(_ command: Command) -> Answer {
        let now = Self.whole(command.moment)
        let due = world().holds.values.filter { $0.closedAt == nil && $0.end <= now }
            .sorted { ($0.end, $0.reference.rawValue) < ($1.end, $1.reference.rawValue) }
        for hold in due { record(.turned(hold.reference, .expired, nil), by: nil, at: now) }
        let world = world()
        switch judge(command, world, now) {
        case .failure(let error): return .refused(error)
        case .success(.none): return .done
        case .success(.opened(_, let request)):
            let before = world.holds.values.first {
                $0.idempotency == request.idempotency.map(AnyHashable.init) && request.idempotency != nil
            }
            if let before { return .repeated(before.reference) }
            return .opens(request)
        case .success(let event?):
            record(event, by: command.actor, at: now)
            return .done
        }
    }

    mutating func record(_ event: Event, by actor: Actor?, at now: Date) {
        let time = max(now, entries.last?.time ?? now)
        entries.append(Entry(event: event, actor: actor, now: now, time: time))
    }

    private func judge(_ command: Command, _ world: World, _ now: Date) -> Result<Event?, LedgerError> {
        func hold(_ reference: HoldReference, _ states: HoldState...) -> Result<Kept, LedgerError> {
            guard let hold = world.holds[reference] else { return .failure(.unknownHold) }
            return states.contains(hold.state) ? .success(hold) : .failure(.holdIs(hold.state))
        }
        switch command.wish {
        case .report(let reports):
            var seen: Set<ServiceID> = []
            for report in reports {
                guard let known = world.services[report.service] else { return .failure(.unknownService) }
                guard known.version == report.version, seen.insert(report.service).inserted else {
                    return .failure(.staleVersion(current: known.version))
                }
                guard report.statement.free + known.place.held <= report.statement.total else {
                    return .failure(.heldPlaces(held: known.place.held, total: report.statement.total))
                }
            }
            return .success(reports.isEmpty ? nil : .reported(reports))
        case .confirm(let services):
            guard services.allSatisfy({ world.services[$0] != nil }) else { return .failure(.unknownService) }
            var once: [ServiceID] = []
            for service in services where !once.contains(service) { once.append(service) }
            return .success(once.isEmpty ? nil : .confirmed(once))
        case .revert(let service, let version):
            guard let known = world.services[service] else { return .failure(.unknownService) }
            guard known.version == version else { return .failure(.staleVersion(current: known.version)) }
            guard let last = known.last, last.key == command.actor?.keyID else { return .failure(.nothingToRevert) }
            return .success(.reverted(service))
        case .openHold(let request):
            return open(request, command.actor?.keyID ?? "", world, now)
        case .extendHold(let reference):
            return hold(reference, .open, .accepted).flatMap {
                $0.isExtended ? .failure(.alreadyExtended) : .success(.extended(reference))
            }
        case .acceptHold(let reference):
            return hold(reference, .open).map { _ in .turned(reference, .accepted, nil) }
        case .declineHold(let reference, let reason):
            return hold(reference, .open).map { _ in .turned(reference, .declined, reason) }
        case .placeHold(let reference):
            return hold(reference, .open, .accepted).map { _ in .turned(reference, .placed, nil) }
        case .withdrawHold(let reference):
            return hold(reference, .open, .accepted).map { _ in .turned(reference, .withdrawn, nil) }
        case .stateRules(let statement):
            let said = world.rules[statement.service]?.count ?? 0
            return said == statement.version ? .success(.ruled(statement)) : .failure(.staleVersion(current: said))
        case .expireHolds: return .success(nil)
        case .note: return .success(.noted)
        }
    }

    private func open(
        _ request: HoldRequest, _ key: String, _ world: World, _ now: Date
    ) -> Result<Event?, LedgerError> {
        let event = HoldReference(rawValue: "A0-000").map { Event.opened($0, request) }
        if let name = request.idempotency,
            let before = world.holds.values.first(where: { $0.idempotency == AnyHashable(name) })
        {
            let isSame = before.service == request.service && before.places == request.places
            return isSame ? .success(event) : .failure(.requestDiffers)
        }
        guard let place = world.services[request.service]?.place else { return .failure(.unknownService) }
        let active = world.holds.values.count { $0.closedAt == nil && $0.keyID == key }
        guard active < terms.mostPerHolder else { return .failure(.tooManyHolds(most: terms.mostPerHolder)) }
        guard !place.isPaused else { return .failure(.paused) }
        guard let free = place.free, let confirmed = place.confirmedAt,
            now.timeIntervalSince(confirmed) <= request.limits.ageing
        else { return .failure(.countNotReliable) }
        guard request.places >= 1, request.places <= free else { return .failure(.noRoom(free: free)) }
        return .success(event)
    }
}
