import Dispatch
import Domain
import Foundation
import Ledger
import Registry
import Synchronization
import Testing

/// Things that happen in the village, straight in its ledger.
struct LedgerScript {
    let ledger: Ledger
    var moment = TestClock.start

    static let visible = ServiceID.make(Village.visible)
    static let other = ServiceID.make(Village.other)
    static let coordinator = Actor(keyID: "toets-coordinator", role: .coordinator)
    static let comensha = Actor(keyID: "toets-comensha", role: .comensha)
    static let shelter = Actor(keyID: "toets-shelter", role: .shelter, organization: .make("voorbeeld-huis"))

    init(_ ledger: Ledger) { self.ledger = ledger }

    @discardableResult
    func submit(_ wish: Command.Wish, by actor: Actor? = shelter) throws -> Receipt {
        let arrived = DispatchSemaphore(value: 0)
        let result = Mutex<Result<Receipt, LedgerError>?>(nil)
        ledger.submit(Command(wish, by: actor, at: moment)) { answer in
            result.withLock { $0 = answer }
            arrived.signal()
        }
        arrived.wait()
        return try #require(result.withLock { $0 }).get()
    }

    func version(_ service: ServiceID = visible) -> Int { ledger.state.capacity(of: service)?.version ?? 0 }

    /// One count.
    func report(_ free: Int, on service: ServiceID = visible) throws {
        try submit(.report([.init(service: service, statement: statement(free), ifVersion: version(service))]))
    }

    /// Two counts in one record.
    func reportBoth(_ free: Int) throws {
        try submit(
            .report(
                try [Self.visible, Self.other].map { service in
                    CapacityReport(service: service, statement: try statement(free), ifVersion: version(service))
                }))
    }

    private func statement(_ free: Int) throws -> CapacityStatement { try CapacityStatement(total: 20, free: free) }

    func open(
        on service: ServiceID = visible, by actor: Actor = coordinator
    ) throws -> HoldReference {
        let request = HoldRequest(service: service, places: 1, limits: .quick, by: actor)
        return try #require(try submit(.openHold(request), by: actor).hold).reference
    }

    func note() throws {
        try submit(.note(.signedIn, AccessNote(resource: "/inloggen")))
    }

    /// Other rules for a place, from what `registry` says of it, and a look at them.
    func rules(_ registry: Registry, maximumAge: Int = 66, of id: ServiceID = visible) throws {
        let service = try #require(registry.service(id))
        let before = ledger.state.rules(of: id)?.saved ?? service.rules
        let after = AdmissionRules(
            admission: Admission(genders: [.female], minimumAge: .years(18), maximumAge: .years(maximumAge)),
            contraIndications: [ContraIndication(.aggression, .conditional, condition: "Alleen met afspraken.")],
            stay: Stay(usualDays: 60), languages: ["nl"], securityLevel: service.securityLevel)
        try submit(.stateRules(statement(id, .init(before: before, after: after))))
        try submit(.stateRules(statement(id, nil)))
    }

    private func statement(_ id: ServiceID, _ sets: RulesChange.Sets?) -> RulesStatement {
        RulesStatement(
            service: id, sets: sets, on: CalendarDate(moment), ifVersion: ledger.state.rules(of: id)?.version ?? 0)
    }

    /// Every kind of change, and records that are none.
    func everything() throws {
        try report(10)
        let first = try open()
        try note()
        try submit(.extendHold(first), by: Self.coordinator)
        try reportBoth(9)
        try submit(.acceptHold(first))
        let second = try open(on: Self.other, by: Self.comensha)
        try submit(.declineHold(second, .full))
        try submit(.confirm([Self.visible, Self.other]))
        try submit(.placeHold(first), by: Self.coordinator)
        let third = try open()
        try submit(.withdrawHold(third), by: Self.coordinator)
        try report(7)
        try submit(.revert(Self.visible, ifVersion: version()))
        try note()
    }
}
