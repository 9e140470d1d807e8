package import Domain
import Foundation

/// What the journal says of the rules of one service.
package struct LiveRules: Hashable, Sendable {
    package let service: ServiceID
    /// The rules that were saved last; `nil` where only the files say them.
    package let saved: AdmissionRules?
    /// When somebody last looked at them, by changing them or finding them right.
    package let reviewedOn: CalendarDate
    /// How many records there are; a writer must name it.
    package let version: Int

    /// What stands after the next record of this service.
    static func after(_ change: RulesChange, _ before: LiveRules?) -> LiveRules {
        LiveRules(
            service: change.service, saved: change.sets?.after ?? before?.saved, reviewedOn: change.reviewedOn,
            version: change.version)
    }
}

/// A shelter's word on whom one of its services takes in.
///
/// The ledger knows the services with places only, and help without a bed has rules too: that there is such a service,
/// and that the rules can be its rules, is for whoever asks.
package struct RulesStatement: Hashable, Sendable {
    package let service: ServiceID
    /// What stood when the writer looked, and what shall stand; `nil` where it is still right.
    package let sets: RulesChange.Sets?
    /// The day it is in the Netherlands.
    package let day: CalendarDate
    /// What the writer saw; 0 where only the files spoke.
    package let version: Int

    package init(service: ServiceID, sets: RulesChange.Sets?, on day: CalendarDate, ifVersion version: Int) {
        (self.service, self.sets, self.day, self.version) = (service, sets, day, version)
    }
}
