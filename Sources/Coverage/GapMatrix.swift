package import Domain
import Foundation
import Matching

/// The matrix of gaps: groups by provinces (feature F27, screen S14), seen by one measure.
///
/// Groups overlap, for a place that takes women and men stands in both rows; so rows are never added up.
package struct GapMatrix: Sendable {
    package let measure: GapMeasure
    package let rows: [Row]

    package struct Row: Sendable {
        package let group: TargetGroup
        /// As ``GapColumn/all``.
        package let cells: [GapCell]

        package func cell(_ column: GapColumn) -> GapCell? { cells.first { $0.column == column } }

        /// The cells of the provinces, without the national column.
        package var provinces: [GapCell] { cells.filter { $0.column != .national } }
    }

    /// - Parameters:
    ///   - live: `nil` for who may not see what is free; the measure `free` then counts nothing.
    ///   - today: the day in the Netherlands.
    package init(_ supply: Supply, measure: GapMeasure, live: LivePlaces?, on today: CalendarDate) {
        self.measure = measure
        rows = supply.rows.map { row in
            Row(
                group: row.group,
                cells: GapColumn.all.map { GapCell($0, of: row, measure: measure, live: live, on: today) })
        }
    }

    /// Rows with the most gaps first: more provinces without, then more with few; then as the groups stand.
    package var byGaps: [Row] {
        let keyed = rows.enumerated().map { index, row in
            (
                key: [-row.count(of: .none), -row.count(of: .few), -row.count(of: .unknown), index], row: row
            )
        }
        return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.row)
    }

    /// Rows by what stands in one column, least first.
    package func rows(by column: GapColumn) -> [Row] {
        let keyed = rows.enumerated().map { index, row in
            (key: (row.cell(column)?.orderKey ?? []) + [index], row: row)
        }
        return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.row)
    }

    /// Columns by what stands in the row of `group`, least first; the national one stays last.
    package func columns(by group: TargetGroup) -> [GapColumn] {
        guard let row = rows.first(where: { $0.group.code == group.code }) else { return GapColumn.all }
        let keyed = row.provinces.enumerated().map { index, cell in (key: cell.orderKey + [index], cell: cell) }
        let sorted = keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.cell.column)
        return sorted + [.national]
    }
}

extension GapMatrix.Row {
    /// How many provinces are in that state.
    package func count(of state: SupplyState) -> Int { provinces.filter { $0.state == state }.count }
}

/// One group in one column.
package struct GapCell: Sendable {
    package let column: GapColumn
    /// Every place there that could take the group.
    package let all: SupplyTally
    /// Those the measure counts.
    package let counted: SupplyTally
    /// What is left of `all` without them, where the measure counts places that may be missed.
    package let left: SupplyTally
    package let state: SupplyState
    /// What the measure shows, in places.
    package let value: Int
    /// Whether places are counted of which nobody said how many they are.
    package let hasUnknown: Bool

    init(
        _ column: GapColumn, of row: Supply.Row, measure: GapMeasure, live: LivePlaces?, on today: CalendarDate
    ) {
        self.column = column
        var (all, counted, left) = (SupplyTally(), SupplyTally(), SupplyTally())
        for found in row.taking where column.holds(found.place.service) {
            all.add(found, for: row.profile, live)
            if measure.isMet(by: found, on: today) {
                counted.add(found, for: row.profile, live)
            } else {
                left.add(found, for: row.profile, live)
            }
        }
        for found in row.refusing where column.holds(found.place.service) && measure.isMet(by: found, on: today) {
            counted.add(found, for: row.profile, nil)
        }
        (self.all, self.counted, self.left) = (all, counted, left)
        switch measure {
        case .free: (state, value, hasUnknown) = (SupplyState(free: all), all.free, all.unreliable > 0)
        case .ending, .withoutAftercare, .ownRegion:
            (state, value, hasUnknown) = (SupplyState(supply: left), counted.places, counted.withoutTotal > 0)
        case .total, .excluded:
            (state, value, hasUnknown) = (SupplyState(supply: all), counted.places, counted.withoutTotal > 0)
        }
    }

    /// State, then number.
    fileprivate var orderKey: [Int] { [state.rank, value] }
}
