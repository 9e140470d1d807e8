package import Domain
package import Foundation
package import Hashing

/// All counts and holds after one record: an immutable picture that readers keep as long as they like.
package struct LedgerState: Sendable {
    /// The last record; 0 before the first.
    package private(set) var sequence = 0
    /// The hash of the last record; ``SHA256Digest/zero`` before the first.
    package private(set) var head = SHA256Digest.zero
    /// The hash of the last record after which an answer may be another: of a count, a hold, rules, or a start with
    /// examples.
    /// A function of the records alone, however they were come by.
    package private(set) var dataHead = SHA256Digest.zero
    /// When the last record was made.
    private(set) var time: RecordTime?

    /// When the last record was made; `nil` before the first.
    package var lastRecordAt: Date? { time?.date }
    /// Every service that may have places, also where nothing was stated, and those with records that the registry
    /// does not know any more.
    private(set) var services = SharedTable<ServiceID, ServiceState>()
    /// For each part of ``services``, the last record that changed something in it.
    private var partChanges = [Int](repeating: 0, count: SharedTable<ServiceID, ServiceState>.partCount)
    private(set) var holds = HoldBoard()
    /// What was said of the rules of services, also of those that the registry does not know any more.
    package private(set) var rules: [ServiceID: LiveRules] = [:]
    /// The last record that changed ``rules``, as far as this process knows: the same number is the same rules.
    package private(set) var rulesSequence = 0
    /// The keys whose making or end the journal has, and what it told of them last.
    package private(set) var keys: [String: KeyMark] = [:]
    /// What the last service has begun with; `nil` where the journal does not say it.
    package private(set) var start: ServiceStart?

    /// What the registry says before anybody reported.
    package init(starting: [ServiceID: Capacity] = [:]) {
        for (service, capacity) in starting {
            services[service] = ServiceState(live: LiveCapacity(service: service, capacity: capacity, version: 0))
        }
    }

    /// `nil` for a service that has no places, or does not exist.
    package func capacity(of service: ServiceID) -> LiveCapacity? { services[service]?.live }

    /// Calls `body` with every service whose count changed after record `sequence`, and with some that did not.
    package func forEachCapacity(changedAfter sequence: Int, _ body: (LiveCapacity) -> Void) {
        for (part, last) in partChanges.enumerated() where last > sequence {
            for state in services.values(inPart: part) { body(state.live) }
        }
    }

    /// `nil` where no record says anything of the rules of `service`.
    package func rules(of service: ServiceID) -> LiveRules? { rules[service] }

    package var all: [ServiceID: LiveCapacity] {
        Dictionary(services.pairs.map { ($0.key, $0.value.live) }, uniquingKeysWith: { first, _ in first })
    }

    /// A hold that is active, or was closed not long ago (see ``HoldBoard``).
    package func hold(_ reference: HoldReference) -> Hold? { holds[reference] }

    /// The holds that ``hold(_:)`` knows, newest first.
    package var allHolds: [Hold] { holds { _ in true } }

    /// Those of them that somebody asks for, newest first.
    package func holds(where isWanted: (Hold) -> Bool) -> [Hold] {
        holds.all.filter(isWanted).sorted {
            ($1.creation, $1.reference.rawValue) < ($0.creation, $0.reference.rawValue)
        }
    }

    /// Takes in the next record.
    mutating func apply(_ record: Record, hash: SHA256Digest) {
        (sequence, head, time) = (record.sequence, hash, record.time)
        if record.changesData { dataHead = hash }
        if let start = record.note?.start { self.start = start }
        for change in record.capacities {
            let before = services[change.service] ?? .unregistered(change.service)
            services[change.service] = before.after(change, in: record)
            partChanges[services.part(of: change.service)] = record.sequence
        }
        if let hold = record.hold { holds.take(hold) }
        if let change = record.rules {
            rules[change.service] = .after(change, rules[change.service])
            rulesSequence = record.sequence
        }
        holds.forget(before: record.time)
        keys.take(record.note, of: record.kind)
    }

    /// Makes ready to be asked for the next end of a hold again and again.
    mutating func findNextEnd() { holds.findNextEnd() }

    /// The same, with what the registry says of the services that no record is about. What a record says of a service
    /// it says whole, so that a journal can be read before the registry is.
    package func starting(from starting: [ServiceID: Capacity]) -> LedgerState {
        var state = LedgerState(starting: starting)
        state.restore(
            sequence: sequence, head: head, dataHead: dataHead, time: time, services: reported, holds: holds,
            rules: rules, keys: keys, start: start)
        return state
    }

    /// The services that a record is about. What the registry alone says of one is the registry's to say.
    var reported: [(ServiceID, ServiceState)] {
        services.pairs.filter { $0.value.live.version > 0 }.map { ($0.key, $0.value) }
    }

    /// Takes in what a snapshot has.
    mutating func restore(
        sequence: Int, head: SHA256Digest, dataHead: SHA256Digest, time: RecordTime?,
        services known: [(ServiceID, ServiceState)], holds: HoldBoard, rules: [ServiceID: LiveRules],
        keys: [String: KeyMark],
        start: ServiceStart?
    ) {
        (self.sequence, self.head, self.dataHead, self.time) = (sequence, head, dataHead, time)
        (self.holds, self.keys, self.start) = (holds, keys, start)
        (self.rules, rulesSequence) = (rules, sequence)
        partChanges = partChanges.map { _ in sequence }
        for (service, state) in known {
            // In which unit places are counted is said by the registry alone.
            let unit = services[service]?.live.capacity.unit ?? .bed
            let live = state.live
            services[service] = ServiceState(
                live: LiveCapacity(
                    service: service, capacity: live.figures.capacity(in: unit), version: live.version),
                lastReport: state.lastReport)
        }
    }
}

extension ServiceState {
    /// A service that the registry does not know, before its first record.
    static func unregistered(_ service: ServiceID) -> ServiceState {
        ServiceState(live: LiveCapacity(service: service, capacity: Capacity(), version: 0))
    }
}
