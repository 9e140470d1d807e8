package import Domain
import Foundation

/// A group that is without shelter in one province or more: what becomes a sentence (screen S14, "Grootste gaten").
package struct LargestGap: Sendable {
    package let group: TargetGroup
    /// The provinces without, in the order of the matrix.
    package let provinces: [ProvinceCode]
    /// Whether at least one place that takes people from every province takes the group.
    package let hasNational: Bool

    /// Most provinces first; only where there is a gap. Always of the supply, whatever the measure of the matrix.
    package static func all(in matrix: GapMatrix) -> [LargestGap] {
        let gaps = matrix.rows.enumerated().compactMap { index, row -> (index: Int, gap: LargestGap)? in
            let provinces = row.cells.compactMap { cell -> ProvinceCode? in
                guard case .province(let province) = cell.column, cell.all.services == 0 else { return nil }
                return province
            }
            guard !provinces.isEmpty else { return nil }
            let national = row.cell(.national).map { $0.all.services > 0 } ?? false
            return (index, LargestGap(group: row.group, provinces: provinces, hasNational: national))
        }
        return gaps.sorted { one, other in
            (-one.gap.provinces.count, one.index) < (-other.gap.provinces.count, other.index)
        }.map(\.gap)
    }
}
