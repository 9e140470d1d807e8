package import Domain
import Foundation

/// The live counts of all services of a ``ServiceTable``, row by row.
package struct CountTable: Sendable {
    var rows: [CountRow]

    /// - Parameter capacity: the live count of a service; not asked for help without a bed.
    package init(_ table: ServiceTable, capacity: (ServiceID) -> Capacity?) {
        rows = zip(table.services, table.criteria).map { service, criteria in
            service.isAmbulatory
                ? CountRow(service.waiting, limits: criteria.limits)
                : CountRow(capacity(service.id), limits: criteria.limits)
        }
    }

    /// Takes in a new count of the service in `row`; that of help without a bed never changes.
    package mutating func set(_ capacity: Capacity?, of row: Int, in table: ServiceTable) {
        guard rows.indices.contains(row), !table.services[row].isAmbulatory else { return }
        rows[row] = CountRow(capacity, limits: rows[row].limits)
    }

    /// The count in `row`; `nil` for help without a bed, and where none is known.
    package func capacity(of row: Int) -> Capacity? { rows.indices.contains(row) ? rows[row].capacity : nil }
}
