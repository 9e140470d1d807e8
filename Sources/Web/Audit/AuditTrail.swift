import Access
import Dispatch
import Foundation
import HTTP
import Ledger
import Synchronization

/// Writes down what happens to the access itself: who signed in and out, who was refused, which keys came and went, and
/// who saw what not everybody may see (NEN 7513).
///
/// No answer waits for it. Counts and holds have records of their own, written with the change.
final class AuditTrail: Sendable {
    private let ledger: Ledger
    private let now: @Sendable () -> Date
    private let meter = Mutex(RefusalMeter())
    private let looks = Mutex(LookMeter())
    private let keys: KeyWatch
    private let queue = DispatchQueue(label: "audit.due", qos: .utility)

    /// How often it looks for keys that changed and minutes that ended; seconds.
    private static let tickSeconds = 1.0

    /// - Parameter ticks: whether it looks by itself; without it only when ``catchUp()`` is called.
    init(_ ledger: Ledger, keys: KeyStore, ticks: Bool, now: @escaping @Sendable () -> Date) {
        (self.ledger, self.now) = (ledger, now)
        self.keys = KeyWatch(keys, ledger: ledger)
        catchUp()
        if ticks { tick() }
    }

    // MARK: What happens

    func signedIn(_ principal: Principal, request: UUID) {
        note(.signedIn, Self.signInPage, by: principal, at: now(), request: request)
    }

    func signedOut(_ principal: Principal, request: UUID) {
        note(.signedOut, "/uitloggen", by: principal, at: now(), request: request)
    }

    /// Every session of the key was ended.
    func sessionsEnded(_ principal: Principal, request: UUID) {
        note(.sessionsEnded, "/uitloggen-overal", by: principal, at: now(), request: request)
    }

    func signInFailed(_ status: Int, request: UUID) {
        refused(.signInFailed, AccessNote(resource: Self.signInPage, status: status), by: nil, request: request)
    }

    /// - Parameter resource: the template of a route or the address of a page, never what was sent.
    func accessRefused(_ status: Int, resource: String?, by principal: Principal?, request: UUID) {
        let note = AccessNote(resource: resource, status: status)
        refused(.accessRefused, note, by: principal?.actor, request: request)
    }

    /// A request that came too soon after others. Such come by the thousand, and take nobody's place in the journal.
    func requestLimited(by principal: Principal?) { limited(.accessRefused, by: principal?.actor) }

    /// A key at the sign-in form, after too many that do not count.
    func signInLimited() { limited(.signInFailed, by: nil) }

    /// A whole list left as a table.
    func dataExported(_ resource: String, by principal: Principal, request: UUID) {
        note(.dataExported, resource, by: principal, at: now(), request: request)
    }

    /// Somebody saw what not everybody may see.
    ///
    /// - Parameters:
    ///   - resource: the address of what they saw; `nil` where the route says it.
    ///   - moment: the present.
    func looked(
        _ read: ProtectedRead, at resource: String? = nil, by principal: Principal, _ moment: Date, request: UUID
    ) {
        note(.dataViewed, resource ?? read.path, of: read.path, by: principal, at: moment, request: request)
    }

    private static let signInPage = "/inloggen"

    // MARK: What is due

    /// Writes what is due by now: keys that came or went, and what was counted in minutes that are over.
    func catchUp() {
        let moment = now()
        keys.look(at: moment)
        for sum in meter.withLock({ $0.takeSums(at: moment) }) { write(sum) }
        for sum in looks.withLock({ $0.takeSums(at: moment) }) { write(sum) }
    }

    private func tick() {
        queue.asyncAfter(deadline: .now() + Self.tickSeconds) { [weak self] in
            self?.catchUp()
            self?.tick()
        }
    }

    /// Writes all that was counted: the program stops.
    func finish() {
        catchUp()
        for sum in meter.withLock({ $0.takeAllSums() }) { write(sum) }
        for sum in looks.withLock({ $0.takeAllSums() }) { write(sum) }
    }

    /// Calls `then` on the ledger's queue when everything that was written down before is on the disk, or is not kept.
    func settle(then: @escaping @Sendable () -> Void) {
        catchUp()
        ledger.submit(Command(.expireHolds, by: nil, at: now())) { _ in then() }
    }

    // MARK: Writing

    private func refused(_ kind: RecordKind, _ note: AccessNote, by actor: Actor?, request: UUID) {
        let moment = now()
        let (sums, isKept) = meter.withLock { meter in
            (meter.takeSums(at: moment), meter.keeps(kind, by: actor))
        }
        for sum in sums { write(sum) }
        guard isKept else { return }
        ledger.submit(Command(.note(kind, note), by: actor, at: moment, request: request)) { [weak self] result in
            self?.count(RefusalMeter.Sum(kind: kind, actor: actor, count: 1), ifLost: result)
        }
    }

    private func limited(_ kind: RecordKind, by actor: Actor?) {
        let moment = now()
        let sum = RefusalMeter.Sum(kind: kind, actor: actor, status: Status.tooManyRequests.code, count: 1)
        let sums = meter.withLock { meter in
            let sums = meter.takeSums(at: moment)
            meter.add(sum)
            return sums
        }
        for sum in sums { write(sum) }
    }

    private func write(_ sum: RefusalMeter.Sum) {
        let note = AccessNote(count: sum.count, status: sum.status)
        ledger.submit(Command(.note(sum.kind, note), by: sum.actor, at: now())) { [weak self] result in
            self?.count(sum, ifLost: result)
        }
    }

    /// What a full disk did not take is told, as a count, when there is room again.
    private func count(_ sum: RefusalMeter.Sum, ifLost result: Result<Receipt, LedgerError>) {
        if case .failure = result { meter.withLock { $0.add(sum) } }
    }

    /// Keeps it, or counts it.
    ///
    /// - Parameter route: the template of the route, where `resource` is an address under it.
    private func note(
        _ kind: RecordKind, _ resource: String, of route: String? = nil, by principal: Principal, at moment: Date,
        request: UUID
    ) {
        let act = LookMeter.Act(kind: kind, actor: principal.actor, route: route ?? resource, resource: resource)
        let (sums, isKept) = looks.withLock { looks in (looks.takeSums(at: moment), looks.keeps(act)) }
        for sum in sums { write(sum) }
        guard isKept else { return }
        let command = Command(.note(kind, AccessNote(resource: resource)), by: act.actor, at: moment, request: request)
        ledger.submit(command) { [weak self] result in
            guard case .failure = result else { return }
            let sum = LookMeter.Sum(
                kind: kind, actor: act.actor, route: act.route, resource: resource, count: 1, since: moment)
            self?.looks.withLock { $0.add(sum) }
        }
    }

    private func write(_ sum: LookMeter.Sum) {
        let note = AccessNote(count: sum.count, resource: sum.resource, since: sum.since)
        ledger.submit(Command(.note(sum.kind, note), by: sum.actor, at: now())) { [weak self] result in
            if case .failure = result { self?.looks.withLock { $0.add(sum) } }
        }
    }
}

extension Principal {
    /// The same as the journal names it.
    var actor: Actor { Actor(keyID: keyID, role: role, organization: organization) }
}
