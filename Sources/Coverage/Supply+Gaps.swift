package import Domain
import Foundation
import Matching

/// Where a group is without shelter. Every page and answer that counts gaps asks here (feature F27).
///
/// A gap is a group that no place in the column takes, full or not. Help that is missing is none, for the matrix has no
/// row for it (screen S14).
extension Supply {
    /// The groups without shelter in `column`, in the order of ``TargetGroup/all``.
    package func gaps(in column: GapColumn) -> [TargetGroup] {
        rows.filter { services(taking: $0, in: column).isEmpty }.map(\.group)
    }

    /// Who takes each group in `column`.
    package func takers(in column: GapColumn) -> [(group: TargetGroup, services: [Service])] {
        rows.map { ($0.group, services(taking: $0, in: column)) }
    }

    /// Who takes `group` in `column`, by service id.
    package func services(taking group: TargetGroup, in column: GapColumn) -> [Service] {
        row(of: group).map { services(taking: $0, in: column) } ?? []
    }

    private func services(taking row: Row, in column: GapColumn) -> [Service] {
        row.taking.map(\.place.service).filter(column.holds)
    }
}
