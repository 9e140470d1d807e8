import Access
import Domain
import Foundation
import Ledger
import Registry

/// Who may know of a hold, and who may do something with it (contract sections 5 and 8). For anybody else it does
/// not exist.
extension Principal {
    /// Whether this is one of the two sides, or may read every hold.
    func maySee(_ hold: Hold, in registry: Registry) -> Bool {
        switch scope(of: .readHolds) {
        case .nothing: false
        case .own: isHolder(of: hold) || isShelter(of: hold, in: registry)
        case .everything: true
        }
    }

    /// The access key that made it, not whoever works beside its owner.
    func isHolder(of hold: Hold) -> Bool { hold.holder.keyID == keyID }

    /// The shelter whose places are kept.
    func isShelter(of hold: Hold, in registry: Registry) -> Bool {
        guard role == .shelter else { return false }
        return registry.service(hold.service)?.organization == organization
    }
}

extension Call {
    func maySee(_ hold: Hold) -> Bool { principal?.maySee(hold, in: snapshot.registry) ?? false }

    /// The hold in the path; as far as the caller is concerned there are only those that it may see.
    func hold() throws(Problem) -> Hold { try hold(where: maySee) }

    /// The same, when the caller made it.
    func ownHold() throws(Problem) -> Hold { try hold { principal?.isHolder(of: $0) ?? false } }

    /// The same, when it is on the places of the caller's own shelter.
    func holdOnOwnPlaces() throws(Problem) -> Hold {
        try hold { principal?.isShelter(of: $0, in: snapshot.registry) ?? false }
    }

    private func hold(where isFor: (Hold) -> Bool) throws(Problem) -> Hold {
        guard let reference = path["reference"].flatMap(HoldReference.init(rawValue:)),
            let hold = snapshot.state.hold(reference), isFor(hold)
        else { throw .unknown("Deze vastgehouden plek") }
        return hold
    }

    func body(of hold: Hold) -> HoldBody {
        HoldBody(
            hold, capacity: snapshot.state.capacity(of: hold.service), in: snapshot.registry,
            namesKey: principal?.may(.seeWhoHolds) ?? false)
    }
}
