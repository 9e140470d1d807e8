package import Domain
package import Foundation
import Hashing

/// Places kept for somebody whom nothing here names, until they are given, given back, or the time is over (rule R16).
package struct Hold: Hashable, Sendable {
    package let reference: HoldReference
    package let service: ServiceID
    package let places: Int
    package let holder: Actor
    package let state: HoldState
    package let isExtended: Bool
    package let declineReason: DeclineReason?
    let creation: RecordTime
    let end: RecordTime
    let closing: RecordTime?
    /// See ``HoldRequest/idempotency``.
    let idempotency: SHA256Digest?

    package var createdAt: Date { creation.date }
    package var expiresAt: Date { end.date }
    /// When it stopped keeping places; `nil` while it does.
    package var closedAt: Date? { closing?.date }

    init(
        reference: HoldReference, service: ServiceID, places: Int, holder: Actor, state: HoldState = .open,
        isExtended: Bool = false, declineReason: DeclineReason? = nil, creation: RecordTime, end: RecordTime,
        closing: RecordTime? = nil, idempotency: SHA256Digest? = nil
    ) {
        (self.reference, self.service, self.places, self.holder) = (reference, service, places, holder)
        (self.state, self.isExtended, self.declineReason) = (state, isExtended, declineReason)
        (self.creation, self.end, self.closing, self.idempotency) = (creation, end, closing, idempotency)
    }
}

extension Hold {
    /// Whether it keeps places that can be, and has ended exactly when its state says so.
    var isPossible: Bool { (closing == nil) == state.isActive && (1...Capacity.mostPlaces).contains(places) }

    /// The same hold in another state; from its closing on it keeps no places.
    func turned(_ state: HoldState, at time: RecordTime, because reason: DeclineReason? = nil) -> Hold {
        Hold(
            reference: reference, service: service, places: places, holder: holder, state: state,
            isExtended: isExtended, declineReason: reason, creation: creation, end: end,
            closing: state.isActive ? nil : time, idempotency: idempotency)
    }

    /// - Throws: ``LedgerError/alreadyExtended``.
    func extended(_ terms: HoldTerms) throws(LedgerError) -> Hold {
        guard !isExtended else { throw .alreadyExtended }
        let later = min(end.adding(terms.extensionLength), creation.adding(terms.longest))
        return Hold(
            reference: reference, service: service, places: places, holder: holder, state: state, isExtended: true,
            declineReason: declineReason, creation: creation, end: max(end, later), idempotency: idempotency)
    }
}
