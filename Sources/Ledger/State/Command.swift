package import Domain
package import Foundation

/// What somebody asks the writer to record.
package struct Command: Sendable {
    package let wish: Wish
    /// `nil` where the program itself acts.
    package let actor: Actor?
    /// The present, as the asker has it. A record gets the time of the one before it where that is later.
    package let moment: Date
    /// The request that brings it.
    package let request: UUID?

    package init(_ wish: Wish, by actor: Actor?, at moment: Date, request: UUID? = nil) {
        (self.wish, self.actor, self.moment, self.request) = (wish, actor, moment, request)
    }

    package enum Wish: Sendable {
        /// All of them, in one record, or none.
        case report([CapacityReport])
        /// All of them in one record: only `confirmedAt` changes, and an unknown count stays unknown.
        case confirm([ServiceID])
        /// Takes back the report that made `ifVersion`, when the same key made it and nothing came since.
        case revert(ServiceID, ifVersion: Int)
        case openHold(HoldRequest)
        case extendHold(HoldReference)
        case acceptHold(HoldReference)
        case declineHold(HoldReference, DeclineReason)
        case placeHold(HoldReference)
        case withdrawHold(HoldReference)
        /// Ends all holds whose time is over. Every other wish does the same first.
        case expireHolds
        /// Changes whom a service takes in, or says that it was looked at and is still right.
        case stateRules(RulesStatement)
        /// Keeps that something happened to the access.
        case note(RecordKind, AccessNote)
    }
}

/// A shelter's word on one of its services.
package struct CapacityReport: Hashable, Sendable {
    package let service: ServiceID
    package let statement: CapacityStatement
    /// What the reporter saw.
    package let version: Int

    package init(service: ServiceID, statement: CapacityStatement, ifVersion version: Int) {
        (self.service, self.statement, self.version) = (service, statement, version)
    }
}

/// What a command has come to.
package struct Receipt: Hashable, Sendable {
    /// The last record that counts.
    package let sequence: Int
    /// The services of the wish as they stand now, in its order.
    package let capacities: [LiveCapacity]
    /// The hold of the wish as it stands now.
    package let hold: Hold?
    /// The rules of the wish as they stand now.
    package let rules: LiveRules?
    /// The same request came before; nothing was recorded.
    package let isRepeated: Bool

    init(
        sequence: Int, capacities: [LiveCapacity] = [], hold: Hold? = nil, rules: LiveRules? = nil,
        isRepeated: Bool = false
    ) {
        (self.sequence, self.capacities, self.hold, self.rules) = (sequence, capacities, hold, rules)
        self.isRepeated = isRepeated
    }
}
