import Domain
import Foundation
import JSONText

/// An id that an organisation or a service of one file wants to have, and where it says so.
struct IdentifierClaim: Sendable {
    enum Identifier: Hashable, Sendable {
        case organization(OrganizationID)
        case service(ServiceID)

        var text: String {
            switch self {
            case .organization(let id): id.rawValue
            case .service(let id): id.rawValue
            }
        }
    }

    let identifier: Identifier
    let pointer: JSONPointer
    let offset: Int

    init(_ identifier: Identifier, at reader: JSONReader) {
        (self.identifier, pointer, offset) = (identifier, reader.pointer, reader.node.offset)
    }
}

/// The ids that were given out so far, over all files.
struct IdentifierRegister {
    private var taken: Set<IdentifierClaim.Identifier> = []

    /// A fault for every claim whose id is given out already; the others are given out.
    mutating func duplicates(among claims: [IdentifierClaim]) -> [InputFault] {
        claims.filter { !taken.insert($0.identifier).inserted }.map { claim in
            InputFault(
                .rule(RegistryRule.duplicateID(claim.identifier.text)), at: claim.pointer, offset: claim.offset)
        }
    }

    var organizations: Set<OrganizationID> {
        Set(taken.compactMap { if case .organization(let id) = $0 { id } else { nil } })
    }
}
