import Domain
import Foundation

extension Screen {
    /// What stands in the way whatever the counts are.
    static func obstacles(
        _ inquiry: Inquiry, _ planes: Planes, _ judge: borrowing Judge
    ) -> [(fact: Int, rows: RowSet)] {
        var found: [(fact: Int, rows: RowSet)] = []
        found.reserveCapacity(inquiry.facts.nonzeroBitCount + 10)
        var facts = inquiry.facts & ~(1 << FactBit.paused)
        while facts != 0 {
            let fact = facts.trailingZeroBitCount
            found.append((fact, planes[Plane.rejects + fact]))
            facts &= facts - 1
        }
        let everyRow = RowSet(first: planes.rowCount, of: planes.rowCount)
        found += [
            (FactBit.age, planes[Plane.outsideAge + Plane.age(inquiry.age)]),
            (FactBit.form, everyRow.subtracting(planes.union(Plane.forms, inquiry.forms))),
            (
                FactBit.target,
                planes[Plane.asksForOne].subtracting(planes.union(Plane.onlyFor, inquiry.circumstances))
            ),
            (FactBit.area, everyRow.subtracting(serving(inquiry.location, planes, judge))),
            (FactBit.mustNot, forbidden(inquiry, planes)),
        ]
        if inquiry.oldestSon >= 0 {
            found.append((FactBit.sons, planes[Plane.sonTooOld + Plane.age(inquiry.oldestSon)]))
        }
        return found
    }

    private static func forbidden(_ inquiry: Inquiry, _ planes: Planes) -> RowSet {
        var rows = planes.union(Plane.wishes, inquiry.mustNot)
        for row in inquiry.forbiddenRows { rows.insert(row) }
        return rows
    }

    /// The rows to which people from there may come.
    private static func serving(_ location: LocationInquiry, _ planes: Planes, _ judge: borrowing Judge) -> RowSet {
        var serving = planes.union(Plane.servedWhole, location.province)
        let partly = planes.union(Plane.servedPart, location.province)
        guard !location.isCoarse else {
            serving.formUnion(partly)
            return serving
        }
        // Single municipalities are few, and asked for only when their province is the one.
        guard let municipality = location.municipality else { return serving }
        for row in partly.subtracting(serving) where judge.serves(row, municipality) { serving.insert(row) }
        return serving
    }

    /// - Returns: those in a danger area that may be talked over all the same.
    static func addDanger(
        _ inquiry: Inquiry, _ planes: Planes, _ judge: borrowing Judge, to found: inout [(fact: Int, rows: RowSet)]
    ) -> RowSet {
        let danger = inDanger(inquiry, planes, judge)
        let consulted =
            inquiry.danger.isOrange
            ? danger.intersection(planes[Plane.trait(.hidesMunicipality)]) : RowSet(of: planes.rowCount)
        found.append((FactBit.danger, danger.subtracting(consulted)))
        return consulted
    }

    /// The rows that lie where the person is not safe, or near there.
    static func inDanger(_ inquiry: Inquiry, _ planes: Planes, _ judge: borrowing Judge) -> RowSet {
        guard inquiry.danger.counts else { return RowSet(of: planes.rowCount) }
        var rows = planes.union(Plane.danger, inquiry.danger.areas)
        let partly = planes.union(Plane.dangerPart, inquiry.danger.parts)
        for row in partly.subtracting(rows) where judge.listsDanger(row) { rows.insert(row) }
        rows.subtract(planes[Plane.trait(.ambulatory)])
        return rows
    }
}
