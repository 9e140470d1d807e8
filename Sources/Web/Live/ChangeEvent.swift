import Access
import Domain
import Foundation
import Ledger
import Registry

/// One change, made into bytes once for all who hear of it.
final class ChangeEvent: Sendable {
    let id: EventID
    private let subject: Subject
    private let bytes: [UInt8]

    private enum Subject: Sendable {
        case count(LiveCapacity, of: Service, said: Freshness)
        /// `named` tells of which access key it is.
        case hold(Hold, named: [UInt8])
    }

    /// The count of a service, for every role.
    init(_ live: LiveCapacity, of service: Service, id: EventID, at now: Date) throws {
        self.id = id
        subject = .count(live, of: service, said: service.freshness(of: live.capacity, at: now))
        bytes = try Self.bytes(of: live, of: service, id: id, at: now)
    }

    /// A hold, for those who may know of it.
    ///
    /// - Parameter live: the count of its service, as it stands with this hold.
    init(_ hold: Hold, with live: LiveCapacity?, id: EventID, in registry: Registry) throws {
        func bytes(namingKey: Bool) throws -> [UInt8] {
            let body = HoldBody(hold, capacity: live, in: registry, namesKey: namingKey)
            return ServerSentEvent(id: id, name: "hold", data: try body.jsonBytes()).bytes
        }
        self.id = id
        subject = .hold(hold, named: try bytes(namingKey: true))
        self.bytes = try bytes(namingKey: false)
    }

    /// The event as `principal` gets it; `nil` where it is not for them.
    ///
    /// A count grows old while its event waits to be read, so what is said of that is looked at again.
    func bytes(for principal: Principal, in registry: Registry, at now: Date) -> [UInt8]? {
        switch subject {
        case .count(let live, let service, let said):
            guard service.freshness(of: live.capacity, at: now) != said else { return bytes }
            return (try? Self.bytes(of: live, of: service, id: id, at: now)) ?? bytes
        case .hold(let hold, let named):
            guard principal.maySee(hold, in: registry) else { return nil }
            return principal.may(.seeWhoHolds) ? named : bytes
        }
    }

    private static func bytes(
        of live: LiveCapacity, of service: Service, id: EventID, at now: Date
    ) throws -> [UInt8] {
        let body = CapacityBody(live, of: service, at: now)
        return ServerSentEvent(id: id, name: "capacity", data: body.jsonBytes()).bytes
    }
}
