import Access
import Domain
import Foundation
import HTTP
import JSONText
import Matching

/// Joint placement over HTTP (contract section 5).
enum AssignmentRoutes {
    static let all: [Route] = [
        Route(
            method: .post, path: "/v1/placements/_assign", id: "assignPlacements", tag: .matching,
            summary: "Verdeelt meer mensen tegelijk over de plekken die nu vrij zijn. Er wordt niets bewaard.",
            access: .permitted(.searchPlacements), body: .json(GroupSchema.schema),
            answers: [
                Route.Answer(
                    status: .ok, description: "Wie waar terechtkan, en waarom iemand geen plek heeft.",
                    schema: .named(AssignmentBody.schema))
            ], handler: .aside(assign))
    ]

    @Sendable
    private static func assign(_ call: Call) throws -> @Sendable () throws -> Reply {
        let start = ContinuousClock.now
        try call.requireJSON()
        let faults = InputFaults()
        let reader = try call.document(faults)
        let group = GroupReader(registry: call.snapshot.registry).read(reader)
        try call.refuse(faults)
        guard let group else { throw Problem.internalFault }
        return { try .json(call.snapshot.assign(group, at: call.now, within: .timed(from: start))) }
    }
}

extension Snapshot {
    /// Searches for everybody, and places all of them together.
    func assign(_ group: PeopleGroup, at now: Date, within limit: JointLimit) -> AssignmentBody {
        let options = group.people.map { PersonOptions(result(for: $0, at: now, limit: .max), for: $0) }
        let placement = JointPlacement(of: options, in: group.group, within: limit)
        return AssignmentBody(placement, snapshot: self, at: now)
    }
}

extension JointLimit {
    /// An answer comes within two seconds; what is left is for writing and sending it.
    private static let longest = Duration.milliseconds(1_500)

    /// - Parameter start: when the question came; waiting for a turn counts.
    static func timed(from start: ContinuousClock.Instant = .now) -> JointLimit {
        JointLimit { ContinuousClock.now - start > longest }
    }
}
