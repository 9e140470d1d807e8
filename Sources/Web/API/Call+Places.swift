import Access
import Domain
import Foundation
import HTTP
import Ledger

/// The counted places that a call is about, and what the caller may do with them.
extension Call {
    /// The service in the path with its count.
    /// - Throws: 404 for help without a bed, which has no count (contract section 8).
    func places() throws(Problem) -> (service: Service, live: LiveCapacity) {
        let service = try service()
        guard let live = count(of: service) else { throw .unknown("Een aantal plekken bij deze hulp") }
        return (service, live)
    }

    /// The same, when the caller may keep the count.
    func ownPlaces() throws(Problem) -> (service: Service, live: LiveCapacity) {
        try requireKeeper(of: service().organization)
        return try places()
    }

    /// `nil` for help without a bed.
    func count(of service: Service) -> LiveCapacity? {
        service.isAmbulatory ? nil : snapshot.state.capacity(of: service.id)
    }

    /// - Throws: 403 unless the caller speaks for the organisation.
    func requireKeeper(of organization: OrganizationID) throws(Problem) {
        guard principal?.may(.changeCounts, of: organization) == true else { throw .otherOrganization }
    }

    /// The version that `If-Match` names (RFC 9110 §13.1.1).
    func expectedVersion(of live: LiveCapacity) throws(Problem) -> Int {
        guard let field = request.fields[.ifMatch] else { throw .versionRequired }
        let current = EntityTag(opaque: String(live.version))
        guard let condition = EntityTagCondition(field), condition.matchesStrongly(current) else {
            throw .staleVersion
        }
        return live.version
    }

    /// Asks the ledger for what the caller wishes, and answers once that is on the disk.
    func submit(
        _ wish: Command.Wish, to ledger: Ledger, _ answer: @escaping Reply.Sink,
        reply: @escaping @Sendable (Receipt) throws -> Reply
    ) {
        ledger.submit(command(wish)) { result in
            switch result {
            case .success(let receipt):
                answer(Result { try reply(receipt) }.mapError { $0 as? Problem ?? .internalFault })
            case .failure(let error): answer(.failure(Problem(error)))
            }
        }
    }
}
