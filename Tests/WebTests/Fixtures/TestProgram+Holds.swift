import Dispatch
import Domain
import HTTP
import JSONText
import Ledger
import Synchronization
import Testing

extension TestProgram {
    /// The tag of a count as it stands.
    func tag(of service: String = Village.visible) throws -> String {
        try get(CapacityTests.target(service), as: .admin).fields["ETag"] ?? ""
    }

    func count(of service: String = Village.visible) throws -> (free: Int?, held: Int?, version: Int?) {
        let body = try get(CapacityTests.target(service), as: .admin).json
        return (body["free"].integer, body["held"].integer, body["version"].integer)
    }

    /// Asks for places to be kept.
    func openHold(
        _ json: String = Body.hold(), on service: String = Village.visible, as visitor: Visitor = .coordinator,
        key: String? = nil
    ) throws -> Response {
        let fields: Fields = key.map { ["Idempotency-Key": $0] } ?? [:]
        return try send(.post, "/v1/services/\(service)/holds", as: visitor, fields: fields, json: json)
    }

    /// The reference of a new hold.
    func hold(
        _ places: Int = 1, on service: String = Village.visible, as visitor: Visitor = .coordinator
    ) throws -> String {
        let response = try openHold(Body.hold(places), on: service, as: visitor)
        #expect(response.status == .created)
        return try #require(try response.json["reference"].string)
    }

    func act(_ action: HoldAction, on reference: String, as visitor: Visitor? = nil) throws -> Response {
        try send(
            .post, "/v1/holds/\(reference)/\(action.path)", as: visitor ?? action.actor, json: action.json)
    }

    /// Sets the clock on and lets end what is over by it, as the program itself does with a clock that runs.
    func pass(seconds: Double) {
        clock.advance(seconds: seconds)
        let ended = DispatchSemaphore(value: 0)
        ledger.submit(Command(.expireHolds, by: nil, at: clock.now)) { _ in ended.signal() }
        ended.wait()
    }
}

/// What can be done with a hold.
enum HoldAction: String, CaseIterable, Sendable {
    case extend, accept, decline, place, withdraw

    var path: String {
        switch self {
        case .extend: "extensions"
        case .accept, .decline: "decisions"
        case .place, .withdraw: "closures"
        }
    }

    var json: String? {
        switch self {
        case .extend: nil
        case .accept: Body.decision("accepted")
        case .decline: Body.decision("declined", reason: "group_mix")
        case .place: Body.closure("placed")
        case .withdraw: Body.closure("withdrawn")
        }
    }

    /// Who may do it with a hold of the coordinator.
    var actor: Visitor { self == .accept || self == .decline ? .shelter : .coordinator }
}
