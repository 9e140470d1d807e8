import Foundation

extension Screen {
    /// The rows from which somebody can be placed: what stands in a section, and is not waiting, for later or a last
    /// resort. The same as a whole screen says, without telling the sections apart.
    ///
    /// - Parameter counts: what the counts say for as many places, as soon and at the same moment as `inquiry` asks for.
    static func openRows(
        _ inquiry: Inquiry, _ planes: Planes, _ judge: borrowing Judge, counts: CountSets
    ) -> RowSet {
        var obstacles = obstacles(inquiry, planes, judge)
        _ = addDanger(inquiry, planes, judge, to: &obstacles)
        var open = RowSet(first: judge.rowCount, of: planes.rowCount)
        open.subtract(planes[Plane.rejects + FactBit.paused])
        for closed in [counts.paused, counts.tooSmall, counts.waits] { open.subtract(closed) }
        // Who only waits for a birthday goes to a section that is for later (rule R4).
        for obstacle in obstacles { open.subtract(obstacle.rows) }
        for kind in Criteria.KindClass.allCases where inquiry.early[Int(kind.rawValue)] != 0 {
            open.subtract(planes[Plane.kind(kind)])
        }
        return open
    }
}
